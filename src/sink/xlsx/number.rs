//! How a number is shown: with as many decimals as it has, so that no decimal point stands alone.

/// The decimals that are shown; a number with more of them is shown as Excel likes.
const DECIMALS: usize = 6;

/// What a number's format says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Form {
    /// Whether thousands are parted.
    pub grouped: bool,
    /// How many decimals.
    pub decimals: usize,
    /// Whether it is a percentage.
    pub percent: bool,
    /// Whether a plus sign is written.
    pub signed: bool,
}

impl Form {
    /// The format of a number that stands in a column of numbers; none for one that Excel shows best itself.
    pub fn of(number: f64) -> Option<Self> {
        let decimals = decimals(number);
        (number.abs() < 1e15 && decimals <= DECIMALS).then(|| Self { grouped: true, decimals, ..Self::default() })
    }

    /// The format of a fraction, as percent to two decimals.
    pub fn percent(fraction: f64) -> Self {
        Self { decimals: decimals(fraction).saturating_sub(2).min(2), percent: true, ..Self::default() }
    }

    /// The format's code, with what stands behind the number.
    pub fn code(&self, suffix: &str) -> String {
        let digits = if self.grouped { "#,##0" } else { "0" };
        let point = if self.decimals > 0 { "." } else { "" };
        let percent = if self.percent { "%" } else { "" };
        let quoted = if suffix.is_empty() { String::new() } else { format!("\"{suffix}\"") };
        let code = format!("{digits}{point}{}{percent}{quoted}", "0".repeat(self.decimals));
        if self.signed { format!("+{code};-{code}") } else { code }
    }
}

/// How many decimals a number has when it is written as short as it can be.
pub(super) fn decimals(number: f64) -> usize {
    let text = number.to_string();
    text.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// A number divided by a hundred and rounded once: 3.2% is 0.032.
pub(super) fn hundredth(number: f64) -> f64 {
    format!("{number}e-2").parse().unwrap_or(number / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_follow_the_number() {
        let code = |number| Form::of(number).map(|form| form.code(""));
        assert_eq!(code(1_200_000.0).as_deref(), Some("#,##0"));
        assert_eq!(code(-97.7).as_deref(), Some("#,##0.0"));
        assert_eq!(code(0.0325).as_deref(), Some("#,##0.0000"));
        assert_eq!((code(1e15), code(1.0 / 3.0)), (None, None));
        assert_eq!(Form::percent(0.35).code(""), "0%");
        assert_eq!(Form::percent(0.125).code(""), "0.0%");
        assert_eq!(Form::percent(1.0 / 3.0).code(""), "0.00%");
        let signed = Form { percent: true, signed: true, ..Form::default() };
        assert_eq!(signed.code(""), "+0%;-0%");
        assert_eq!(Form { decimals: 1, ..Form::default() }.code(" TB/s"), "0.0\" TB/s\"");
        assert_eq!(hundredth(3.2), 0.032);
    }
}
