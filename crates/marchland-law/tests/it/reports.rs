//! Status, matrix, comparison, timeline and reforms, on the shipped law.

use marchland_law::{
    Act, Aspect, Column, Coverage, Dates, FindingKind, InstrumentId, Level, Recorded, RecordedAct,
    SourceFile, State, Step, Subject, compare, decide, gaps, matrix_of_instruments, matrix_of_pairs,
    read_act, status, status_plain, timeline, what_if,
};

use crate::shipped_law;

fn pair(a: &str, b: &str) -> [State; 2] {
    [a.parse().expect("a state"), b.parse().expect("a state")]
}

fn day(text: &str) -> jiff::civil::Date {
    text.parse().expect("a date")
}

#[test]
fn status_says_what_displaced_an_instrument_and_where_to_check_it() {
    let [a, b] = pair("RU", "KZ");
    let list = status(shipped_law(), a, b, day("2026-11-23"));
    let minsk = list.iter().find(|s| s.bond.instrument.as_str() == "cis-minsk-convention-1993").expect("it");
    let because = minsk.because.first().expect("a reason");
    assert!(because.says.as_ref().is_some_and(|t| t.en.contains("Chisinau")));
    assert!(because.sources.iter().all(|s| s.url.starts_with("http")) && !because.sources.is_empty());
    assert!(list.iter().all(|s| !s.because.is_empty()));
    assert!(status_plain(&list, "ru").contains("displaced by cis-chisinau-convention-2002 on 2023-06-28"));
}

#[test]
fn the_matrix_shows_levels_of_a_pair_and_whole_instruments() {
    let law = shipped_law();
    let matrix = matrix_of_pairs(law, &[pair("RU", "KZ"), pair("CH", "FR")], day("2019-06-01"));
    let cell = |form: &str, states: [State; 2], level: Level| {
        let column = matrix.columns.iter().position(|c| *c == Column::Pair { states, level });
        let row = matrix.rows.iter().find(|r| r.form.as_str() == form).expect("a form");
        &row.cells[column.expect("a column")]
    };
    for (form, states, level, coverage) in [
        ("operational-request", ["RU", "KZ"], Level::Regional, Coverage::Unknown),
        ("operational-request", ["RU", "KZ"], Level::District, Coverage::Silent),
        ("operational-request", ["CH", "FR"], Level::District, Coverage::InDetail),
    ] {
        let cell = cell(form, pair(states[0], states[1]), level);
        assert_eq!(cell.coverage, coverage, "{form} {states:?} {level}");
        assert_eq!(cell.provisions.is_empty(), coverage == Coverage::Silent, "a cell opens its provisions");
    }
    let ids: Vec<InstrumentId> = law.instruments().map(|i| i.id.clone()).collect();
    let matrix = matrix_of_instruments(law, &ids, day("2026-11-23"));
    assert!(matrix.columns.iter().all(|c| !c.title().starts_with("draft-")), "a draft is not law");
    let lines: Vec<usize> = matrix.csv().lines().map(|l| l.split(',').count()).collect();
    assert_eq!(lines.len(), law.vocabulary().forms.len() + 1);
    assert!(lines.iter().all(|fields| *fields == matrix.columns.len() + 1));
}

#[test]
fn two_pairs_side_by_side_name_level_and_article() {
    let subject = |text: &str| text.parse::<Subject>().expect("a subject");
    let law = shipped_law();
    let (left, right) = (subject("RU-KZ"), subject("ch-fr-agreement-2007"));
    let table = compare(law, &left, &right, day("2019-06-01")).expect("both are there");
    let row = |form: &str, aspect: Aspect| {
        table.rows.iter().find(|r| r.form.as_str() == form && r.aspect == aspect).expect("a row")
    };
    let level = row("operational-request", Aspect::Level);
    assert_eq!(level.left[0].what, "regional > regional");
    assert!(level.right.iter().any(|s| s.what == "district or unit > district or unit"
        && s.provision.as_ref().is_some_and(|p| &*p.article == "Article 25")));
    assert!(!level.same);
    assert!(row("operational-request", Aspect::Refusal).left.is_empty(), "their list has not been read");
    let with_itself = compare(law, &right, &right, day("2019-06-01")).expect("it is there");
    assert!(with_itself.rows.iter().all(|r| r.same));
    assert!("RU-RU".parse::<Subject>().is_err());
    let unknown = compare(law, &left, &subject("no-such-treaty"), day("2019-06-01")).expect_err("not there");
    assert!(unknown.to_string().contains("no-such-treaty"));
}

#[test]
fn the_timeline_has_no_hole_and_no_overlap_and_names_each_step() {
    let law = shipped_law();
    let line = timeline(law, pair("RU", "KZ"), day("1991-01-01"), day("2026-11-23"));
    for form in &line.forms {
        assert_eq!(form.spans.first().map(|s| (s.from, s.step)), Some((day("1991-01-01"), Step::Start)));
        assert!(form.spans.last().is_some_and(|s| s.until.is_none()));
        assert!(form.spans.windows(2).all(|two| two[0].until == Some(two[1].from)));
    }
    let of = |form: &str| &line.forms.iter().find(|f| f.form.as_str() == form).expect("a form").spans;
    let possible = of("operational-request").iter().find(|s| s.step == Step::BecamePossible).expect("a step");
    assert_eq!(possible.from, day("1999-01-01"));
    let moved = of("procedural-assistance").iter().find(|s| s.step == Step::Moved).expect("a step");
    assert_eq!(moved.from, day("2023-06-28"));
    assert!(moved.by.contains(&"cis-chisinau-convention-2002".into()));
}

fn act(text: &str) -> (Act, marchland_law::Directory) {
    let file = SourceFile { path: "act.yaml".into(), text: text.into() };
    read_act(shipped_law(), &file).expect("readable")
}

#[test]
fn each_draft_closes_its_gap_and_drafts_are_law_nowhere_else() {
    let (law, on, states) = (shipped_law(), day("2026-11-23"), pair("RU", "KZ"));
    let mut tried = 0;
    for (draft, kind, level, form) in [
        ("draft-heads-of-regional-bodies", FindingKind::HeadPowersUnspecified, None, "operational-request"),
        ("draft-district-bodies", FindingKind::LevelGap, Some(Level::District), "operational-request"),
        ("draft-named-officials", FindingKind::NoNamedOfficials, None, "operational-request"),
        ("draft-review-after-events", FindingKind::NotUpdatedSinceEvent, None, "operational-request"),
        ("draft-simplified-visits", FindingKind::NoSimplifiedVisit, None, "official-visit"),
        ("draft-joint-action", FindingKind::DeclaratoryOnly, None, "joint-operation"),
        ("draft-translators", FindingKind::LanguageWithoutTranslator, None, "operational-request"),
    ] {
        let result = what_if(law, &[draft.into()], states, on, None).expect("a draft");
        let closes = |g: &marchland_law::Gap| {
            g.kind == kind && g.level == level && g.forms.iter().any(|f| f.as_str() == form)
        };
        assert!(result.closed.iter().any(closes), "{draft}: {:#?}", result.closed);
        tried += 1;
    }
    assert_eq!(law.reforms().count(), tried, "every draft of the pack is tried here");
    let looked_at = gaps(law, states, on, &[]).findings.into_iter().flat_map(|f| f.looked_at);
    assert!(looked_at.into_iter().all(|p| !p.instrument.as_str().starts_with("draft-")));
    let unknown = what_if(law, &["cis-minsk-convention-1993".into()], states, on, None).expect_err("enacted");
    assert!(unknown.to_string().contains("draft-district-bodies"), "{unknown}");
}

#[test]
fn a_draft_makes_recorded_acts_lawful_and_saves_their_days() {
    let (law, states) = (shipped_law(), pair("RU", "KZ"));
    let (wanted, bodies) =
        act("{form: operational-request, from: RU district RU-OMS, to: KZ regional KZ-59}");
    let (visit, _) = act("{form: official-visit, from: RU district RU-OMS, to: KZ regional KZ-59}");
    let recorded = |act: &Act, on: &str, days_lost: Option<u32>| RecordedAct {
        rerouted: days_lost.is_some(),
        days_lost,
        ..RecordedAct::wanted(act.clone(), day(on))
    };
    let acts = [
        recorded(&wanted, "2026-03-02", Some(9)),
        recorded(&wanted, "2026-05-04", None),
        recorded(&visit, "2026-05-05", Some(30)),
    ];
    let given = Recorded { bodies: &bodies, acts: &acts, confirmations: &[] };
    let draft = InstrumentId::from("draft-district-bodies");
    let result = what_if(law, &[draft], states, day("2026-11-23"), Some(given)).expect("a draft");
    let effect = result.acts.as_ref().expect("acts were given");
    assert_eq!((effect.tried, effect.not_permitted, effect.rerouted), (3, 3, 2));
    assert_eq!((effect.would_be_lawful, effect.days_saved, effect.days_not_known), (2, 9, 1));
    let changed: Vec<_> = effect.changed.iter().map(|c| (c.act, c.before, c.after)).collect();
    assert_eq!(
        changed,
        [(0, "outside-competence", "permit-under"), (1, "outside-competence", "permit-under")]
    );
    assert!(result.verdicts.iter().all(|v| v.form.as_str() != "official-visit"));
    let plain = result.plain(law, "en");
    assert!(plain.contains("reform 2 of them would have been lawful. Days saved: 9.\nNever sent, so that no days can be counted: 1."), "{plain}");
    let decision = decide(law, &bodies, &wanted, &Dates::all(day("2026-11-23")), &[]);
    assert_eq!(decision.verdict.code(), "outside-competence", "the law itself has not changed");
}
