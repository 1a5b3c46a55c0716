//! How long the parts of one edit take: reading, scoring, comparing, writing. Run by `make bench`.
//!
//! Plain: the median of many rounds of each, since the app does each once for every edit and only
//! the order of magnitude matters (a frame has 16.7 ms, and WebAssembly takes about twice as long).

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use kommunebenchmark::calculators;
use kommunebenchmark::calculators::Grid;
use kommunebenchmark::calculators::examples::reproduce;
use kommunebenchmark::document;
use kommunebenchmark::domain::answer::Answer;
use kommunebenchmark::domain::assessment::Round;
use kommunebenchmark::domain::decisions::{Action, ActionId, CaseId, Decisions, ProposalId};
use kommunebenchmark::domain::edit::Edit;
use kommunebenchmark::domain::ids::{Domain, UnitId};
use kommunebenchmark::domain::unit::Unit;
use kommunebenchmark::peers::resources;
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Dataset, compare, summarise};
use kommunebenchmark::plan::PerScenario;
use kommunebenchmark::plan::prepare::Given;
use kommunebenchmark::plan::totals::totals;
use kommunebenchmark::plan::what_if::fte_of;
use kommunebenchmark::proposals;
use kommunebenchmark::scoring::{Scorecard, score};

const EXAMPLE: &str = include_str!("../public/eksempler/x-kommune.kommunebenchmark.json");
const KLK_2017: &str = include_str!("../public/data/peers.json");
const MODEL: &str = include_str!("../public/data/peers-model.json");

const ROUNDS: usize = 301;

fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let micro = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1e6);
    println!(
        "{name:<44} {:>10} {:>10}",
        micro(times[ROUNDS / 2]),
        micro(times[ROUNDS * 9 / 10])
    );
}

/// The model's municipalities again and again, until there are five thousand with all their answers.
fn five_thousand(model: &Dataset) -> Dataset {
    const TIMES: usize = 125;
    let mut large = model.clone();
    let peers = model.municipalities.iter().cycle();
    large.municipalities = peers
        .take(model.municipalities.len() * TIMES)
        .cloned()
        .collect();
    large.label.n = u32::try_from(large.municipalities.len()).ok();
    for column in large.answers.values_mut() {
        for text in [
            &mut column.organisation,
            &mut column.process,
            &mut column.solution,
        ] {
            *text = text.repeat(TIMES);
        }
    }
    for values in large.fte.values_mut() {
        *values = values.repeat(TIMES);
    }
    large
}

/// The round with a hundred units, each with the answers of the first 40 activities.
fn with_units(round: &Round) -> Round {
    let mut round = round.clone();
    let own = round.answers.values().flatten().take(40);
    let answers: BTreeMap<_, _> = own.map(|(id, answer)| (*id, answer.clone())).collect();
    for number in 1..=100 {
        let id = UnitId(format!("enhed-{number:03}"));
        let unit = Unit {
            employees: Some(number),
            invoices: Some(number * 100),
            ..Unit::default()
        };
        round.units.insert(id.clone(), unit);
        round.answers.insert(id, answers.clone());
    }
    round
}

/// Thirty actions that all take from the same areas, each with a case of ten years.
fn plan_of_thirty(scorecard: &Scorecard) -> (Decisions, Given) {
    let fte = fte_of(scorecard);
    let mut decisions = Decisions::default();
    let mut given = Given {
        fte: fte.clone(),
        ..Given::default()
    };
    for number in 1..=30_u32 {
        let case = CaseId(format!("c{number}"));
        let proposal = ProposalId(format!("X{number}"));
        let row = Grid {
            fte: vec![0.5; 10],
            capacity: vec![250_000.0; 10],
            running: vec![10_000.0; 10],
            ..Grid::default()
        };
        given.worths.insert(
            case.clone(),
            PerScenario {
                low: row.clone(),
                expected: row.clone(),
                high: row,
            },
        );
        given
            .areas
            .insert(proposal.clone(), fte.keys().copied().collect());
        let action = Action {
            proposal,
            order: number,
            case: Some(case),
            gain_from: Some(2027),
            ..Action::default()
        };
        decisions
            .actions
            .insert(ActionId(format!("a{number}")), action);
    }
    (decisions, given)
}

fn main() {
    let mut assessment = document::read(EXAMPLE).expect("the example is valid");
    let round = assessment
        .current()
        .expect("the example has a round")
        .clone();
    let model = Dataset::read(MODEL).expect("the model dataset is valid");
    let klk = Dataset::read(KLK_2017).expect("the shipped dataset is valid");
    let scorecard = score(&round);
    let with_model = summarise(&model, &Own::default());
    let with_klk = summarise(&klk, &Own::default());

    println!("{:<44} {:>10} {:>10}", "microseconds", "median", "90 %");
    measure("score 300 answers and the staff sheet", || score(&round));
    let with_units = with_units(&round);
    measure("the same with 100 units x 40 answers", || {
        score(&with_units)
    });
    measure("summarise 40 municipalities x 300 answers", || {
        summarise(&model, &Own::default())
    });
    measure("compare with the model dataset", || {
        compare(&scorecard, &with_model, true)
    });
    let large = five_thousand(&model);
    measure("summarise 5,000 municipalities (once)", || {
        summarise(&large, &Own::default())
    });
    let with_large = summarise(&large, &Own::default());
    measure("compare with 5,000 municipalities (per edit)", || {
        compare(&scorecard, &with_large, true)
    });
    measure("their resources (per edit)", || {
        resources::compare(&round, &scorecard, &with_large, true)
    });
    measure("compare with KLK's means", || {
        compare(&scorecard, &with_klk, false)
    });
    let picture = proposals::Picture {
        round: &round,
        scorecard: &scorecard,
        peers: None,
    };
    measure("rank the proposals of both domains (per edit)", || {
        Domain::ALL.map(|domain| proposals::rank(domain, &picture, &BTreeMap::new()))
    });
    measure("compute the 23 models' own examples", || {
        let examples = calculators::models().iter().flat_map(|model| {
            model
                .examples
                .iter()
                .map(move |example| reproduce(model, example))
        });
        examples.map(|values| values.len()).sum::<usize>()
    });
    let (decisions, given) = plan_of_thirty(&scorecard);
    measure("sum a plan of 30 actions over 10 years", || {
        totals(&decisions, &given)
    });
    let activity = kommunebenchmark::domain::catalogue::AREAS[0].activities[0].id;
    let edit = Edit::SetAnswers {
        round: round.id.clone(),
        unit: UnitId::central(),
        answers: [(activity, Some(Answer::default()))].into(),
    };
    measure("apply one edit", || assessment.apply(edit.clone()));
    measure("copy the whole assessment", || assessment.clone());
    measure("write the survey file", || {
        document::write(&assessment, "bench", "2026-01-01T00:00:00Z")
    });
    measure("read and check the survey file", || document::read(EXAMPLE));
    measure("read and check the model dataset", || Dataset::read(MODEL));
}
