//! Links: every address of a briefing, for those who follow sources.
//!
//! Links of Markdown with their words, and addresses that stand bare in the text (`https://…`), in lines, cells and front
//! matter. Pictures and places within the text (`#part`) are none. A link is a source where the metadata name it as one.

use std::sync::LazyLock;

use regex::Regex;

use super::Scope;
use super::passage::{Passage, passages};
use crate::excerpt::Excerpt as _;
use crate::outline;
use crate::record::{Link, Place};

/// An address up to a character that cannot end or continue it.
static ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"https?://[^\s<>"“”（）「」【】《》，。；：、！？|`\\]+"#).ok());

/// Lists the links of a briefing.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Link> {
    let mut links = in_front_matter(scope);
    let may_hold = |passage: &Passage<'_>| !passage.links.is_empty() || passage.text.contains("://");
    for passage in passages(scope).filter(may_hold) {
        let leads_out =
            |link: &&outline::Link| !link.url.is_empty() && !link.url.starts_with('#') && !is_note(passage.text, link);
        let marked = passage.links.iter().filter(leads_out);
        let mut found: Vec<Link> = marked
            .filter_map(|link| {
                let text = passage.text.get(link.text.clone()).filter(|text| !text.trim().is_empty())?;
                Some(link_of(scope, passage.place(scope, link.text.clone())?, text, &link.url))
            })
            .collect();
        found.extend(bare(scope, &passage));
        found.sort_by_key(|link| link.place.span);
        links.append(&mut found);
    }
    links
}

/// Whether a link is the mark of a footnote whose words are no address: `[^1]` with `[^1]: words`.
fn is_note(text: &str, link: &outline::Link) -> bool {
    text.get(link.text.clone()).is_some_and(|mark| mark.starts_with('^')) && !link.url.contains("://")
}

/// The addresses that stand bare in a text.
fn bare(scope: &Scope<'_>, passage: &Passage<'_>) -> Vec<Link> {
    let Some(pattern) = ADDRESS.as_ref() else { return Vec::new() };
    // Links stand in the order of the text.
    let is_linked = |start: usize| {
        let before = passage.links.partition_point(|link| link.text.start <= start);
        before.checked_sub(1).and_then(|last| passage.links.get(last)).is_some_and(|link| link.text.contains(&start))
    };
    let found = pattern.find_iter(passage.text).filter(|found| !is_linked(found.start()));
    found
        .filter_map(|found| {
            let address = without_sentence_end(found.as_str());
            let place = passage.place(scope, found.start()..found.start() + address.len())?;
            Some(link_of(scope, place, address, address))
        })
        .collect()
}

/// An address without the bracket that closes around it and the punctuation of the sentence it ends.
fn without_sentence_end(address: &str) -> &str {
    let mut depth = 0_i32;
    let closes = address.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth < 0
    });
    address
        .part(..closes.map_or(address.len(), |(at, _)| at))
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '\'', '’'])
}

/// The values of the front matter that are addresses.
fn in_front_matter(scope: &Scope<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    let mut from = 0;
    for pair in scope.front.map_or(&[][..], |front| &front.pairs) {
        let is_address = |value: &str| value.starts_with("http://") || value.starts_with("https://");
        for (value, &number) in pair.values.iter().zip(&pair.lines).filter(|(value, _)| is_address(value)) {
            let line = scope.source.line_range(number);
            let start = from.clamp(line.start, line.end);
            let Some(at) = scope.source.text.part(start..line.end).find(value.as_str()) else {
                // One that is written with escapes: what follows it on its line is not sought either.
                from = line.end;
                continue;
            };
            let span = [start + at, start + at + value.len()];
            from = span[1];
            let place = Place { id: String::new(), line: number, span, section: Vec::new() };
            links.push(link_of(scope, place, value, value));
        }
    }
    links
}

fn link_of(scope: &Scope<'_>, place: Place, text: &str, url: &str) -> Link {
    let is_source = scope.sources.contains(url);
    Link { place, text: text.to_owned(), url: url.to_owned(), is_source }
}

#[cfg(test)]
mod tests {
    use crate::{Source, extract};

    #[test]
    fn links_of_every_kind() {
        let text = "---\nsource: https://a.example/x\n---\n# T\n\n见 [甲](https://b.example/1) 与 https://c.example/p_(2)，完。\n\n| 链接 |\n|---|\n| [乙](https://d.example) |\n\n<https://e.example>. (https://f.example/q). [内](#part)\n";
        let document = extract(&Source::decode("t.md", text.as_bytes()).unwrap());
        let links: Vec<_> = document.briefings[0]
            .records
            .links
            .iter()
            .map(|l| (l.place.line, l.text.as_str(), l.url.as_str(), l.is_source))
            .collect();
        assert_eq!(
            links,
            [
                (2, "https://a.example/x", "https://a.example/x", true),
                (6, "甲", "https://b.example/1", false),
                (6, "https://c.example/p_(2)", "https://c.example/p_(2)", false),
                (10, "乙", "https://d.example", false),
                (12, "https://e.example", "https://e.example", false),
                (12, "https://f.example/q", "https://f.example/q", false),
            ]
        );
    }
}
