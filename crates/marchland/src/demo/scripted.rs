//! The story of the demo without a browser.
pub async fn run(_: &std::path::Path, _: &std::path::Path, _: u16, _: bool) -> std::process::ExitCode {
    std::process::ExitCode::FAILURE
}
