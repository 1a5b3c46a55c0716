//! Which files a command is for: named one by one, by their folder, or by a list.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::{Failure, read_file};

/// The files that are meant, in the order given: of a folder its files `*.json` and those of its
/// folders, sorted by name; of `@LIST` and of `-` (stdin) the files or folders named there, one a
/// line.
pub fn expand(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for argument in arguments {
        let name = argument.to_string_lossy();
        if name == "-" {
            let mut text = String::new();
            std::io::stdin()
                .read_to_string(&mut text)
                .map_err(|error| Failure::File(format!("reading names on stdin: {error}")))?;
            of_list(&text, &mut files)?;
        } else if let Some(list) = name.strip_prefix('@') {
            of_list(&read_file(Path::new(list))?, &mut files)?;
        } else {
            of_path(argument, &mut files)?;
        }
    }
    Ok(files)
}

fn of_list(text: &str, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    text.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .try_for_each(|line| of_path(Path::new(line), files))
}

fn of_path(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let failed = |error| Failure::File(format!("reading folder {}: {error}", path.display()));
    let mut inside = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_json = path
            .extension()
            .is_some_and(|extension| extension == "json");
        if is_json || path.is_dir() {
            inside.push(path);
        }
    }
    inside.sort_unstable();
    inside.iter().try_for_each(|path| of_path(path, files))
}
