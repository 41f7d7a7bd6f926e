//! Commands with their output as a user sees them: every `console` block of the README and of `tests/cmd`.

#[test]
fn commands_print_what_is_written() {
    trycmd::TestCases::new().case("README.md").case("tests/cmd/*.md");
}
