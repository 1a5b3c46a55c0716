//! The architecture, read from the source files: lower parts know nothing of higher ones.

use std::path::Path;
use std::process::Command;

use crate::given;

/// The modules of the library from low to high; those on one line may know each other.
const ORDER: [&[&str]; 21] = [
    &["danish"],
    &["sorting"],
    &["json"],
    &["domain"],
    &["scoring"],
    &["peers"],
    &["proposals"],
    &["calculators"],
    &["plan"],
    &["route"],
    &["document"],
    &["charts"],
    &["picture"],
    &["about"],
    &["report"],
    &["requests"],
    &["platform"],
    &["state", "persist"],
    &["components"],
    &["pages"],
    &["app"],
];

/// Plain data and total functions: no browser, no clock, no files, no output.
const PURE: [&str; 16] = [
    "danish",
    "sorting",
    "json",
    "domain",
    "scoring",
    "peers",
    "proposals",
    "calculators",
    "plan",
    "route",
    "document",
    "charts",
    "report",
    "picture",
    "about",
    "requests",
];

struct Source {
    /// Path from the project's folder.
    path: String,
    /// The module of the library, or `main`, `bin`.
    module: String,
    /// Without comments and tests.
    code: String,
    lines: usize,
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&given::path("src"), &mut sources);
    assert!(sources.len() > 25, "{}", sources.len());
    sources
}

fn collect(folder: &Path, sources: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let inside = path
                .strip_prefix(given::path("src"))
                .unwrap()
                .to_str()
                .unwrap();
            let module = inside.split(['/', '.']).next().unwrap().to_owned();
            sources.push(Source {
                path: format!("src/{inside}"),
                module,
                code: code_of(&text),
                lines: text.lines().count(),
            });
        }
    }
}

/// A source without its comments and its tests, which stand last.
fn code_of(text: &str) -> String {
    text.lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// A name that is not a part of a longer one.
fn names(code: &str, name: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    })
}

fn none(findings: Vec<String>) {
    assert!(
        findings.is_empty(),
        "{} findings:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|modules| modules.contains(&module))
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let other = ["lib", "main", "bin"];
    none(
        sources()
            .into_iter()
            .filter(|source| {
                rank(&source.module).is_none() && !other.contains(&source.module.as_str())
            })
            .map(|source| source.path)
            .collect(),
    );
}

#[test]
fn lower_modules_do_not_name_higher_ones() {
    let mut findings = Vec::new();
    for source in sources() {
        let Some(own) = rank(&source.module) else {
            continue;
        };
        for higher in ORDER[own + 1..].iter().copied().flatten() {
            if names(&source.code, &format!("crate::{higher}")) {
                findings.push(format!("{} names {higher}", source.path));
            }
        }
        if source.code.contains("use crate::{") {
            findings.push(format!("{}: write one `use crate::` a module", source.path));
        }
    }
    none(findings);
}

fn check_absence(modules: &dyn Fn(&Source) -> bool, forbidden: &[&str]) {
    let mut findings = Vec::new();
    for source in sources().into_iter().filter(|source| modules(source)) {
        for name in forbidden {
            if names(&source.code, name) {
                findings.push(format!("{} names {name}", source.path));
            }
        }
    }
    none(findings);
}

#[test]
fn the_pure_modules_know_no_browser_no_clock_and_no_files() {
    let pure = |source: &Source| PURE.contains(&source.module.as_str());
    let forbidden = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "wasm_bindgen_futures",
        "gloo",
        "gloo_storage",
        "idb",
        "std::fs",
        "std::time",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "println",
        "eprintln",
        "print",
        "dbg",
        "SystemTime",
        "Instant",
    ];
    check_absence(&pure, &forbidden);
}

#[test]
fn only_platform_touches_the_browser() {
    let others = |source: &Source| source.module != "platform";
    check_absence(
        &others,
        &["web_sys", "js_sys", "gloo", "gloo_storage", "idb"],
    );
}

#[test]
fn only_the_command_line_reads_files() {
    let others = |source: &Source| !source.path.starts_with("src/bin/kommunebenchmark-cli/");
    check_absence(
        &others,
        &["std::fs", "std::env", "std::net", "std::process"],
    );
}

#[test]
fn only_route_knows_addresses() {
    none(
        sources()
            .into_iter()
            .filter(|source| source.module != "route" && source.code.contains("#/"))
            .map(|source| source.path)
            .collect(),
    );
}

#[test]
fn nothing_is_unsafe() {
    let any = |_: &Source| true;
    check_absence(&any, &["unsafe"]);
    assert!(given::text("Cargo.toml").contains("unsafe_code = \"forbid\""));
}

#[test]
fn the_example_municipality_has_no_special_case_in_the_rules() {
    let rules = |source: &Source| {
        ["domain", "scoring", "peers", "document", "bin"].contains(&source.module.as_str())
    };
    check_absence(&rules, &["X Kommune", "x-kommune", "Kommune X"]);
}

#[test]
fn no_source_file_is_long() {
    none(
        sources()
            .into_iter()
            .filter(|source| source.lines > 350)
            .map(|source| format!("{}: {} lines", source.path, source.lines))
            .collect(),
    );
}

/// The text files of the project, as git knows them.
fn project_files() -> Vec<(String, String)> {
    let output = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("git lists the project's files");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout)
        .unwrap()
        .split('\0')
        .filter(|path| !path.is_empty())
        .filter_map(|path| {
            let text = std::fs::read_to_string(given::path(path)).ok()?;
            Some((path.to_owned(), text))
        })
        .collect()
}

#[test]
fn no_file_names_a_path_of_the_machine_it_was_made_on() {
    let folders = ["work", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    let mut findings = Vec::new();
    for (path, text) in project_files() {
        for folder in &folders {
            // A path starts where it is not the rest of a longer one or of an expression.
            let absolute = text.match_indices(folder.as_str()).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                before.is_none_or(|c| c.is_whitespace() || "\"'`(=:,".contains(c))
            });
            if absolute {
                findings.push(format!("{path} names {folder}"));
            }
        }
    }
    none(findings);
}

#[test]
fn locked_packages_come_from_the_public_registries() {
    let cargo = given::text("Cargo.lock");
    for source in cargo.lines().filter(|line| line.starts_with("source = ")) {
        let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        assert_eq!(source, public);
    }
    let npm = given::text("package-lock.json");
    for line in npm.lines().filter(|line| line.contains("\"resolved\"")) {
        assert!(line.contains("\"https://registry.npmjs.org/"), "{line}");
    }
    for (path, text) in project_files() {
        if [".npmrc", "config.toml"].contains(&path.rsplit('/').next().unwrap()) {
            let names = text.lines().find(|line| {
                let line = line.trim_start();
                line.starts_with("registry=") || line.starts_with("replace-with")
            });
            assert_eq!(names, None, "{path}");
        }
    }
}
