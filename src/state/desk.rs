//! Asking the document worker.

use crate::json;
use crate::platform::PlatformError;
use crate::platform::worker;
use crate::requests::{Answer, Request};

/// What came of a request: the answer, and the file beside it.
pub type Outcome = Result<(Answer, Vec<u8>), PlatformError>;

/// Sends a request with its files and waits for the answer. A refusal is an error.
///
/// # Errors
/// When the worker fails, or says why it cannot be done.
pub async fn ask(request: &Request, files: &[Vec<u8>]) -> Outcome {
    let broken = |detail: String| PlatformError::Documents { detail };
    let request = serde_json::to_string(request).map_err(|error| broken(error.to_string()))?;
    let reply = worker::ask(&request, files).await?;
    match json::read(&reply.text).map_err(|error| broken(error.to_string()))? {
        Answer::Failed(detail) => Err(PlatformError::Refused { detail }),
        answer => Ok((answer, reply.file)),
    }
}

/// What went wrong where the answer is not the one that was asked for.
#[must_use]
pub fn detail_of(outcome: Outcome) -> String {
    match outcome {
        Err(PlatformError::Documents { detail } | PlatformError::Refused { detail }) => detail,
        Err(error) => error.message(),
        Ok(_) => "uventet svar".to_owned(),
    }
}
