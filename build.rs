//! Turns the catalogue's files and the list of municipalities into constant tables, so that the
//! app starts without reading or parsing them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

const CATALOGUE: &str = "public/data/catalogue";
const MUNICIPALITIES: &str = "src/domain/municipalities.csv";

#[derive(Deserialize)]
struct Header {
    version: String,
    domains: Vec<DomainHeader>,
    answered_by: std::collections::BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct DomainHeader {
    id: String,
    title: String,
    areas: Vec<String>,
}

#[derive(Deserialize)]
struct Area {
    title: String,
    activities: Vec<Activity>,
}

#[derive(Deserialize)]
struct Activity {
    id: String,
    title: String,
    family: String,
    answered_by: Vec<String>,
    #[serde(default)]
    mass_process: bool,
    #[serde(default)]
    procedure: bool,
    weight: String,
}

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    println!("cargo::rerun-if-changed={CATALOGUE}");
    println!("cargo::rerun-if-changed={MUNICIPALITIES}");

    let folder = root.join(CATALOGUE);
    let header: Header = read_json(&folder.join("index.json"));
    let write = |name: &str, text: String| {
        fs::write(out.join(name), text).unwrap_or_else(|error| panic!("writing {name}: {error}"));
    };
    write("catalogue.rs", catalogue(&folder, &header));
    write("catalogue_files.rs", catalogue_files(&folder, &header));
    write(
        "municipalities.rs",
        municipalities(&root.join(MUNICIPALITIES)),
    );
}

fn read_text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("reading {}: {error}", path.display()))
}

fn read_json<T: for<'de> Deserialize<'de>>(path: &Path) -> T {
    serde_json::from_str(&read_text(path))
        .unwrap_or_else(|error| panic!("reading {}: {error}", path.display()))
}

/// `mass_process` as `MassProcess`.
fn variant(name: &str) -> String {
    name.split('_')
        .map(|word| word[..1].to_uppercase() + &word[1..])
        .collect()
}

fn area_id(id: &str) -> String {
    let domain = match &id[..1] {
        "E" => "Economy",
        "P" => "Payroll",
        other => panic!("{id}: no domain \"{other}\""),
    };
    let number: u8 = id[1..]
        .parse()
        .unwrap_or_else(|_| panic!("{id}: no number"));
    format!("AreaId {{ domain: Domain::{domain}, number: {number} }}")
}

fn catalogue(folder: &Path, header: &Header) -> String {
    let mut text = format!(
        "/// Version of the catalogue, as rounds refer to it.\n\
         pub const VERSION: &str = {:?};\n",
        header.version
    );
    for domain in &header.domains {
        let name = if domain.id == "E" {
            "ECONOMY"
        } else {
            "PAYROLL"
        };
        writeln!(text, "const {name}_TITLE: &str = {:?};", domain.title).expect("to a string");
    }
    writeln!(
        text,
        "const ROLE_TITLES: [(Role, &str); {}] = [",
        header.answered_by.len()
    )
    .expect("to a string");
    for (role, title) in &header.answered_by {
        writeln!(text, "(Role::{}, {title:?}),", variant(role)).expect("to a string");
    }
    text.push_str("];\n");
    let ids: Vec<&String> = header
        .domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .collect();
    writeln!(
        text,
        "/// Every area, in the order of KLK's leaflet.\npub static AREAS: [Area; {}] = [",
        ids.len()
    )
    .expect("to a string");
    for id in ids {
        let area: Area = read_json(&folder.join(format!("{id}.json")));
        writeln!(
            text,
            "Area {{ id: {}, title: {:?}, activities: &[",
            area_id(id),
            area.title
        )
        .expect("to a string");
        for (index, activity) in area.activities.iter().enumerate() {
            text.push_str(&activity_entry(id, index, activity));
        }
        text.push_str("] },\n");
    }
    text.push_str("];\n");
    text
}

fn activity_entry(area: &str, index: usize, activity: &Activity) -> String {
    let number = index + 1;
    assert_eq!(
        activity.id,
        format!("{area}.{number:02}"),
        "id out of order"
    );
    let roles: Vec<String> = activity
        .answered_by
        .iter()
        .map(|role| format!("Role::{}", variant(role)))
        .collect();
    format!(
        "Activity {{ id: ActivityId {{ area: {}, number: {number} }}, title: {:?}, \
         family: Family::{}, answered_by: &[{}], mass_process: {}, procedure: {}, \
         weight: Weight::{} }},\n",
        area_id(area),
        activity.title,
        variant(&activity.family),
        roles.join(", "),
        activity.mass_process,
        activity.procedure,
        variant(&activity.weight),
    )
}

/// The files whole, for the command line and the tests.
fn catalogue_files(folder: &Path, header: &Header) -> String {
    let file = |name: &str| {
        let path = folder.join(format!("{name}.json"));
        format!("include_str!({:?})", path.display().to_string())
    };
    let areas: Vec<String> = header
        .domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .map(|id| file(id))
        .collect();
    format!(
        "/// The header of the catalogue.\npub const HEADER: &str = {};\n\
         /// The files of the areas, in order.\npub const AREA_FILES: [&str; {}] = [{}];\n",
        file("index"),
        areas.len(),
        areas.join(", ")
    )
}

fn municipalities(path: &Path) -> String {
    let text = read_text(path);
    let rows: Vec<Vec<&str>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    let mut code = format!(
        "/// The municipalities, in the order of their codes.\n\
         pub static MUNICIPALITIES: [Entry; {}] = [\n",
        rows.len()
    );
    for row in rows {
        let [number, name, region, population, year, group] = row[..] else {
            panic!("{}: a row of {} cells: {row:?}", path.display(), row.len());
        };
        writeln!(
            code,
            "Entry {{ code: {number}, name: {name:?}, region: {region:?}, \
             population: {}, population_year: {year}, group: {group:?} }},",
            separated(population)
        )
        .expect("to a string");
    }
    code.push_str("];\n");
    code
}

/// `671714` as `671_714`.
fn separated(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}
