-- The words of all records, each beside its place, and an index of their trigrams, since Chinese has no spaces.
--
-- One row a text: what a column of words holds, of a list each item. Rows go with their briefing, and the trigger takes
-- their entries out of the index. What puts them in is no trigger but a statement a document, which takes half the time.
CREATE TABLE texts ( -- The words of all records, for search.
  text_key INTEGER PRIMARY KEY,
  briefing_key INTEGER NOT NULL REFERENCES briefings ON DELETE CASCADE,
  record TEXT NOT NULL, -- table that it stands in
  id TEXT NOT NULL, -- id of the record
  line INTEGER NOT NULL, -- line of the record
  "column" TEXT NOT NULL, -- column that it stands in
  text TEXT NOT NULL -- the words
) STRICT;
CREATE INDEX texts_by_briefing_key ON texts (briefing_key);
CREATE VIRTUAL TABLE search USING fts5 (text, content = 'texts', content_rowid = 'text_key', tokenize = 'trigram');
CREATE TRIGGER texts_deleted AFTER DELETE ON texts BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.text_key, old.text);
END;
