//! The same text in another encoding, or with other line ends, gives the same records.

use std::collections::BTreeMap;

use briefex::record::RecordType;
use briefex::source::Encoding as Named;
use briefex::{Document, Source, extract, extract_records};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde_json::Value;

use crate::fixtures;

/// The part of a text that an encoding has characters for.
fn encodable(text: &str, encoding: &'static Encoding) -> String {
    let mut known = BTreeMap::new();
    let mut is_known = |c: char| *known.entry(c).or_insert_with(|| !encoding.encode(c.encode_utf8(&mut [0; 4])).2);
    text.chars().filter(|&c| is_known(c)).collect()
}

/// Whether hardly anything of a text is lost in an encoding.
fn fits(text: &str, part: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count();
    letters(text) >= 8 && letters(part) * 100 >= letters(text) * 97
}

fn utf16(text: &str, encoding: &'static Encoding, with_mark: bool) -> Vec<u8> {
    let bytes = |unit: u16| if encoding == UTF_16BE { unit.to_be_bytes() } else { unit.to_le_bytes() };
    let mark = with_mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

/// All that was found, but for the encoding and what is doubtful about it.
fn records(document: &Document) -> Value {
    let mut records = serde_json::to_value(&document.briefings).expect("serializes");
    for briefing in records.as_array_mut().into_iter().flatten() {
        briefing["source"] = Value::Null;
        briefing["diagnostics"] = Value::Null;
    }
    records
}

#[test]
fn an_encoding_is_found_out() {
    let mut counts = BTreeMap::new();
    for fixture in fixtures::all() {
        for encoding in [GBK, GB18030, BIG5, SHIFT_JIS, WINDOWS_1252] {
            let text = encodable(&fixture.source.text, encoding);
            // GB18030 adds to GBK what stands in four bytes; it goes by the name of GBK where it was found out.
            let name = if encoding == GB18030 { GBK.name() } else { encoding.name() };
            if fits(&fixture.source.text, &text) {
                let source = Source::decode(&fixture.name, &encoding.encode(&text).0).expect("text");
                assert_eq!((source.encoding, &source.text), (name, &text), "{} in {}", fixture.name, encoding.name());
                *counts.entry(encoding.name()).or_insert(0) += 1;
            }
        }
    }
    let counted = |name| counts.get(name).copied().unwrap_or(0);
    assert!(counted("gb18030") >= 40 && counted("GBK") >= 30, "{counts:?}");
    assert!(counted("Big5") >= 2 && counted("Shift_JIS") >= 1 && counted("windows-1252") >= 1, "{counts:?}");
}

#[test]
fn utf16_is_found_out_with_and_without_a_mark() {
    for fixture in fixtures::all() {
        for encoding in [UTF_16LE, UTF_16BE] {
            for with_mark in [true, false] {
                let bytes = utf16(&fixture.source.text, encoding, with_mark);
                let source = Source::decode(&fixture.name, &bytes).expect("text");
                assert_eq!((source.encoding, &source.text), (encoding.name(), &fixture.source.text), "{}", fixture.name);
            }
        }
    }
}

#[test]
fn records_are_those_of_utf8() {
    for fixture in fixtures::all() {
        let source = Source::decode(&fixture.name, &utf16(&fixture.source.text, UTF_16LE, true)).expect("text");
        assert_eq!(records(&extract_records(&source, RecordType::ALL)), records(&fixture.document), "{}", fixture.name);
    }
}

#[test]
fn a_named_encoding_is_believed() {
    let text = "# 보고서\n\n**Date:** 2026-01-02\n\n전력망 저장 장치 시장\n";
    let bytes = EUC_KR.encode(text).0;
    let named = |label: &str| label.parse::<Named>().expect("a label");
    let source = Source::decode_from("k.md", &bytes, named("euc-kr")).expect("text");
    assert_eq!((source.encoding, source.text.as_str()), ("EUC-KR", text));
    let wrong = Source::decode_from("k.md", text.as_bytes(), named("shift_jis")).expect("text");
    let codes: Vec<_> = extract(&wrong).briefings.iter().flat_map(|b| &b.diagnostics).map(|d| d.code.name()).collect();
    assert!(codes.contains(&"undecodable-bytes") && !codes.contains(&"replacement-character"), "{codes:?}");
}

/// A few bad bytes in UTF-8 are no reason to take it for another encoding, wherever they stand.
#[test]
fn damaged_utf8_stays_utf8() {
    let text = "# 储能\n\n发布日期：2026-01-02\n来源：甲\n\n正文一段，说的是电池。\n";
    for at in 0..text.len() {
        let damaged = [&text.as_bytes()[..at], b"\xe9\xff", &text.as_bytes()[at..]].concat();
        let source = Source::decode("d.md", &damaged).expect("text");
        assert_eq!(source.encoding, "UTF-8", "at {at}");
        let lost = source.text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
        // Each of the two bytes, and what is left of a character that they stand in.
        assert!((2..=6).contains(&lost), "{lost} at {at}");
    }
    for end in 24..text.len() {
        assert_eq!(Source::decode("d.md", &text.as_bytes()[..end]).expect("text").encoding, "UTF-8", "up to {end}");
    }
}

/// Two briefings in a file, each with its own damage: each says what was lost in it, and what stood there already.
#[test]
fn what_was_lost_is_said_where_it_was() {
    let head = "**发布日期：** 2026-01-02\n**来源：** 甲乙丙丁戊己庚辛\n\n正文正文正文正文";
    let first = format!("# 汇总\n\n# 一\n\n{head}\u{FFFD}");
    let second = format!("# 二\n\n{head}");
    let bytes = [first.as_bytes(), b"\xff\n\n", second.as_bytes(), b"\xff\xff\n\xff\n"];
    let document = extract(&Source::decode("two.md", &bytes.concat()).expect("text"));
    let said = |at: usize| -> Vec<_> {
        let briefing: &briefex::record::Briefing = &document.briefings[at];
        briefing.diagnostics.iter().map(|d| (d.line, d.message.as_str())).collect()
    };
    let before = "the text holds U+FFFD: characters were lost before this file was written";
    assert_eq!(said(0), [(8, "1 byte sequence is not UTF-8 text and became U+FFFD, on line 8"), (8, before)]);
    assert_eq!(said(1), [(15, "3 byte sequences are not UTF-8 text and became U+FFFD, on lines 15, 16")]);
}

/// Lines and texts are the same whatever ends the lines; only places in bytes differ.
#[test]
fn line_ends_change_nothing() {
    for fixture in fixtures::all() {
        let text = fixture.source.text.replace("\r\n", "\n");
        let carriage = Source::decode(&fixture.name, text.replace('\n', "\r").as_bytes()).expect("text");
        assert_eq!(carriage.text, text, "{}", fixture.name);
        let [expected, found] = [text.clone(), text.replace('\n', "\r\n")].map(|text| {
            let source = Source::decode(&fixture.name, text.as_bytes()).expect("text");
            without_places(records(&extract_records(&source, RecordType::ALL)))
        });
        assert_eq!(found, expected, "{}", fixture.name);
    }
}

fn without_places(mut value: Value) -> Value {
    match &mut value {
        Value::Object(object) => {
            object.remove("span");
            object.values_mut().for_each(|value| *value = without_places(value.take()));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| *value = without_places(value.take())),
        _ => {}
    }
    value
}
