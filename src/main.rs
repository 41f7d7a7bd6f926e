//! The `briefex` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    briefex::cli::main()
}
