//! The lazy worker.
fn main() {}
