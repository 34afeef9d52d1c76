//! Work on the repository itself: `cargo xtask codegen [--check]` and `cargo xtask tidy`. Called by contributors and by
//! `scripts/test`; it must never be needed to build or run the product, and nothing depends on it.

#![expect(clippy::disallowed_methods, reason = "a tool outside the product: it reads and writes the repository's own files")]
#![expect(clippy::print_stderr, reason = "a command line tool reports to its user")]

mod codegen;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

/// The repository's root, from where this crate lies in it.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("the crate lies two folders below the root").to_path_buf()
}

fn run(args: &[String]) -> Result<()> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["codegen"] => codegen::write(&root()),
        ["codegen", "--check"] => codegen::check(&root()),
        ["tidy"] => tidy::run(&root()),
        _ => bail!("usage: cargo xtask codegen [--check] | tidy"),
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
