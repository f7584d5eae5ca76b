//! Turns `locales/<lang>/*.ftl` into typed functions, so that a missing or misspelt text fails the build, and
//! tells the templates under which hash the browser files are embedded.

use std::{env, fs, path::Path, process::ExitCode};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

const ASSETS_VERSION: &str = "../../assets/dist/version.txt";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed={ASSETS_VERSION}");
    let Ok(version) = fs::read_to_string(ASSETS_VERSION) else {
        eprintln!("assets/dist is missing: run `npm ci && npm run build` in the folder assets first");
        return ExitCode::FAILURE;
    };
    println!("cargo::rustc-env=MARCHLAND_ASSETS=/assets/{}", version.trim());
    let Some(out) = env::var_os("OUT_DIR") else {
        eprintln!("OUT_DIR is not set; build scripts are run by cargo");
        return ExitCode::FAILURE;
    };
    let words = Path::new(&out).join("words.rs");
    let texts = Path::new(&out).join("words.ftl");
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("locales")
            .with_output_file_path(&words.to_string_lossy())
            .with_ftl_output(FtlOutputOptions::single_file(&texts.to_string_lossy()))
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            // All three languages run left to right, and the marks would end up in copied case numbers.
            .without_bidi_isolation()
            .without_format(),
    )
}
