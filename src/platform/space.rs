//! Where in the browser's storage this copy of the app keeps its things.
//!
//! All files that are opened from a disk share one storage, and so do copies in several folders of
//! a host. Each copy, known by its address, has a space of its own: a database and a part of
//! localStorage. `kb/copy/<address>` says which; a copy that was moved or renamed is a new one and
//! can take over the space of a former. Does not know what is kept.

use std::cell::RefCell;

use web_sys::Storage;

use super::page;

/// Before the address of a copy; the value is the name of its space.
const COPY: &str = "kb/copy/";
/// Before the name of a space; the value is what is kept in it, for people.
const TITLE: &str = "kb/title/";

thread_local! {
    static SPACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A space that another copy uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The copy's address without the host.
    pub path: String,
    /// What is kept there, for people.
    pub title: String,
    space: String,
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn get(storage: &Storage, prefix: &str, name: &str) -> Option<String> {
    storage.get_item(&format!("{prefix}{name}")).ok()?
}

fn set(storage: &Storage, prefix: &str, name: &str, value: &str) {
    // A full store is no matter: without the list a copy has the first space.
    let _ = storage.set_item(&format!("{prefix}{name}"), value);
}

/// The addresses of the copies that are known.
fn copies(storage: &Storage) -> Vec<String> {
    let length = storage.length().unwrap_or_default();
    let keys = (0..length).filter_map(|at| storage.key(at).ok()?);
    keys.filter_map(|key| key.strip_prefix(COPY).map(str::to_owned))
        .collect()
}

/// A host serves a folder, whatever the name of its page; on a disk each file is a copy.
fn own_path() -> String {
    let path = web_sys::window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_default();
    match path.rsplit_once('/') {
        Some((folder, _)) if !page::is_from_disk() => format!("{folder}/"),
        _ => path,
    }
}

/// The name of the own space: empty for the first, then one mark more for each.
fn name() -> String {
    SPACE.with_borrow_mut(|space| {
        space
            .get_or_insert_with(|| storage().map_or_else(String::new, |storage| find(&storage)))
            .clone()
    })
}

fn find(storage: &Storage) -> String {
    let path = own_path();
    if let Some(known) = get(storage, COPY, &path) {
        return known;
    }
    let taken: Vec<String> = copies(storage)
        .iter()
        .filter_map(|path| get(storage, COPY, path))
        .collect();
    let mut space = String::new();
    while taken.contains(&space) {
        space.push('+');
    }
    set(storage, COPY, &path, &space);
    space
}

/// A key of localStorage in the own space: `kb/own/A`, or `kb+/own/A` in the second.
pub(super) fn key(rest: &str) -> String {
    format!("kb{}/{rest}", name())
}

/// The name of the own database, and of the channel between the tabs that share it.
pub(super) fn database() -> String {
    format!("kommunebenchmark{}", name())
}

/// What other copies keep in this browser.
#[must_use]
pub fn others() -> Vec<Other> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let own = name();
    let mut others: Vec<Other> = Vec::new();
    for path in copies(&storage) {
        let space = get(&storage, COPY, &path).unwrap_or_default();
        let is_new = space != own && others.iter().all(|other| other.space != space);
        if let (true, Some(title)) = (is_new, get(&storage, TITLE, &space)) {
            others.push(Other { path, title, space });
        }
    }
    others
}

/// Says what is kept in the own space; empty where nothing is.
pub fn label(title: &str) {
    let Some(storage) = storage() else { return };
    if title.is_empty() {
        let _ = storage.remove_item(&format!("{TITLE}{}", name()));
    } else {
        set(&storage, TITLE, &name(), title);
    }
}

/// Shows what another copy keeps, from now on, which loads the page anew.
pub fn take_over(other: &Other) {
    if let Some(storage) = storage() {
        set(&storage, COPY, &own_path(), &other.space);
        page::reload();
    }
}
