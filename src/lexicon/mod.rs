//! The vocabulary: what labels, headings and openings mean, by concept.
//!
//! Every word list of the extractors lives here, Chinese beside English, in simplified characters and lower case;
//! texts are folded before they are compared, so traditional characters, full-width letters and capitals
//! need no entries of their own. The lists hold words of the language, never a phrase that one file happens to use.
//!
//! Most lists are open: [`extend`] adds the words of another language, or of a house style, to them. A list is open once it has a
//! name and a line in the catalogue.

mod added;
pub(crate) mod advice;
mod affix;
pub(crate) mod audience;
pub(crate) mod case;
mod catalogue;
pub(crate) mod fact;
mod fold;
pub(crate) mod forecast;
pub(crate) mod horizon;
pub(crate) mod insight;
pub(crate) mod ledger;
mod letter;
pub(crate) mod metadata;
pub(crate) mod milestone;
mod numbering;
mod open;
pub(crate) mod quantity;
mod reader;
pub(crate) mod risk;
pub(crate) mod scenario;
pub(crate) mod section;
mod vocabulary;

use catalogue::Catalogue;
use fold::fold_char;
pub(crate) use fold::{fold, narrow, opening, unfold};
pub use reader::Problem;
use vocabulary::{Table, Words};

/// Adds words to the built-in ones, from TOML as [`built_in`] prints it: `scenario.bull = ["optimistisches"]`.
///
/// The words hold for the whole process, from now to its end. So they can be added once, and only before the first text is
/// read: a second call, or one after an extraction, is an error, and so is anything in the text that is not understood. After an
/// error nothing is added.
///
/// ```standalone_crate
/// briefex::lexicon::extend("metadata.source = [\"Quelle\"]\nscenario.bear = [\"ungünstiges\"]\nscenario.nouns = [\"Szenario\"]\n")?;
/// let text = "# Netze\n\nDatum: 2026-03-01\nQuelle: Halden\n\n- Ungünstiges Szenario (30 %): Zölle\n";
/// let document = briefex::extract(&briefex::Source::decode("netze.md", text.as_bytes()).unwrap());
/// assert_eq!(document.briefings[0].metadata.sources[0].name, "Halden");
/// assert_eq!(document.briefings[0].records.scenarios[0].probability.unwrap().value, Some(0.3));
/// assert!(briefex::lexicon::extend("metadata.source = [\"Ursprung\"]").is_err());
/// # Ok::<(), briefex::lexicon::Problems>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong with the text, line by line.
pub fn extend(toml: &str) -> Result<(), Problems> {
    let lists = reader::read(toml, &Catalogue::new()).map_err(Problems)?;
    if added::set(lists) {
        return Ok(());
    }
    let message = "the vocabulary is in use already; words can be added once, before the first text is read".to_owned();
    Err(Problems(vec![Problem { line: 1, message }]))
}

/// The built-in vocabulary that [`extend`] adds to, in the same TOML: a list a line, with comments that say what each is for.
pub fn built_in() -> String {
    Catalogue::new().to_toml()
}

/// Everything that is wrong with a lexicon; there is at least one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines: Vec<String> = self.0.iter().map(|problem| format!("line {problem}")).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Problems {}
