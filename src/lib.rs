//! Kommunebenchmark: a benchmark of municipal administration, computed in the user's browser.
//!
//! This page is the architecture. The modules stand in order, each knowing only those before it
//! (`persist` and `state` stand on one step and know each other); a test
//! (`tests/native/layering.rs`) holds them to it.
//!
//! | module | owns | what is absent |
//! | --- | --- | --- |
//! | [`danish`] | reading and writing numbers as Danes do; the only rounding | what a number means |
//! | [`sorting`] | sorting and ordered collections, small for any type | what is sorted |
//! | [`json`] | the one way from a text to a type | any format |
//! | [`domain`] | ids, scales, catalogue, profile, staff sheet, assessment, [`domain::edit::Edit`] | scores, peers, files, clock |
//! | [`scoring`] | catalogue + round -> scorecard; total functions | other municipalities, rounding, errors |
//! | [`peers`] | datasets, how they are made of contributions, statistics of a group, deviations and what they are worth | pages; a finding from invented data |
//! | [`proposals`] | the 26 proposals, which of them a picture points to and why, their natural order | what they are worth; the words of a reason |
//! | [`calculators`] | models of business cases as data; what a municipality's numbers give in them; screening for robots; the purchasing report | which cases there are, calendar years, words for users |
//! | [`plan`] | the rules of the action plan: overlap, totals with their trace, what if, goals, time | models, proposals, texts for readers, clock |
//! | [`route`] | the pages' addresses; the only place with `#/` | what a page shows |
//! | [`document`] | files: surveys, parts, contributions; merge; forms in Excel; previews; tables of results as CSV, HTML, workbook | file system, clock |
//! | `charts` | scores -> chart specification (in the worker) | drawing |
//! | `picture` | the pages of the administrative picture: tables, charts, titles (in the worker) | signals, drawing |
//! | `about` | the pages about the app itself: their texts, the self-check's result, build and components (in the worker) | a survey |
//! | `report` | the report, the slides and the workshop: parts, sentences, pages, Word (in the worker) | a number of its own |
//! | `requests` | what the app asks the worker for | carrying it out, in the app |
//! | `platform` | the browser: storage, journal, shelf, preferences, assets, worker, files, plotly, tabs, focus | what is stored or shown |
//! | `persist` | loading, journalling every edit, snapshots, backups, other tabs | what is edited |
//! | `state` | one context of signals and the intents of the pages | rules of scoring or comparison |
//! | `components` | leaves driven by properties | routes |
//! | `pages` | one file per route | signals of their own for what is saved |
//! | `app` | the shell and the mount | |
//!
//! # Invariants
//! - Nothing leaves the browser: no module but `platform` can reach it, and `platform` fetches
//!   only the app's own files, through `platform::assets::read`; the one attempt to reach another
//!   address is the self-check that the user starts, and it is there to be refused. The worker runs
//!   from a blob and so under the page's policy. What no policy refuses (windows, WebRTC, going
//!   elsewhere) the start script in `Trunk.toml` closes before the app runs.
//! - What was deleted is gone in every store and stays so, whichever tabs are open.
//! - Every change of a survey is an [`domain::edit::Edit`] through
//!   [`domain::assessment::Assessment::apply`], whose inverse restores it exactly. Undo, journal,
//!   forms, pasted blocks and merges are nothing else. A file that is opened takes the survey's
//!   place as a whole; the old one is put aside as a backup first.
//! - What comes in from a file changes nothing before the user has seen what it would change
//!   ([`document::preview`]), and nothing at all if the survey has changed since. An empty cell
//!   deletes no answer.
//! - "Gemt" is shown only after the journal in `IndexedDB` has committed. What is stored but cannot
//!   be read is never written over.
//! - What was typed and cannot be read is kept as a draft of the round, never thrown away.
//! - A blank never counts as 0. Sums are integers, division comes last, rounding is display.
//! - Invented municipalities never become findings about a real one
//!   ([`peers::comparison::Evidence`]).
//! - A group is summarised once, in the worker, for a dataset, the own facts and the choice of
//!   groups; after an edit the survey is only compared with it ([`peers::summary`]). How the
//!   comparison is looked at is a reader's preference and no part of the survey.
//! - What names no municipality never holds its FTE, only FTE in relation to its size, and that in
//!   steps where it is published ([`peers::contribution`], [`peers::build`]).
//! - Texts and numbers of the field are data: the catalogue (`public/data/catalogue/`), datasets
//!   (`public/data/peers*.json`), the method (`src/picture/method.json`), what is said of the app
//!   itself (`src/about/*.json`), the example (`public/eksempler/`). The build script turns titles into constant tables; long texts are
//!   fetched when they are first shown.
//!
//! # Builds
//! Features: `cli` (default) is `kommunebenchmark-cli`; `web` is the app; `documents` is the
//! worker with everything too heavy for the first page. Trunk builds the last two as two
//! WebAssembly modules. The start has a budget, `scripts/budget.json`.
//!
//! What only a hosted page has is no part of the modules, and is loaded when the app has started:
//! `public/hosting.js` (the host's settings, the look and the height in a frame) and
//! `public/offline.js` with `scripts/service-worker.js` (use without a network). The app tells
//! them by one event and attributes of the root element, and works without them.

#[cfg(any(feature = "web", feature = "documents"))]
pub mod about;
pub mod calculators;
#[cfg(any(feature = "web", feature = "documents"))]
pub mod charts;
pub mod danish;
pub mod document;
pub mod domain;
pub mod json;
pub mod peers;
pub mod plan;
pub mod proposals;
pub mod route;
pub mod scoring;
pub mod sorting;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
mod components;
#[cfg(feature = "web")]
mod pages;
#[cfg(feature = "web")]
mod persist;
#[cfg(any(feature = "web", feature = "documents"))]
pub mod picture;
#[cfg(feature = "web")]
pub mod platform;
#[cfg(feature = "documents")]
pub mod report;
#[cfg(any(feature = "web", feature = "documents"))]
pub mod requests;
#[cfg(feature = "web")]
mod state;
