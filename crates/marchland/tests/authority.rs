//! Every address of a node against every role, kept in git and read in review. `MARCHLAND_BLESS=1` writes it anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that stops here has failed"
)]

use marchland::access::authority_table;
use marchland::app::App;
use marchland::clock::Clock;
use marchland::config::Config;
use marchland::demo::found;
use marchland::serve::router;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/authority.txt");

#[tokio::test]
async fn every_door_stands_in_the_authority_table_as_it_is() {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default(); // another test of this process may have
    let folder = std::env::temp_dir().join(format!("marchland-authority-{}", uuid::Uuid::now_v7()));
    let clock = Clock::set("2026-11-23T08:20:00Z".parse().unwrap());
    let node = found(&folder, 19_600, clock.now()).await.unwrap().remove(0);
    let app = App::open(Config::read(&node.config).unwrap(), clock, None).await.unwrap();
    let (_, doors) = router(&app);
    let table = authority_table(&app.access, &doors);
    if std::env::var_os("MARCHLAND_BLESS").is_some() {
        std::fs::write(TABLE, &table).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(TABLE).unwrap(),
        table,
        "run with MARCHLAND_BLESS=1 and read what changed"
    );
    // A word that no policy knows would close its door to everybody.
    for line in table.lines().skip(1) {
        assert!(line.contains("yes"), "nobody can use this door: {line}");
    }
    app.store.close().await;
    drop(app);
    std::fs::remove_dir_all(folder).unwrap();
}
