//! Records of any text as a workbook and as a database; written twice, the database holds them once.
#![no_main]

use briefex::record::RecordType;
use briefex::sink::Sink;
use briefex::sink::sqlite::SqliteSink;
use briefex::sink::xlsx::XlsxSink;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let Some(document) = briefex_fuzz::checked(text) else { return };
    let folder = briefex_fuzz::folder();

    let path = folder.path().join("a.xlsx");
    let mut book = XlsxSink::new(&path, RecordType::ALL).expect("a workbook");
    book.write(&document).expect("the workbook takes it");
    Box::new(book).finish().expect("the workbook takes it");
    assert!(std::fs::read(&path).expect("a file").starts_with(b"PK"));

    let path = folder.path().join("a.sqlite");
    for _ in 0..2 {
        let mut database = SqliteSink::open(&path, RecordType::ALL).expect("a database");
        database.write(&document).expect("the database takes it");
        Box::new(database).finish().expect("the database takes it");
    }
});
