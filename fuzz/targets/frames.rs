//! Frames from standard input: each line is one, or an error, and none is longer than was allowed.
#![no_main]

use briefex::batch::frame::{Content, Frame, Lines};
use libfuzzer_sys::fuzz_target;

const MOST: u64 = 256;

fuzz_target!(|bytes: &[u8]| {
    let mut lines = Lines::new(bytes, b'\n', MOST);
    let mut count = 0;
    while let Some(line) = lines.next().expect("memory can be read") {
        count += 1;
        match line {
            Ok(line) => {
                assert!(line.len() as u64 <= MOST && !line.contains(&b'\n'));
                if let Ok(frame) = Frame::parse(&line) {
                    let bytes = match frame.content {
                        Content::Text(text) => text.into_bytes(),
                        Content::Bytes(bytes) => bytes,
                    };
                    briefex_fuzz::checked(&bytes);
                }
            }
            Err(reason) => assert!(!reason.is_empty()),
        }
    }
    let ends = bytes.iter().filter(|&&byte| byte == b'\n').count();
    let rest = bytes.last().is_some_and(|&last| last != b'\n');
    assert_eq!(count, ends + usize::from(rest));
});
