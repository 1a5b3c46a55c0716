//! What the app asks the document worker for, and what it answers.
//!
//! Owns the messages between the two. The app only writes requests and reads answers; carrying
//! them out needs everything that is too heavy for the first page, and is only in the worker. A
//! survey travels as the text of its file, so that both sides read it in one way. A dataset travels
//! once, under a number; what is summarised of it is kept in the worker.

#[cfg(feature = "documents")]
mod answers;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::document::intake::Intake;
use crate::document::preview::Preview;
use crate::domain::ids::{ActivityId, AreaId, RoundId, UnitId};
use crate::domain::rating::PerDimension;
use crate::peers::dataset::Kind;
use crate::peers::group::{Group, Grouping, NoGroup};
use crate::picture::{Picture, ReportForm, View};
use crate::route::Route;

#[cfg(feature = "documents")]
pub use answers::Desk;

/// Under which number a dataset was handed to the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatasetNumber(pub u32);

/// The survey that a request is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The survey as a file.
    pub survey: String,
    /// The round that is shown.
    pub round: RoundId,
    /// Whose answers are given.
    pub unit: UnitId,
    /// Now, as an RFC 3339 time.
    pub at: String,
    /// The dataset that is compared with; none where nothing is compared.
    pub dataset: Option<DatasetNumber>,
    /// The groups; none where those are wanted that are usual for the dataset.
    pub grouping: Option<Grouping>,
}

/// A group that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The group.
    pub group: Group,
    /// What it is called in each domain that is answered, and how many are in it.
    pub titles: Vec<String>,
    /// Why it cannot be chosen.
    pub none: Option<NoGroup>,
}

/// What the app needs to know of the dataset and the groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// What kind of truth the dataset holds.
    pub kind: Kind,
    /// The groups that are compared with.
    pub grouping: Grouping,
    /// Groups that can be chosen.
    pub offers: Vec<Offer>,
    /// Municipalities that can be picked by hand; empty where that is not allowed.
    pub names: Vec<String>,
    /// The groups' means of each area.
    pub means: BTreeMap<AreaId, PerDimension<Option<f64>>>,
}

/// A form to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// What is asked.
    pub activities: BTreeSet<ActivityId>,
    /// With the answers that are there.
    pub with_answers: bool,
    /// The function that answers; empty where nobody in particular does.
    pub function: String,
    /// Until when, `YYYY-MM-DD`; empty where no time is set.
    pub deadline: String,
    /// A few words to those who answer.
    pub note: String,
    /// The catalogue's header, as a file.
    pub header: String,
    /// The texts of the areas that are asked, as files.
    pub texts: Vec<String>,
}

/// What is asked for. Files go beside the request, in the order of `names`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// The file beside this is a dataset, to be known under a number.
    Dataset(DatasetNumber),
    /// What there is to know of the dataset and the groups.
    Beside {
        /// The own survey.
        shown: Shown,
    },
    /// A page of the administrative picture.
    Picture {
        /// The own survey.
        shown: Shown,
        /// Which page.
        view: View,
    },
    /// A page about the app itself; the files beside this are [`crate::about::Told`].
    About(Route),
    /// What to be careful with in a text that is handed on with the survey; an empty text where
    /// there is nothing.
    Caution(String),
    /// What each of some files is.
    Recognise {
        /// The files' names.
        names: Vec<String>,
    },
    /// What merging some survey files would change.
    Merge {
        /// The own survey.
        shown: Shown,
        /// The files' names.
        names: Vec<String>,
    },
    /// What a filled-in form would change.
    ReadForm {
        /// The own survey.
        shown: Shown,
        /// The file's name.
        name: String,
    },
    /// What a pasted block would change.
    ReadBlock {
        /// The own survey.
        shown: Shown,
        /// The rows of the table, in order.
        rows: Vec<ActivityId>,
        /// The row of the block's first line.
        row: usize,
        /// The column of the block's first cell, from 0: who, solution, process.
        column: usize,
        /// The block.
        text: String,
    },
    /// A workbook to be filled in.
    WriteForm {
        /// The own survey.
        shown: Shown,
        /// What is asked.
        form: Form,
    },
    /// Rows of the survey as a block for a spreadsheet.
    WriteBlock {
        /// The own survey.
        shown: Shown,
        /// The rows.
        rows: Vec<ActivityId>,
    },
    /// All results as a workbook.
    Results {
        /// The own survey.
        shown: Shown,
    },
    /// One table of results as CSV.
    Csv {
        /// The own survey.
        shown: Shown,
        /// Which table.
        table: TableName,
    },
    /// One table of results as HTML.
    Html {
        /// The own survey.
        shown: Shown,
        /// Which table.
        table: TableName,
    },
    /// The report as a file.
    Report {
        /// The own survey.
        shown: Shown,
        /// In which form.
        form: ReportForm,
        /// The ids of the charts whose images are beside the request: only a browser can draw them.
        images: Vec<String>,
    },
    /// What the municipality would hand to KL.
    Contribution {
        /// The own survey.
        shown: Shown,
        /// The random id of the contribution.
        id: String,
        /// Named, by the consent of this function; anonymous where there is none.
        consent: Option<String>,
    },
    /// What a municipality agrees to when it is named.
    ConsentText,
    /// Contributions and surveys side by side, and a dataset made of them.
    Gather {
        /// The files' names.
        names: Vec<String>,
        /// The dataset to be made; none where the files are only looked at.
        dataset: Option<DatasetOrder>,
    },
}

/// What KL says of the dataset that it makes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatasetOrder {
    /// Named municipalities, by consent; else anonymous ones.
    pub network: bool,
    /// Danish title.
    pub title: String,
    /// The edition.
    pub edition: String,
    /// The year that the answers describe.
    pub year: u16,
}

/// A table of results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableName {
    /// The scores.
    Scores,
    /// The deviations.
    Deviations,
    /// Where each score lies in its group.
    Statistics,
    /// How the group answers each activity.
    GroupAnswers,
    /// FTE and purchases.
    Resources,
    /// FTE by size beside the group.
    ResourcesBeside,
    /// The five indicators.
    Indicators,
    /// The survey of 87 municipalities.
    Survey2017,
    /// The own areas beside what centralising municipalities gathered.
    OwnPicture,
    /// Every answer.
    Answers,
    /// The staff sheet.
    Staff,
    /// The units that answer.
    Units,
    /// What the units answer, weighed together.
    UnitAnswers,
    /// The actions of the plan.
    Plan,
    /// What the plan brings, year by year.
    PlanYears,
    /// Where every krone of the plan comes from.
    PlanTrace,
    /// What changed from one round to another, by area.
    RoundAreas {
        /// The earlier round.
        before: RoundId,
        /// The later round.
        after: RoundId,
    },
    /// What changed from one round to another, by activity.
    RoundActivities {
        /// The earlier round.
        before: RoundId,
        /// The later round.
        after: RoundId,
    },
}

impl TableName {
    /// Whether numbers of the group stand in it.
    #[must_use]
    pub const fn is_beside(&self) -> bool {
        matches!(
            self,
            Self::Deviations
                | Self::Statistics
                | Self::GroupAnswers
                | Self::ResourcesBeside
                | Self::Indicators
        )
    }
}

/// What comes back. A file goes beside the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The dataset is known now; its title.
    Dataset(String),
    /// The worker does not know the dataset (any more): hand it over, and ask again.
    DatasetUnknown,
    /// The dataset and the groups.
    Beside(Box<Beside>),
    /// A page of the administrative picture.
    Picture(Picture),
    /// What each file is, in their order.
    Recognised(Vec<Intake>),
    /// What would change.
    Preview(Preview),
    /// A text: CSV or a block.
    Text(String),
    /// Markup to be shown, made by the worker from escaped texts.
    Html(String),
    /// The file beside this answer, with what there is to say of it, one sentence each.
    File(Vec<String>),
    /// It could not be done, and this is why, in Danish.
    Failed(String),
}
