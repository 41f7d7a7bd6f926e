//! Packed input is that which was packed, and what somebody breaks or blows up on purpose costs a message.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use briefex::batch::{Limits, inputs};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use proptest::prelude::*;
use tempfile::TempDir;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use crate::cli::{run, run_with_input, text};
use crate::fixtures;

const BRIEFING: &str = "# A\n\nDate: 2026-01-02\nSource: N\n";

type Members<'m> = &'m [(&'m str, &'m [u8])];

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("written");
    encoder.finish().expect("finished")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = zstd::Encoder::new(Vec::new(), 1).expect("made");
    encoder.include_checksum(true).expect("set");
    encoder.write_all(bytes).expect("written");
    encoder.finish().expect("finished")
}

fn zip(members: Members<'_>, method: CompressionMethod) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("begun");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("finished").into_inner()
}

/// A header whose name is not checked, as whoever writes an archive by hand may make it.
fn header(name: &[u8], kind: tar::EntryType, size: usize) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.as_old_mut().name[..name.len()].copy_from_slice(name);
    header.set_entry_type(kind);
    header.set_size(size as u64);
    header.set_mode(0o644);
    header.set_cksum();
    header
}

fn tar(members: Members<'_>) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let header = header(name.as_bytes(), tar::EntryType::Regular, bytes.len());
        builder.append(&header, *bytes).expect("written");
    }
    builder.into_inner().expect("finished")
}

/// A folder with one file in it.
fn folder(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("written");
    (folder, path)
}

/// What is listed below a folder: the name and the text of each input, or `!` and why it cannot be read.
fn listed(folder: &TempDir, limits: Limits) -> Vec<(String, String)> {
    let paths = [folder.path().to_owned()];
    let listed = inputs(&paths, limits).map(|input| match input {
        Err(bad) => (bad.name, format!("! {}", bad.reason)),
        Ok(input) => {
            let read = input.read(limits.file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            (input.name.clone(), read.unwrap_or_else(|error| format!("! {error}")))
        }
    });
    listed.collect()
}

fn unpacked(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    listed(&folder(name, bytes).0, Limits::NONE)
}

/// The names of what is listed, with a `!` in front of those that are not read.
fn names(listed: &[(String, String)]) -> Vec<String> {
    listed.iter().map(|(name, read)| format!("{}{name}", if read.starts_with('!') { "!" } else { "" })).collect()
}

fn argument(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// Records as NDJSON, with what comes before the members' names cut off.
fn records(args: &[&str], before: &str) -> String {
    let output = run(&[&["extract", "-q", "-f", "ndjson"], args].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).replace(&format!(r#""path":"{before}"#), r#""path":""#)
}

#[test]
fn records_of_a_packed_tree_are_those_of_the_tree() {
    let root = fixtures::root();
    let texts: Vec<(String, Vec<u8>)> = inputs(&[root.join("en"), root.join("zh")], Limits::NONE)
        .map(|input| input.expect("readable"))
        .map(|input| {
            let name = Path::new(&input.name).strip_prefix(&root).expect("below").display().to_string();
            (name, input.read(u64::MAX).expect("readable").into_owned())
        })
        .collect();
    let members: Vec<(&str, &[u8])> = texts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in &texts {
        let path = folder.path().join("plain").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    let plain = records(&[argument(&folder.path().join("plain"))], "");
    assert_eq!(plain.lines().count(), plain.matches(r#""path":"#).count());
    let tarred = tar(&members);
    for (name, bytes) in [
        ("a.zip", zip(&members, CompressionMethod::Deflated)),
        ("stored.ZIP", zip(&members, CompressionMethod::Stored)),
        ("a.tar.gz", gzip(&tarred)),
        ("a.tgz", gzip(&tarred)),
        ("a.tar.zst", zstd(&tarred)),
        ("a.tar", tarred),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("written");
        let path = argument(&path);
        let jobs = if name == "a.tgz" { "1" } else { "3" };
        assert!(records(&["-j", jobs, path], &format!("{path}!")) == plain, "{name}");
    }
}

#[test]
fn a_compressed_file_keeps_its_name() {
    let (folder, _) = folder("a.md.gz", &[gzip(b"# A\n"), gzip(b"second part")].concat());
    fs::write(folder.path().join("b.TXT.zst"), zstd("# 乙".as_bytes())).expect("written");
    fs::write(folder.path().join("c.csv.gz"), gzip(b"no text")).expect("written");
    let expected = [("a.md.gz", "# A\nsecond part"), ("b.TXT.zst", "# 乙")];
    assert_eq!(listed(&folder, Limits::NONE), expected.map(|(name, read)| (name.to_owned(), read.to_owned())));
}

#[test]
fn what_is_met_in_folders_lists_and_on_the_command_line_is_the_same() {
    let (folder, path) = folder("a.zip", &zip(&[("x/b.md", BRIEFING.as_bytes())], CompressionMethod::Deflated));
    let path = argument(&path);
    let met = text(&run(&["extract", "-q", "-f", "ndjson", argument(folder.path())]).stdout);
    assert!(met.contains(r#""path":"a.zip!x/b.md""#), "{met}");
    let named = text(&run(&["extract", "-q", "-f", "ndjson", path]).stdout);
    let from_list = run_with_input(&["extract", "-q", "-f", "ndjson", "--files-from", "-"], path.as_bytes());
    assert_eq!((named.clone(), named), (text(&from_list.stdout), met.replace("a.zip!", &format!("{path}!"))));
    let coverage = text(&run(&["extract", "--coverage", path]).stdout);
    assert!(coverage.starts_with(&format!("{path}!x/b.md: ")), "{coverage}");
}

#[test]
fn a_tree_of_outputs_mirrors_an_archive_and_stays_in_its_folder() {
    let briefing = BRIEFING.as_bytes();
    let members: Members<'_> = &[("2025/a.md", briefing), ("../../up.md", briefing), ("/abs.md", briefing)];
    let (folder, path) = folder("a.tar", &tar(members));
    let out = format!("{}/out/deep/", folder.path().display());
    let output = run(&["extract", "-q", "-o", &out, argument(&path), argument(folder.path())]);
    assert!(output.status.code() == Some(1), "the same twice: {}", text(&output.stderr));
    let written: Vec<_> = walkdir::WalkDir::new(folder.path()).into_iter().map(|entry| entry.expect("an entry")).collect();
    let written: Vec<_> = written.iter().filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::path).collect();
    assert!(written.len() == 4 && written.iter().all(|file| **file == path || file.starts_with(&out)), "{written:?}");
}

#[test]
fn members_come_in_a_set_order_and_only_texts_do() {
    let texts: Members<'_> = &[
        ("b.md", b"b"),
        ("a/2.txt", b"2"),
        ("a/10.txt", b"10"),
        ("a/.hidden/c.md", b""),
        (".d.md", b""),
        ("__MACOSX/b.md", b""),
        ("data.csv", b""),
        ("inner.zip", b"PK"),
        ("e.md.gz", b""),
        ("A.MD", b"A"),
    ];
    let zipped = unpacked("x.zip", &zip(texts, CompressionMethod::Deflated));
    assert_eq!(names(&zipped), ["x.zip!A.MD", "x.zip!a/10.txt", "x.zip!a/2.txt", "x.zip!b.md"]);
    let tarred = unpacked("x.tar", &tar(texts));
    assert_eq!(names(&tarred), ["x.tar!b.md", "x.tar!a/2.txt", "x.tar!a/10.txt", "x.tar!A.MD"]);
    assert_eq!(tarred[2].1, "10");
}

#[test]
fn links_folders_and_devices_are_passed_over() {
    let mut builder = tar::Builder::new(Vec::new());
    use tar::EntryType::{Block, Char, Directory, Fifo, Link, Symlink, XGlobalHeader};
    for kind in [Symlink, Link, Directory, Fifo, Char, Block, XGlobalHeader] {
        builder.append(&header(b"passed.md", kind, 0), std::io::empty()).expect("written");
    }
    builder.append(&header(b"a.md", tar::EntryType::Regular, 1), &b"a"[..]).expect("written");
    let long = format!("{}b.md", "long/".repeat(60));
    let mut named = header(b"", tar::EntryType::Regular, 1);
    builder.append_data(&mut named, &long, &b"b"[..]).expect("written");
    let listed = unpacked("x.tar", &builder.into_inner().expect("finished"));
    assert_eq!(names(&listed), ["x.tar!a.md".to_owned(), format!("x.tar!{long}")]);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("link.md", "/etc/passwd", SimpleFileOptions::default()).expect("written");
    writer.add_directory("folder.md", SimpleFileOptions::default()).expect("written");
    writer.start_file("a.md", SimpleFileOptions::default()).expect("begun");
    let bytes = writer.finish().expect("finished").into_inner();
    assert_eq!(names(&unpacked("x.zip", &bytes)), ["x.zip!a.md"]);
}

#[test]
fn names_of_members_are_only_names() {
    let odd: Members<'_> = &[("./a.md", b""), ("../up.md", b""), ("/etc/abs.md", b""), ("line\nend.md", b"")];
    let names_of = |bytes: &[u8]| names(&unpacked("x.tar", bytes));
    assert_eq!(names_of(&tar(odd)), ["x.tar!a.md", "x.tar!../up.md", "x.tar!/etc/abs.md", "x.tar!line\\x0Aend.md"]);
    let mut builder = tar::Builder::new(Vec::new());
    builder.append(&header(b"gbk-\xb6\xfe.md", tar::EntryType::Regular, 0), std::io::empty()).expect("written");
    assert_eq!(names_of(&builder.into_inner().expect("finished")), ["x.tar!gbk-\\xB6\\xFE.md"]);
    // In the same number of bytes, names that a writer refuses; the last is 二 as Windows in China writes it.
    let mut bytes = zip(&[("12_up.md", b""), ("1etc2abs.md", b""), ("w12.md", b"")], CompressionMethod::Stored);
    replace(&mut bytes, b"12_up", b"../up");
    replace(&mut bytes, b"1etc2abs", b"/etc\\abs");
    replace(&mut bytes, b"w12", b"w\xb6\xfe");
    assert_eq!(names(&unpacked("x.zip", &bytes)), ["x.zip!../up.md", "x.zip!/etc/abs.md", "x.zip!w╢■.md"]);
}

/// Replaces bytes wherever they stand.
fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    for at in 0..=bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
}

/// 200 MB of zeros, compressed as zip does; made by repeating a block, since that is quick.
fn deflated_zeros() -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(&[0; 1 << 20]).expect("written");
    encoder.flush().expect("flushed");
    encoder.get_ref().repeat(200)
}

#[cfg(target_os = "linux")]
#[test]
fn what_decompresses_to_too_much_is_refused_at_once() {
    let compressed = deflated_zeros();
    let gzipped = gzip(&[0; 1 << 20]).repeat(200);
    let mut zipped = zip(&[("bomb.md", &compressed), ("c.md", BRIEFING.as_bytes())], CompressionMethod::Stored);
    // The bytes are there; what stands before the name is told that they are compressed, and from what.
    let places: Vec<usize> = (0..zipped.len()).filter(|at| zipped[*at..].starts_with(b"bomb.md")).collect();
    for (method, size) in [(places[0] - 22, places[0] - 8), (places[1] - 36, places[1] - 22)] {
        zipped[method] = 8;
        zipped[size..size + 4].copy_from_slice(&(200_u32 << 20).to_le_bytes());
    }
    assert!(zipped.len() < 2 << 20 && gzipped.len() < 2 << 20);
    let (folder, _) = folder("a.zip", &zipped);
    fs::write(folder.path().join("b.md.gz"), &gzipped).expect("written");
    fs::write(folder.path().join("c.tar.gz"), &gzipped).expect("written");
    // With no memory for what is in any of them.
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -v 150000 && exec \"$0\" extract -q -j 1 --max-bytes 1M --max-packed-bytes 8M -f ndjson \"$1\""]);
    let output = shell.arg(env!("CARGO_BIN_EXE_briefex")).arg(folder.path()).output().expect("runs");
    let reasons = [
        "a.zip!bomb.md: error: more than 1048576 bytes, which is what --max-bytes allows",
        "b.md.gz: error: more than 1048576 bytes, which is what --max-bytes allows",
        "c.tar.gz: error: more than 8388608 bytes are in this archive, which is what --max-packed-bytes allows; nothing is read from there on",
    ];
    assert_eq!(text(&output.stderr).lines().collect::<Vec<_>>(), reasons);
    assert!(text(&output.stdout).contains(r#""path":"a.zip!c.md""#) && output.status.code() == Some(1));
}

#[test]
fn a_member_that_is_too_large_costs_a_message_and_an_archive_its_rest() {
    let (large, small) = (vec![b'x'; 9000], vec![b'y'; 1000]);
    let members: Members<'_> = &[("1.md", &small), ("2.md", &large), ("3.md", &small), ("4.md", &small), ("5.md", &large)];
    let stored = zip(members, CompressionMethod::Stored);
    for (name, bytes) in [("x.zip", zip(members, CompressionMethod::Deflated)), ("x.zip", stored), ("x.tgz", gzip(&tar(members)))]
    {
        let folder = folder(name, &bytes).0;
        let limited = |file, archive| names(&listed(&folder, Limits { file, archive })).join(" ").replace(name, "x");
        assert_eq!(limited(9000, 1 << 20), "x!1.md x!2.md x!3.md x!4.md x!5.md");
        assert_eq!(limited(8999, 1 << 20), "x!1.md !x!2.md x!3.md x!4.md !x!5.md");
        assert_eq!(limited(8999, 16_000), "x!1.md !x!2.md x!3.md x!4.md !x");
        assert_eq!(limited(9000, 1200), if name == "x.zip" { "x!1.md !x" } else { "!x" });
    }
    let (folder, path) = folder("x.tar", &tar(members));
    fs::write(folder.path().join("y.md"), BRIEFING).expect("written");
    let output = run(&["extract", "-q", "-f", "ndjson", "--max-packed-bytes", "4K", argument(folder.path())]);
    assert_eq!(output.status.code(), Some(1));
    let reason = "more than 4096 bytes are in this archive, which is what --max-packed-bytes allows, in 2.md; nothing is read from there on";
    assert_eq!(text(&output.stderr), format!("x.tar: error: {reason}\n"));
    assert!(text(&output.stdout).contains(r#""path":"y.md""#), "{}", path.display());
}

/// Sizes are taken from what comes, not from what is said: here 2^62 bytes, and the names of members as long as a text.
#[test]
fn declared_sizes_are_not_believed() {
    let mut huge = header(b"a.md", tar::EntryType::Regular, 1 << 62).as_bytes().to_vec();
    huge.extend(b"little");
    assert_eq!(unpacked("x.tar", &huge)[0].1, "! the archive is cut off, in a.md; nothing is read from there on");
    let mut long = header(b"././@LongLink", tar::EntryType::GNULongName, 64 << 20).as_bytes().to_vec();
    long.extend(vec![b'a'; 4 << 20]);
    let reason = "! the headers of a member have more than 1048576 bytes; nothing is read from there on";
    assert_eq!(unpacked("x.tgz", &gzip(&long))[0].1, reason);
    let mut bytes = zip(&[("a.md", &[b'x'; 300])], CompressionMethod::Stored);
    replace(&mut bytes, &300_u32.to_le_bytes(), &0x7fff_ffff_u32.to_le_bytes());
    assert!(unpacked("x.zip", &bytes)[0].1.starts_with('!'));
}

#[test]
fn members_that_cannot_be_read_are_named_and_the_rest_goes_on() {
    let members: Members<'_> = &[("a.md", b"one"), ("b.md", b"two two"), ("c.md", b"three")];
    let good = zip(members, CompressionMethod::Stored);
    let expect = |bytes: &[u8], reason: &str| {
        let listed = unpacked("x.zip", bytes);
        assert_eq!(names(&listed), ["x.zip!a.md", "!x.zip!b.md", "x.zip!c.md"]);
        assert_eq!(listed[1].1, format!("! {reason}"));
    };
    let mut flipped = good.clone();
    replace(&mut flipped, b"two two", b"two too");
    expect(&flipped, "Invalid checksum");
    // A member's flags and method stand before its name, in the list at the end and where its bytes are.
    let patched = |local: usize, central: usize, value: u8| {
        let mut bytes = good.clone();
        let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"b.md")).collect();
        assert_eq!(places.len(), 2);
        bytes[places[0] - 30 + local] |= value;
        bytes[places[1] - 46 + central] |= value;
        bytes
    };
    expect(&patched(6, 8, 1), "it is encrypted");
    expect(&patched(8, 10, 99), "compression method not supported: 99");
}

#[test]
fn broken_archives_are_named_and_the_rest_of_the_run_goes_on() {
    let members: Members<'_> = &[("a.md", BRIEFING.as_bytes()), ("b.md", BRIEFING.as_bytes())];
    let tarred = tar(members);
    let zipped = zip(members, CompressionMethod::Deflated);
    for (name, bytes) in [
        ("x.zip", zipped),
        ("x.tar", tarred.clone()),
        ("x.tgz", gzip(&tarred)),
        ("x.tar.zst", zstd(&tarred)),
        ("x.md.gz", gzip(BRIEFING.as_bytes())),
        ("x.md.zst", zstd(BRIEFING.as_bytes())),
    ] {
        for at in [0, 1, 10, bytes.len() / 3, bytes.len() / 2, bytes.len() - 1] {
            let listed = unpacked(name, &bytes[..at]);
            // One block of zeros is an end, though there should be two.
            let is_taken = name == "x.tar" && at == bytes.len() - 1;
            assert_eq!(listed.iter().any(|(_, read)| read.starts_with('!')), !is_taken, "{name} cut at {at}: {listed:?}");
        }
        let (folder, _) = folder(name, &bytes[..bytes.len() / 2]);
        fs::write(folder.path().join("z.md"), BRIEFING).expect("written");
        let output = run(&["extract", "-f", "ndjson", "-r", "facts", argument(folder.path())]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(text(&output.stdout).contains(r#""path":"z.md""#), "{name}");
        assert!(text(&output.stderr).contains(&format!("{name}: error: ")), "{}", text(&output.stderr));
    }
    assert_eq!(names(&unpacked("no.zip", b"# a text")), ["!no.zip"]);
    assert_eq!(run(&["extract", "missing.zip"]).status.code(), Some(1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_in_messages(bytes in prop::collection::vec(any::<u8>(), 0..2000), ending in ending()) {
        listed(&folder(ending, &bytes).0, Limits { file: 1 << 20, archive: 1 << 22 });
    }

    #[test]
    fn so_do_broken_archives(
        ending in ending(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let members: Members<'_> = &[("a.md", BRIEFING.as_bytes()), ("b/c.txt", &[b'x'; 600]), ("d.md", b"")];
        let mut bytes = match ending {
            "x.zip" => zip(members, CompressionMethod::Deflated),
            "x.tgz" => gzip(&tar(members)),
            "x.tar" => tar(members),
            "x.tar.zst" => zstd(&tar(members)),
            "x.md.gz" => gzip(BRIEFING.as_bytes()),
            _ => zstd(BRIEFING.as_bytes()),
        };
        for (at, with) in flips {
            let length = bytes.len();
            bytes[at.index(length)] ^= with;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        listed(&folder(ending, &bytes).0, Limits { file: 1 << 20, archive: 1 << 22 });
    }
}

fn ending() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["x.zip", "x.tgz", "x.tar", "x.tar.zst", "x.md.gz", "x.md.zst"][..])
}
