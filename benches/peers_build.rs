//! What ten thousand contributions cost: time and peak memory of reading and building. Run by
//! `make bench`; `KB_FILES` sets another number.

use std::path::Path;
use std::time::Instant;

use kommunebenchmark::document::{self, contribution};
use kommunebenchmark::domain::answer::Answer;
use kommunebenchmark::domain::assessment::Municipality;
use kommunebenchmark::domain::ids::UnitId;
use kommunebenchmark::domain::municipality::MUNICIPALITIES;
use kommunebenchmark::domain::rating::{Degree, Organisation, Place};
use kommunebenchmark::peers::Dataset;
use kommunebenchmark::peers::build::{Builder, Naming, Title};
use kommunebenchmark::peers::contribution::Contribution;
use kommunebenchmark::peers::handover::{Handover, Which};

const EXAMPLE: &str = include_str!("../public/eksempler/x-kommune.kommunebenchmark.json");

/// Contributions with the example's staff and answers that differ from file to file.
fn generate(folder: &Path, files: usize) {
    let mut survey = document::read(EXAMPLE).expect("the example is valid");
    survey.example = false;
    for number in 0..files {
        let entry = &MUNICIPALITIES[number % MUNICIPALITIES.len()];
        survey.municipality = Some(Municipality::new(Some(entry.code), entry.name));
        let round = survey.rounds.last_mut().expect("the example has a round");
        round.profile.population = Some(entry.population);
        let answers = round.answers.get_mut(&UnitId::central());
        for (index, answer) in answers.expect("it has answers").values_mut().enumerate() {
            *answer = varied(
                number
                    .wrapping_mul(2_654_435_761)
                    .wrapping_add(index * 40_503),
            );
        }
        let handover = Handover {
            id: &format!("{number:032x}"),
            which: Which::Newest,
            app: "bench",
            made_at: "2026-11-22T10:15:00Z",
            consent: None,
        };
        let (made, _) = Contribution::of(&survey, &handover).expect("it can be handed over");
        let path = folder.join(format!("{number:05}.json"));
        std::fs::write(path, contribution::write(&made)).expect("the folder can be written");
    }
}

fn varied(number: usize) -> Answer {
    let mixed = (number ^ (number >> 13)).wrapping_mul(0x9E37_79B1) >> 8;
    Answer {
        organisation: Some(Organisation::One(Place::ALL[mixed % 5])),
        process: Some(Degree::ALL[mixed / 5 % 3]),
        solution: Some(Degree::ALL[mixed / 15 % 3]),
        ..Answer::default()
    }
}

/// The most memory that this process has had, where the system tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("not known".to_owned(), |line| line.trim().to_owned())
}

fn main() {
    let files = std::env::var("KB_FILES")
        .ok()
        .and_then(|files| files.parse().ok())
        .unwrap_or(10_000);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers_build");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    generate(&folder, files);
    println!(
        "{files} contributions; memory before reading {}",
        peak_memory()
    );

    let start = Instant::now();
    let mut builder = Builder::new(Title {
        naming: Naming::Anonymous,
        id: "bench".to_owned(),
        title: "Bench".to_owned(),
        edition: "1".to_owned(),
        source: "bench".to_owned(),
        year: 2026,
    });
    for number in 0..files {
        let path = folder.join(format!("{number:05}.json"));
        let text = std::fs::read_to_string(path).expect("it was written");
        builder.add("", &contribution::read(&text).expect("it is valid"));
    }
    println!(
        "read and reduce: {:.1} s, {}",
        start.elapsed().as_secs_f64(),
        peak_memory()
    );
    let (dataset, _) = builder.finish().expect("there are enough");
    println!(
        "build: {:.1} s, {}",
        start.elapsed().as_secs_f64(),
        peak_memory()
    );
    let text = serde_json::to_string(&dataset).expect("a dataset has a JSON form");
    drop(dataset);
    println!("write: {} bytes, {}", text.len(), peak_memory());
    Dataset::read(&text).expect("what is built can be read");
    println!(
        "read again: {:.1} s, {}",
        start.elapsed().as_secs_f64(),
        peak_memory()
    );
    std::fs::remove_dir_all(&folder).expect("the folder is ours");
}
