//! The one-page summary in plain Danish, made of [`Facts`].
//!
//! Owns the wording: whole sentences, and one message a part for headings and slides. That every
//! page bears the dataset's label is the report's; what a sentence itself may say:
//!
//! - nothing of differences beside invented municipalities; beside KLK 2017 as orientation only;
//! - no cause, no word of praise or blame, no place among others;
//! - gains of the budget and freed time are never added together.
//!
//! Which numbers there are is [`super::facts`]'.

mod certainty;
mod differences;
mod plan;
mod plan_in_short;
mod proposals;
mod resources;
mod standing;
mod words;

#[cfg(doc)]
use super::facts::Facts;

pub use certainty::{certainty, certainty_message};
pub use differences::{differences, differences_message};
pub use plan::{plan, plan_message};
pub use plan_in_short::plan_in_short;
pub use proposals::{order_changed, proposals, proposals_message};
pub use resources::{resources, resources_message};
pub use standing::{standing, standing_message};

/// What is said of the example wherever its numbers stand alone.
const EXAMPLE: &str = "Kommunen og dens svar er et opfundet eksempel.";

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_certainty;
#[cfg(test)]
mod tests_differences;
#[cfg(test)]
mod tests_messages;
#[cfg(test)]
mod tests_plan;
#[cfg(test)]
mod tests_plan_in_short;
#[cfg(test)]
mod tests_resources;
#[cfg(test)]
mod tests_rules;
#[cfg(test)]
mod tests_standing;
