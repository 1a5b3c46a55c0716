//! Kommunebenchmark.
pub mod danish;
pub mod domain;
pub mod document;
pub mod peers;
pub mod scoring;
