//! Records of any text as JSON and as tables of text: what is written can be read again.
#![no_main]

use briefex::record::RecordType;
use briefex::sink::Sink;
use briefex::sink::delimited::{Dialect, TableSink};
use briefex::sink::json::JsonWriter;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let Some((&first, text)) = text.split_first() else { return };
    let Some(document) = briefex_fuzz::checked(text) else { return };
    let mut writer = JsonWriter::new(Vec::new(), false, RecordType::ALL.to_vec());
    for briefing in &document.briefings {
        writer.write(briefing).expect("memory takes it");
    }
    let lines = String::from_utf8(writer.finish().expect("memory takes it")).expect("UTF-8");
    assert_eq!(lines.lines().count(), document.briefings.len());
    for line in lines.lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("JSON");
    }

    let dialect = [Dialect::Csv, Dialect::ExcelCsv, Dialect::Tsv][usize::from(first) % 3];
    let folder = briefex_fuzz::folder();
    let mut sink = TableSink::folder(folder.path(), RecordType::ALL, dialect).expect("a folder");
    sink.write(&document).expect("the folder takes it");
    Box::new(sink).finish().expect("the folder takes it");
    for file in std::fs::read_dir(folder.path()).expect("a folder") {
        let path = file.expect("a file").path();
        let table = std::fs::read_to_string(&path).expect("UTF-8");
        if dialect == Dialect::Tsv {
            let width = |line: &str| line.split('\t').count();
            let header = table.lines().next().map(width);
            assert!(table.split_terminator('\n').all(|line| Some(width(line)) == header), "{}", path.display());
        }
    }
});
