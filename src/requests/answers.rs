//! Carrying requests out, in the worker.

use crate::charts;

use super::{Answer, Request};

/// Carries a request out: the answer, and the file beside it.
#[must_use]
pub fn answer(request: Request, _files: &[Vec<u8>]) -> (Answer, Vec<u8>) {
    match request {
        Request::Chart(request) => (Answer::Chart(charts::specification(&request)), Vec::new()),
        _ => (Answer::Failed("endnu ikke".to_owned()), Vec::new()),
    }
}
