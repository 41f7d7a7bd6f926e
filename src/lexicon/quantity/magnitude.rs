//! Magnitudes, as powers of ten.

use super::super::affix::Affixes;

/// Letters glued to a number or behind a space; capitals matter.
pub(crate) static LETTERS: Affixes<i32> = Affixes::symbols(&[
    (3, &["K", "k"]),
    (6, &["M", "MM", "mn", "Mn", "MN", "mln", "mil", "Mio", "mio"]),
    (9, &["B", "b", "bn", "Bn", "BN", "bln"]),
    (12, &["T", "tn", "Tn", "trn", "tln"]),
]);

/// Letters that are magnitudes of money only: £2m.
pub(crate) static OF_MONEY: Affixes<i32> = Affixes::symbols(&[(6, &["m", "mm"]), (12, &["t"])]);

/// Words behind a number.
pub(crate) static WORDS: Affixes<i32> = Affixes::named(
    "magnitude",
    power_name,
    &[
        (2, &["hundred"]),
        (3, &["thousand"]),
        (5, &["lakh"]),
        (6, &["million", "millions"]),
        (7, &["crore"]),
        (9, &["billion", "billions"]),
        (12, &["trillion", "trillions"]),
        (15, &["quadrillion"]),
    ],
);

/// The name of the words for a power of ten.
fn power_name(power: i32) -> &'static str {
    match power {
        2 => "hundred",
        3 => "thousand",
        5 => "lakh",
        6 => "million",
        7 => "crore",
        9 => "billion",
        12 => "trillion",
        _ => "quadrillion",
    }
}

/// Parts of a magnitude behind it, in hundredths.
pub(crate) static PARTS: Affixes<u64> = Affixes::words(&[(50, &["and a half"]), (25, &["and a quarter"])]);
/// What joins a hundred to what is added to it.
pub(crate) static AND: Affixes<()> = Affixes::words(&[((), &["and"])]);

/// Dozens multiply by twelve.
pub(crate) static DOZENS: Affixes<()> = Affixes::words(&[((), &["dozen", "dozens", "dz", "dzs"])]);

/// The power of ten of a Han character that multiplies what stands before it.
pub(crate) fn of_han(c: char) -> Option<i32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}
