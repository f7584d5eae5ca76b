//! What a node recorded, asked again: decisions come out the same whatever changed since, and acts say what a draft would save.

use std::time::Duration;

use marchland::acts::{ask, confirm, ours, recorded, replay};
use marchland::lawbook::shipped;
use marchland::store::Store;
use marchland::survey::{OnRecord, gap_report};
use marchland_casework::Field;
use marchland_law::{Body, Directory, Framework, Level, State, gaps, what_if};
use marchland_papers::Language;

use crate::WALK;
use crate::world::{
    Op::{self, *},
    Side::{A, B},
    World, request,
};

const KZ_DISTRICT: &str = "KZ/district/kyzylzhar";
const BORDER: &str = "instruments/ru-kz-mvd-border-1998/instrument.md";

fn today() -> jiff::civil::Date {
    "2026-12-01".parse().unwrap()
}

fn pair() -> [State; 2] {
    ["RU".parse().unwrap(), "KZ".parse().unwrap()]
}

async fn walked() -> World {
    let mut world = World::new().await;
    world.run(WALK).await;
    world
}

/// The shipped law after somebody worked on the agreement of border regions.
fn law(edit: impl Fn(String) -> String) -> Framework {
    let mut files = shipped();
    let border = files.iter_mut().find(|f| f.path == BORDER).unwrap();
    let edited = edit(border.text.clone());
    assert_ne!(edited, border.text, "the edit finds its place");
    border.text = edited;
    Framework::load(&files).unwrap_or_else(|mistakes| panic!("{}", mistakes.plain()))
}

#[tokio::test]
async fn every_decision_comes_out_the_same_read_beside_the_running_node() {
    let world = walked().await;
    for side in [A, B] {
        let app = world.app(side);
        let beside = Store::open_to_read(&app.config.database()).await.unwrap();
        let report = replay::all(&beside, &app.law.framework, &app.directory, today()).await.unwrap();
        assert!(report.decisions >= 2, "{side:?} decided {}", report.decisions);
        assert_eq!((report.identical, report.without_register), (report.decisions, 0));
        assert!(report.hold() && report.changed_today == 0 && report.of_note.is_empty(), "{report:#?}");
        let written = beside.keep_ground("law", "none", 0, || Ok("[]".to_owned())).await;
        assert!(written.is_err(), "nothing can be written through it");
        beside.close().await;
    }
}

#[tokio::test]
async fn what_was_revoked_renamed_or_moved_since_leaves_the_past_alone() {
    let mut world = walked().await;
    world.op(Advance(Duration::from_secs(3600))).await;
    let adviser = world.official(A, "zorin").await;
    let app = world.app(A);
    let standing = app.store.confirmations().await.unwrap().remove(0);
    confirm::revoke(app, &adviser, &standing.id, "a better copy was found").await.unwrap();
    confirm::confirm(app, &adviser, "ru-kz-mvd-2008", "seen in the ministry").await.unwrap();
    let moved: Vec<Body> = app
        .directory
        .all()
        .map(|body| Body { region: body.region.as_ref().map(|_| "RU-SAM".into()), ..body.clone() })
        .collect();
    let moved = Directory::new(moved).unwrap();
    let report = replay::all(&app.store, &app.law.framework, &moved, today()).await.unwrap();
    assert_eq!(report.identical, report.decisions, "{report:#?}");
}

#[tokio::test]
async fn a_better_reading_keeps_the_past_and_a_rewritten_one_is_named() {
    let world = walked().await;
    let app = world.app(A);
    let rule = "rule: rukz98-regional";
    let replaced = law(|text| {
        let start = text.find(rule).unwrap();
        let end = start + text[start..].find("```").unwrap();
        let old = &text[start..end];
        let new = old.replace(rule, "rule: rukz98-central-only").replace("[regional]", "[central]");
        let new = format!("{}recorded: 2026-11-28\n", new);
        format!("{}{old}withdrawn: 2026-11-28\n```\n\n```rule\n{new}{}", &text[..start], &text[end..])
    });
    let report = replay::all(&app.store, &replaced, &app.directory, today()).await.unwrap();
    assert_eq!((report.other_edition, report.changed_today), (report.decisions, report.decisions));
    assert!(report.hold());
    let plain = report.plain();
    assert!(plain.contains("(rukz98-central-only) was recorded on 2026-11-28"), "{plain}");
    assert!(plain.contains("(rukz98-regional) was withdrawn on 2026-11-28"), "{plain}");

    let rewritten = law(|text| {
        let start = text.find(rule).unwrap();
        format!("{}{}", &text[..start], text[start..].replacen("[regional]", "[central]", 1))
    });
    let report = replay::all(&app.store, &rewritten, &app.directory, today()).await.unwrap();
    assert_eq!(report.own_edition_only, report.decisions);
    assert!(!report.hold());
    assert!(report.plain().contains("was rewritten instead of being withdrawn"), "{}", report.plain());
}

#[tokio::test]
async fn the_act_of_a_district_that_went_through_its_region_counts_for_a_draft() {
    let mut world = World::new().await;
    world.run(&[Compose, Op::Advance(Duration::from_secs(3 * 24 * 3600)), Submit]).await;
    world.run(&[Op::Advance(Duration::from_secs(24 * 3600)), Approve, Deliver(A), Work(B)]).await;
    let app = world.app(A);
    let recorded = recorded::acts(&app.store, &app.directory, pair()).await.unwrap();
    let [act] = recorded.acts.as_slice() else { panic!("one act, once: {recorded:#?}") };
    assert_eq!((act.act.from.as_str(), act.rerouted), ("RU/district/isilkul", true));
    assert_eq!((act.days_lost, recorded.usual_days), (Some(4), None));
    let result = what_if(
        &app.law.framework,
        &["draft-district-bodies".into()],
        pair(),
        today(),
        Some(recorded.given(&app.directory)),
    )
    .unwrap();
    let effect = result.acts.unwrap();
    assert_eq!((effect.tried, effect.not_permitted, effect.rerouted), (1, 1, 1), "{effect:#?}");
    assert_eq!((effect.would_be_lawful, effect.days_saved), (1, 4), "{effect:#?}");
    assert_eq!(&*effect.changed[0].case, "OMS-2026-00001");
    let received = recorded::acts(&world.app(B).store, &world.app(B).directory, pair()).await.unwrap();
    assert_eq!(received.acts.len(), 1, "the other side has it on record too, as it arrived");
}

#[tokio::test]
async fn an_act_that_took_the_lawful_way_is_tried_as_it_was_wanted() {
    let world = World::new().await;
    let (app, who) = (world.app(A), world.official(A, "talnikova").await);
    let mut typed = request();
    for (field, text) in
        [(Field::From, "RU/district/isilkul"), (Field::OnBehalfOf, ""), (Field::To, KZ_DISTRICT)]
    {
        typed.set(field, text);
    }
    let (act, now) = (typed.act().unwrap(), app.clock.now());
    let asked = ask::law(app, &act, marchland_law::Side::Acting, now).await.unwrap();
    let wanted_to = ours::use_route(app, &mut typed, &asked.decision);
    assert_eq!(wanted_to.as_deref(), Some(KZ_DISTRICT));
    assert_ne!(typed.get(Field::To), KZ_DISTRICT, "it goes to the region now");
    let row = ours::save_rerouted(app, &who, None, typed.clone(), None, wanted_to).await.unwrap();
    let row = ours::save(app, &who, Some(&row.id), typed.clone(), None).await.unwrap();

    let recorded = recorded::acts(&app.store, &app.directory, pair()).await.unwrap();
    let [one] = recorded.acts.as_slice() else { panic!("one act, once: {recorded:#?}") };
    assert_eq!((&one.act.from, &one.act.to, one.rerouted), (&act.from, &act.to, true));
    let draft = ["draft-district-bodies".into()];
    let given = Some(recorded.given(&app.directory));
    let effect = what_if(&app.law.framework, &draft, pair(), today(), given).unwrap().acts.unwrap();
    assert_eq!((effect.not_permitted, effect.rerouted, effect.would_be_lawful), (1, 1, 1), "{effect:#?}");

    // Somebody changes his mind about whom to ask: what was wanted before is no longer wanted.
    typed.set(Field::To, "KZ/central/mvd");
    ours::save(app, &who, Some(&row.id), typed, None).await.unwrap();
    let recorded = recorded::acts(&app.store, &app.directory, pair()).await.unwrap();
    assert_eq!(recorded.acts[0].act.to.as_str(), "KZ/central/mvd");
}

#[tokio::test]
async fn what_takes_place_is_counted_by_level_and_a_level_without_power_is_a_finding() {
    let world = walked().await;
    let app = world.app(A);
    let practice = recorded::practice(&app.store, &app.directory, pair(), today()).await.unwrap();
    let counts: Vec<_> =
        practice.iter().map(|p| (p.form.as_str(), p.acting.as_str(), p.level, p.count)).collect();
    assert_eq!(counts, [("operational-request", "RU", Level::Regional, 1)]);
    let report = gaps(&app.law.framework, pair(), today(), &practice);
    let acts = recorded::acts(&app.store, &app.directory, pair()).await.unwrap();
    let record = OnRecord { practice: &practice, acts: acts.given(&app.directory) };
    let paper = gap_report(&app.law.framework, pair(), today(), Language::En, Some(record));
    let rows = paper.practice.unwrap().rows;
    assert_eq!((rows.len(), rows[0].acts, rows[0].whose.as_str()), (1, 1, "Russia, regional"));
    assert!(paper.reforms.iter().all(|draft| draft.acts.is_some_and(|acts| acts.tried == 1)));
    let unfounded = |report: &marchland_law::GapReport| {
        report.findings.iter().any(|f| f.gap.kind == marchland_law::FindingKind::PracticeWithoutBasis)
    };
    assert!(!unfounded(&report), "regions are empowered");
    let long_after = "2028-01-01".parse().unwrap();
    assert!(recorded::practice(&app.store, &app.directory, pair(), long_after).await.unwrap().is_empty());
    // The register as it would be if the asking body were a district: nothing empowers it, and its acts are a finding.
    let as_district = app.directory.all().map(|body| Body {
        level: if body.id.as_str() == "RU/region/omsk" { Level::District } else { body.level },
        ..body.clone()
    });
    let as_district = Directory::new(as_district).unwrap();
    let practice = recorded::practice(&app.store, &as_district, pair(), today()).await.unwrap();
    assert!(unfounded(&gaps(&app.law.framework, pair(), today(), &practice)), "{practice:?}");
}
