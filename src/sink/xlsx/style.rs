//! The looks of cells, each made once: Excel holds a few hundred number formats, however many units a text has.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The number formats with units, at most; Excel's own limit is above 200.
const UNITS: usize = 150;

const PAPER: Color = Color::RGB(0x00E8_EEF4);
const INK: Color = Color::RGB(0x001F_3A56);
const GREY: Color = Color::RGB(0x008C_8C8C);

/// The formats of a workbook.
pub(super) struct Styles {
    /// Whatever needs no other: at the top of its cell.
    pub plain: Format,
    /// Texts, in as many lines as they need.
    pub text: Format,
    /// Texts that tell on one line what stands below or beside them.
    pub title: Format,
    /// Heads of columns of words.
    pub head: Format,
    /// Heads of columns of numbers.
    pub number_head: Format,
    /// Addresses that open.
    pub link: Format,
    /// Days.
    pub day: Format,
    /// What is there but not shown.
    pub muted: Format,
    /// A count that stands among texts.
    pub count: Format,
    number: Format,
    numbers: HashMap<String, Format>,
    units: HashMap<String, Format>,
}

impl Styles {
    pub fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        // Without an indent, a number touches the words of the next column.
        let number = plain.clone().set_align(FormatAlign::Right).set_indent(1);
        let bold = plain.clone().set_bold().set_font_color(INK);
        let head = bold.clone().set_text_wrap().set_background_color(PAPER).set_border_bottom(FormatBorder::Thin);
        Self {
            text: plain.clone().set_text_wrap(),
            title: bold,
            number_head: head.clone().set_align(FormatAlign::Right).set_indent(1),
            head,
            link: plain.clone().set_hyperlink().set_text_wrap(),
            day: plain.clone().set_num_format("yyyy-mm-dd"),
            count: plain.clone().set_num_format("#,##0").set_align(FormatAlign::Left),
            muted: plain.clone().set_font_color(GREY).set_text_wrap(),
            number,
            numbers: HashMap::new(),
            units: HashMap::new(),
            plain,
        }
    }

    /// The format of one of the codes that briefex itself chooses from.
    pub fn number(&mut self, code: &str) -> &Format {
        let format = || self.number.clone().set_num_format(code);
        self.numbers.entry(code.to_owned()).or_insert_with(format)
    }

    /// The format of a code that may hold words of the text; none when there are too many of those.
    pub fn unit(&mut self, code: &str, has_words: bool) -> Option<&Format> {
        if !has_words {
            return Some(self.number(code));
        }
        if !self.units.contains_key(code) && self.units.len() >= UNITS {
            return None;
        }
        let format = || self.number.clone().set_num_format(code);
        Some(self.units.entry(code.to_owned()).or_insert_with(format))
    }
}
