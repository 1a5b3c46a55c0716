//! The native integration tests: what the library and the command line promise to users, read from
//! the outside. What needs a browser is in `tests/wasm` and `tests/e2e`.

mod catalogue;
mod cli;
mod contribution;
mod document;
mod edit;
mod given;
mod layering;
mod mutation;
mod peers;
mod peers_build;
mod published;
mod schema;
mod scoring;
