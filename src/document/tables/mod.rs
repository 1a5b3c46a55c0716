//! Tables of results, one module a subject.
//!
//! Owns what stands in a table and beside it. How a table is written is in the modules above.

pub mod rounds;
