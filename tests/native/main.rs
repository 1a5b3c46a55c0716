//! The native integration tests: what the library and the command line promise to users, read from
//! the outside. What needs a browser is in `tests/wasm` and `tests/e2e`.

mod block;
mod calculators;
mod catalogue;
mod cli;
mod contribution;
mod document;
mod edit;
mod excel;
mod excel_files;
mod given;
mod groups;
mod hosting;
mod indicators;
mod intake;
mod layering;
mod merge;
mod merge_laws;
mod mutation;
mod peers;
mod peers_build;
mod plan;
mod plan_laws;
mod plan_tables;
mod potential;
mod proposals;
mod proposals_matching;
mod published;
mod rates;
mod rounds;
mod schema;
mod scoring;
mod tables;
mod units;
mod workbook;
