//! What one row of a table says of one activity, from Excel or from a pasted block.
//!
//! Owns the rule that a file only adds to what is answered: what it does not mention stays. Does
//! not read tables; see [`super::rows`].

use serde::{Deserialize, Serialize};

use crate::domain::answer::{Answer, Standing};
use crate::domain::ids::ActivityId;
use crate::domain::rating::{Degree, Organisation, Procedure};

/// Where a statement stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The sheet's name; empty for a pasted block.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
}

/// What is said of one activity; `None` where nothing is said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The activity.
    pub activity: ActivityId,
    /// Who does the cases.
    pub organisation: Option<Organisation>,
    /// How digital the solving of the task is.
    pub solution: Option<Degree>,
    /// How digital the flow between the actors is.
    pub process: Option<Degree>,
    /// Whether there is a documented procedure.
    pub procedure: Option<Procedure>,
    /// Whether the activity counts.
    pub standing: Option<Standing>,
    /// A note, as [`clean_comment`] leaves it; never empty.
    pub comment: Option<String>,
    /// Marked to be looked at again.
    pub flag: Option<bool>,
    /// Where it stands.
    pub source: Source,
}

impl Statement {
    /// Nothing about an activity.
    #[must_use]
    pub const fn nothing(activity: ActivityId, source: Source) -> Self {
        Self {
            activity,
            organisation: None,
            solution: None,
            process: None,
            procedure: None,
            standing: None,
            comment: None,
            flag: None,
            source,
        }
    }

    /// What an answer says, as it is written into a table: an ordinary standing, a missing flag
    /// and an empty comment are not mentioned.
    #[must_use]
    pub fn of(activity: ActivityId, answer: &Answer, source: Source) -> Self {
        Self {
            organisation: answer.organisation,
            solution: answer.solution,
            process: answer.process,
            procedure: answer.procedure,
            standing: (answer.standing != Standing::Asked).then_some(answer.standing),
            comment: clean_comment(&answer.comment),
            flag: answer.flag.then_some(true),
            ..Self::nothing(activity, source)
        }
    }

    /// Nothing is said at all.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        *self == Self::nothing(self.activity, self.source.clone())
    }

    /// The two say the same, wherever they stand.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        *self
            == Self {
                source: self.source.clone(),
                ..other.clone()
            }
    }

    /// The answer after the statement. Nothing is deleted; a rating brings an activity that was
    /// set aside back into the survey, unless the statement itself says otherwise.
    #[must_use]
    pub fn applied_to(&self, old: &Answer) -> Answer {
        let rates =
            self.organisation.is_some() || self.solution.is_some() || self.process.is_some();
        let standing = self
            .standing
            .unwrap_or(if rates { Standing::Asked } else { old.standing });
        let mut answer = Answer {
            standing,
            organisation: self.organisation.or(old.organisation),
            solution: self.solution.or(old.solution),
            process: self.process.or(old.process),
            procedure: self.procedure.or(old.procedure),
            comment: self.comment.clone().unwrap_or_else(|| old.comment.clone()),
            flag: self.flag.unwrap_or(old.flag),
            // Whoever fills in a row of an earlier round has looked at it.
            unconfirmed: old.unconfirmed && self.is_silent(),
            ..old.clone()
        };
        if answer != *old && !self.is_silent() {
            // What somebody else answered is not theirs any more.
            answer.by = None;
            answer.at = None;
        }
        answer
    }
}

/// A comment as tables keep it: without blanks around it and with one kind of line end.
#[must_use]
pub fn clean_comment(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rating::Place;

    fn statement() -> Statement {
        let source = Source {
            sheet: "Ark1".to_owned(),
            row: 2,
        };
        Statement::nothing("E04.03".parse().unwrap(), source)
    }

    fn full() -> Answer {
        Answer {
            standing: Standing::NotRelevant,
            organisation: Some(Organisation::One(Place::Central)),
            solution: Some(Degree::Full),
            process: Some(Degree::Partly),
            procedure: Some(Procedure::Yes),
            comment: "Note".to_owned(),
            flag: true,
            by: Some("Bogholderi".to_owned()),
            at: Some("2026-11-22T10:15:00Z".to_owned()),
            unconfirmed: true,
            extra: serde_json::Map::from_iter([("later".to_owned(), 1.into())]),
        }
    }

    #[test]
    fn a_statement_that_says_nothing_changes_nothing() {
        assert!(statement().is_silent());
        assert_eq!(statement().applied_to(&full()), full());
    }

    #[test]
    fn a_rating_brings_an_activity_back_unless_the_row_sets_it_aside() {
        let mut rated = statement();
        rated.solution = Some(Degree::Manual);
        let answer = rated.applied_to(&full());
        assert_eq!(answer.standing, Standing::Asked);
        assert_eq!(answer.solution, Some(Degree::Manual));
        assert!(!answer.unconfirmed, "who rates it has looked at it");
        assert_eq!(
            (answer.by, answer.at),
            (None, None),
            "it is not Bogholderi's answer"
        );
        assert_eq!(answer.extra, full().extra);
        rated.standing = Some(Standing::Unknown);
        assert_eq!(rated.applied_to(&full()).standing, Standing::Unknown);
    }

    #[test]
    fn a_comment_or_a_flag_alone_leaves_the_standing() {
        let mut noted = statement();
        noted.comment = Some("Ny".to_owned());
        noted.flag = Some(false);
        let answer = noted.applied_to(&full());
        assert_eq!(answer.standing, Standing::NotRelevant);
        assert_eq!((answer.comment.as_str(), answer.flag), ("Ny", false));
    }

    #[test]
    fn what_an_answer_says_gives_the_answer_again() {
        let said = Statement::of("E04.03".parse().unwrap(), &full(), statement().source);
        let mut bare = full();
        bare.extra.clear();
        let kept = Answer {
            by: bare.by.clone(),
            at: bare.at.clone(),
            ..Answer::default()
        };
        bare = Answer {
            by: None,
            at: None,
            unconfirmed: false,
            ..bare
        };
        assert_eq!(said.applied_to(&kept), bare);
    }
}
