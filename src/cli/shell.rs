//! What a shell wants: completions and the manual page.

use std::io::Write as _;

use anyhow::Result;
use clap::CommandFactory as _;

use super::{Cli, Outcome};
use crate::sink::output::Output;

/// Arguments of `briefex completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  briefex completions bash > ~/.local/share/bash-completion/completions/briefex
  briefex completions fish | source")]
pub(super) struct CompletionArgs {
    /// The shell to complete for
    shell: clap_complete::Shell,
}

/// Prints the completion script.
pub(super) fn completions(args: &CompletionArgs) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "briefex", &mut script);
    print(&script)?;
    Ok(Outcome::Fine)
}

/// Prints the manual: the page of the command, then those of its subcommands.
pub(super) fn man() -> Result<Outcome> {
    let mut page = Vec::new();
    let mut command = Cli::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        clap_mangen::Man::new(sub.clone()).render(&mut page)?;
    }
    print(&page)?;
    Ok(Outcome::Fine)
}

fn print(bytes: &[u8]) -> Result<()> {
    let mut out = Output::stdout();
    out.write_all(bytes)?;
    Ok(out.finish()?)
}
