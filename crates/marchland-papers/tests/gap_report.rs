//! The gap report on invented states: it prints without a remark, the same twice, in both languages, tagged, and text is text.

#![allow(clippy::disallowed_types, reason = "the test asks another program what it reads in the paper")]

use std::process::{Command, Stdio};

use marchland_papers::{
    Acts, Bound, Cell, Column, CompareRow, Comparison, Count, Coverage, Effect, Finding, GapReport, Language,
    Mark, MatrixRow, Practice, PracticeRow, Provision, Reform, Source, Span, State, TimeLine, Timeline, Turn,
    gap_report,
};

const MARKS: [Mark; 7] = [
    Mark::Regulated,
    Mark::BarePower,
    Mark::AskLawyer,
    Mark::OtherLevel,
    Mark::Prohibited,
    Mark::NoBasis,
    Mark::NotRead,
];

/// What a hostile or careless pack could hold: commands of the template, markup, long words, letters of three scripts.
const HOSTILE: &str =
    "#panic(\"x\") $ sum_1 $ *bold* _it_ @ref <label> \\u{41} `raw` = head Ғылым Ұлттық Ә Қ Ң Ө Ү Һ І";

fn state(code: &str, name: &str) -> State {
    State { code: code.into(), name: name.into() }
}

fn provision(bars: u8) -> Provision {
    Provision { instrument: "Agreement of 2031".into(), article: "Article 4(2)".into(), bars }
}

fn sample(language: Language) -> GapReport {
    let (avaria, name) = match language {
        Language::En => ("Avaria", "Operational request"),
        Language::Ru => ("Авария", "Запрос по оперативным вопросам"),
    };
    let bound = |binds: bool, bars: u8| Bound {
        title: "Agreement of 2031".into(),
        binds,
        force: "binding".into(),
        standing: "in force, from 1 Jun 2031".into(),
        because: HOSTILE.into(),
        confidence: "text read".into(),
        bars,
    };
    GapReport {
        language,
        pair: [state("AV", avaria), state("BR", "Brenia")],
        day: "1 Jun 2031".into(),
        dated: (2031, 6, 1),
        pack: "9f2c41d0".into(),
        comparator: Some([state("CA", "Calia"), state("DO", "Dorne")]),
        framework: vec![bound(true, 4), bound(true, 2), bound(false, 0)],
        columns: ["AV-BR", "CA-DO"]
            .iter()
            .flat_map(|pair| {
                ["centre", "region", "district"]
                    .map(|level| Column { pair: (*pair).into(), level: level.into() })
            })
            .collect(),
        matrix: (0..20)
            .map(|row| MatrixRow {
                form: name.into(),
                cells: (0..6).map(|column| Cell { mark: MARKS[(row + column) % MARKS.len()] }).collect(),
            })
            .collect(),
        counts: MARKS.iter().map(|mark| Count { mark: *mark, cells: 3 }).collect(),
        timeline: timeline(name),
        practice: Some(Practice {
            since: "2 Jun 2030".into(),
            rows: vec![PracticeRow {
                form: name.into(),
                whose: "Avaria, district".into(),
                acts: 3517,
                mark: Mark::OtherLevel,
            }],
        }),
        findings: std::iter::once(finding(name, ""))
            .chain(["Treaty A", "Treaty B", "Treaty C"].map(|about| finding(name, about)))
            .collect(),
        comparison: Some(Comparison {
            left: "AV – BR".into(),
            right: "CA – DO".into(),
            rows: vec![CompareRow {
                form: name.into(),
                aspect: "Level".into(),
                left: String::new(),
                right: "district to district".into(),
            }],
            same: 4,
        }),
        reforms: vec![Reform {
            name: "Draft 2".into(),
            note: HOSTILE.into(),
            before: 9,
            after: 8,
            effects: vec![Effect {
                what: name.into(),
                details: "district to district".into(),
                before: "no basis".into(),
                after: "permitted".into(),
            }],
            acts: Some(Acts {
                tried: 40,
                not_permitted: 12,
                rerouted: 9,
                would_be_lawful: 7,
                days_saved: 31,
            }),
        }],
        sources: vec![Source {
            instrument: "Agreement of 2031".into(),
            title: "Text".into(),
            url: "https://example.org/text?a=1&b=%D0%B0".into(),
            confidence: "text read".into(),
            bars: 4,
        }],
    }
}

/// A finding about a form, or about an instrument; three alike of the second kind stand in one table.
fn finding(form: &str, about: &str) -> Finding {
    let provisions = |bars: &[u8]| {
        if about.is_empty() { bars.iter().map(|n| provision(*n)).collect() } else { Vec::new() }
    };
    Finding {
        says: if about.is_empty() { HOSTILE.into() } else { "Nobody has read it.".into() },
        forms: form.into(),
        whose: if about.is_empty() { "district".into() } else { String::new() },
        about: about.into(),
        acts: about.is_empty().then_some(3517),
        closes: "A provision.".into(),
        looked_at: vec![provision(4), provision(1)],
        looked_at_more: 3,
        perhaps: provisions(&[0]),
        elsewhere: provisions(&[3]),
        confidence: "secondary source".into(),
        bars: 2,
    }
}

fn timeline(form: &str) -> Timeline {
    let span = |from, until, coverage| Span { from, until, coverage };
    Timeline {
        since: "1 Jan 1991".into(),
        years: vec![(100, "1995".into()), (500, "2015".into())],
        lines: (0..20)
            .map(|_| TimeLine {
                form: form.into(),
                spans: vec![
                    span(0, 100, Coverage::Declaratory),
                    span(100, 101, Coverage::Prohibited),
                    span(101, 600, Coverage::Unknown),
                    span(600, 1000, Coverage::InDetail),
                ],
                now: "in detail, from 1 Jun 2031".into(),
            })
            .collect(),
        turns: vec![Turn {
            day: "1 Jun 2031".into(),
            form: form.into(),
            what: "became possible".into(),
            by: HOSTILE.into(),
        }],
    }
}

/// What a reader copies out of the paper.
fn text(pdf: &[u8]) -> String {
    let path = kept(pdf);
    let out = command("pdftotext").arg("-layout").arg(&path).arg("-").stderr(Stdio::null()).output();
    let out = out.expect("pdftotext of poppler-utils is installed by scripts/prepare test");
    assert!(out.status.success());
    remove(&path);
    String::from_utf8(out.stdout).expect("text is UTF-8")
}

/// A file that another program can read.
fn kept(pdf: &[u8]) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!(
        "marchland-paper-{}-{:?}",
        std::process::id(),
        std::thread::current().id()
    ));
    let path = folder.with_extension("pdf");
    write(&path, pdf);
    path
}

#[allow(clippy::disallowed_methods, reason = "the test hands the paper to another program")]
fn write(path: &std::path::Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("the folder for temporary files can be written");
}

fn remove(path: &std::path::Path) {
    std::fs::remove_file(path).expect("the paper can be removed");
}

fn command(name: &str) -> Command {
    Command::new(name)
}

#[test]
fn prints_in_both_languages_without_a_remark_and_every_letter_is_there() {
    for language in Language::ALL {
        let paper = gap_report(&sample(language)).expect("the paper is printed");
        assert_eq!(paper.remarks, Vec::<String>::new(), "{}", language.code());
        let text = text(&paper.pdf);
        let wanted = match language {
            Language::En => [
                "Gaps in the law",
                "between Avaria and Brenia",
                "bare power",
                "The law over the years",
                "Practice on record",
                "3517",
                "2–4. Nobody has read it.",
                "Lawful with the draft: 7. Days saved: 31.",
                "Drafts and what they would change",
            ],
            Language::Ru => [
                "Пробелы в праве",
                "Авария и Brenia",
                "без порядка",
                "Право по годам",
                "Записанная практика",
                "3517",
                "2–4. Nobody has read it.",
                "стали бы законными: 7. Сбережено дней: 31.",
                "Проекты и что они изменили бы",
            ],
        };
        // Where a line ends is the typesetter's business.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in wanted {
            assert!(text.contains(words), "{words} is not in the paper:\n{text}");
        }
        assert!(text.contains("Ғылым Ұлттық"), "Kazakh letters are read back:\n{text}");
        assert!(text.contains("#panic(\"x\")"), "text is set as it is:\n{text}");
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let one = gap_report(&sample(Language::Ru)).expect("the paper is printed");
    let again = gap_report(&sample(Language::Ru)).expect("the paper is printed");
    assert!(one.pdf == again.pdf, "two prints of the same data differ");
}

#[test]
fn it_is_an_archival_paper_with_tags_and_a_language() {
    let paper = gap_report(&sample(Language::En)).expect("the paper is printed");
    let raw = String::from_utf8_lossy(&paper.pdf);
    for mark in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "/StructTreeRoot",
        "/MarkInfo",
        "/Lang",
    ] {
        assert!(raw.contains(mark), "{mark} is missing");
    }
}

#[test]
fn other_programs_find_no_fault_in_its_structure_and_each_of_its_letters_is_inside() {
    let path = kept(&gap_report(&sample(Language::Ru)).expect("the paper is printed").pdf);
    let said = |name: &str, arguments: &[&str]| {
        let out = command(name).args(arguments).arg(&path).output();
        let out = out.unwrap_or_else(|why| panic!("{name} is installed by scripts/prepare test: {why}"));
        assert!(out.status.success(), "{name}: {}", String::from_utf8_lossy(&out.stdout));
        String::from_utf8_lossy(&out.stdout).into_owned()
    };
    assert!(said("qpdf", &["--check"]).contains("No syntax or stream encoding errors"));
    let facts = said("pdfinfo", &[]);
    for fact in ["Tagged:          yes", "JavaScript:      no", "Encrypted:       no", "Page size:       595"]
    {
        assert!(facts.contains(fact), "{fact} is not among\n{facts}");
    }
    // Below two lines of heading, one face a line; the columns are emb, sub, uni before the object number.
    let faces = said("pdffonts", &[]);
    let faces: Vec<&str> = faces.lines().skip(2).collect();
    assert!(!faces.is_empty());
    for face in faces {
        let columns: Vec<&str> = face.split_whitespace().rev().collect();
        assert_eq!(columns[2..5], ["yes", "yes", "yes"], "not wholly inside: {face}");
    }
    remove(&path);
}

#[test]
fn a_paper_with_nothing_in_it_says_so() {
    let empty = GapReport {
        comparator: None,
        framework: Vec::new(),
        columns: Vec::new(),
        matrix: Vec::new(),
        counts: Vec::new(),
        timeline: Timeline { years: Vec::new(), lines: Vec::new(), turns: Vec::new(), ..timeline("") },
        practice: Some(Practice { since: "2 Jun 2030".into(), rows: Vec::new() }),
        findings: Vec::new(),
        comparison: None,
        reforms: Vec::new(),
        sources: Vec::new(),
        ..sample(Language::En)
    };
    let paper = gap_report(&empty).expect("an empty paper is printed");
    let text = text(&paper.pdf);
    for words in [
        "No instrument known here binds",
        "Nothing known here changed",
        "No act between the two states is on record",
        "find no gap",
        "no other pair to compare with",
        "no draft",
        "No source is named",
    ] {
        assert!(text.contains(words), "{words} is not in the paper:\n{text}");
    }
}

#[test]
fn a_letter_the_typeface_lacks_costs_a_remark_and_not_the_paper() {
    let mut report = sample(Language::En);
    report.pair[0].name = "Avaria → 中".into();
    let paper = gap_report(&report).expect("the paper is printed");
    assert!(paper.remarks.iter().any(|remark| remark.contains("→中")), "{:?}", paper.remarks);
    assert!(text(&paper.pdf).contains("between Avaria ? ? and Brenia"));
}
