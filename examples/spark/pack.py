"""Packs the briefings of a folder into one Parquet file of paths and bytes: pack.py ARCHIVE PACKED.

Opening a small file takes longer than extracting it, on an object store by far. What is packed once is read in large pieces by every
run, with `extract.py --packed`, and names that Spark passes over (_draft.md) or refuses (10:30.md) are nothing but values.
"""

import sys

import duckdb

PACK = """
    COPY (
        SELECT substr(filename, length($archive) + 2) AS path, content
        FROM read_blob($archive || '/**')
        WHERE regexp_matches(path, '[.](md|markdown|mdown|txt)$', 'i') AND NOT regexp_matches(path, '(^|/)[.]')
    ) TO $packed (ROW_GROUP_SIZE 2048)
"""


def main(archive, packed):
    duckdb.execute(PACK, {"archive": archive.rstrip("/"), "packed": packed})


if __name__ == "__main__":
    main(*sys.argv[1:])
