//! From what municipalities hand over to a dataset of them.
//!
//! Owns which files count and what is said of the others. Every file is reduced to a small row at
//! once; the same files in any order give the same dataset. The rules of anonymity are in
//! [`super::anonymity`]. Reads no files and has no clock.

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::METHOD_VERSION;
use crate::domain::assessment::Assessment;
use crate::domain::catalogue;
use crate::domain::ids::AreaId;
use crate::sorting;

use super::anonymity::SMALLEST;
use super::classes::Class;
use super::contribution::Contribution;
use super::dataset::{Dataset, FORMAT, Kind, Label, VERSION};
use super::handover::{Handover, Refusal, Which};
use super::publication;
use super::row::Row;

/// Whether the municipalities of a dataset are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// [`Kind::Public`]: nobody can be recognised.
    Anonymous,
    /// [`Kind::Network`]: by name, with consent.
    Named,
}

/// What the maker of a dataset says of it.
#[derive(Clone, Debug)]
pub struct Title {
    /// Named or anonymous.
    pub naming: Naming,
    /// Stable id.
    pub id: String,
    /// Danish title.
    pub title: String,
    /// The edition, as the maker numbers it.
    pub edition: String,
    /// Where the numbers come from, in Danish.
    pub source: String,
    /// The year; only contributions of that year count.
    pub year: u16,
}

/// What was kept back of an anonymous dataset, by the rules of [`super::anonymity`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suppressed {
    /// How many municipalities gave up each class.
    pub classes: BTreeMap<Class, usize>,
    /// Areas that too few municipalities answered, and how many did.
    pub areas: Vec<(AreaId, usize)>,
    /// Rates of areas that stood alone or would tell the size.
    pub rates: usize,
    /// Rates of domains that did, or from which the rate of an area could be computed.
    pub rate_totals: usize,
    /// Bars of one or two municipalities.
    pub bars: usize,
    /// Larger bars kept back so that smaller ones cannot be computed.
    pub other_bars: usize,
}

/// Why a file does not count. Shown in English here; the app has its own words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is of another year.
    Year {
        /// The year of the file.
        found: u16,
        /// The year of the dataset.
        wanted: u16,
    },
    /// It was measured with another catalogue or method.
    Method {
        /// The catalogue of the file.
        catalogue: String,
        /// The method of the file.
        method: String,
    },
    /// The dataset names municipalities, and the file has no consent to it.
    NoConsent,
    /// The dataset is anonymous, and the file names its municipality.
    Named,
    /// A survey without the id by which a municipality is left out of its own group.
    NoId,
    /// A survey that may hand nothing over.
    Survey(Refusal),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year { found, wanted } => write!(f, "$.year: {found}, not {wanted}"),
            Self::Method {
                catalogue: found,
                method,
            } => write!(
                f,
                "$.method: catalogue {found} and method {method}, not {} and {METHOD_VERSION}",
                catalogue::VERSION
            ),
            Self::NoConsent => f.write_str("$.network: no consent to be named is recorded"),
            Self::Named => f.write_str(
                "$.network: given for a network; make an anonymous contribution of the survey",
            ),
            Self::NoId => f.write_str(
                "$.contribution_id: missing, so the municipality could not be left out of its own \
                 group; make a contribution of the survey first",
            ),
            Self::Survey(refusal) => refusal.fmt(f),
        }
    }
}

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were offered.
    pub files: usize,
    /// Municipalities in the dataset.
    pub municipalities: usize,
    /// Files that do not count, and why.
    pub refused: Vec<(String, Reason)>,
    /// Files that give way to another of the same municipality: the file that counts, the other.
    pub replaced: Vec<(String, String)>,
    /// What is not shown.
    pub suppressed: Suppressed,
}

/// Too few municipalities for a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// How many are needed.
    pub needed: usize,
    /// What became of the files.
    pub report: Report,
}

/// Collects rows and makes the dataset of them.
#[derive(Debug)]
pub struct Builder {
    title: Title,
    /// By contribution id, or by the code of a named municipality.
    rows: BTreeMap<String, (Row, String)>,
    report: Report,
}

impl Builder {
    /// A dataset without municipalities.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self {
            title,
            rows: BTreeMap::new(),
            report: Report::default(),
        }
    }

    /// Offers a contribution; `file` is its name in the report.
    pub fn add(&mut self, file: &str, contribution: &Contribution) {
        self.report.files += 1;
        match self.key(contribution) {
            Ok(key) => self.keep(key, Row::of(contribution), file),
            Err(reason) => self.report.refused.push((file.to_owned(), reason)),
        }
    }

    /// Offers a whole survey, of which only what a contribution holds is used. Of two with one id
    /// the one that was saved later counts.
    pub fn add_survey(&mut self, file: &str, survey: &Assessment, saved_at: &str) {
        let handover = Handover {
            id: survey.contribution_id.as_deref().unwrap_or_default(),
            which: Which::Year(self.title.year),
            app: "",
            made_at: saved_at,
            consent: None,
        };
        let made = match survey.contribution_id {
            None => Err(Reason::NoId),
            Some(_) => Contribution::of(survey, &handover).map_err(Reason::Survey),
        };
        match made {
            Ok((contribution, _)) => self.add(file, &contribution),
            Err(reason) => {
                self.report.files += 1;
                self.report.refused.push((file.to_owned(), reason));
            }
        }
    }

    /// By what the municipality is known in the dataset, or why it cannot be in it.
    fn key(&self, contribution: &Contribution) -> Result<String, Reason> {
        let wanted = self.title.year;
        if contribution.year != wanted {
            return Err(Reason::Year {
                found: contribution.year,
                wanted,
            });
        }
        if contribution.catalogue != catalogue::VERSION || contribution.method != METHOD_VERSION {
            return Err(Reason::Method {
                catalogue: contribution.catalogue.clone(),
                method: contribution.method.clone(),
            });
        }
        match (self.title.naming, &contribution.network) {
            (Naming::Anonymous, None) => Ok(contribution.contribution_id.clone()),
            (Naming::Named, Some(network)) => Ok(format!("{:03}", network.municipality.code)),
            (Naming::Named, None) => Err(Reason::NoConsent),
            (Naming::Anonymous, Some(_)) => Err(Reason::Named),
        }
    }

    fn keep(&mut self, key: String, row: Row, file: &str) {
        let new = (row, file.to_owned());
        let Some(old) = self.rows.remove(&key) else {
            self.rows.insert(key, new);
            return;
        };
        let (kept, other) = if new > old { (new, old) } else { (old, new) };
        self.report.replaced.push((kept.1.clone(), other.1));
        self.rows.insert(key, kept);
    }

    /// Makes the dataset.
    ///
    /// # Errors
    /// When fewer than [`SMALLEST`] municipalities are anonymous, or none is named.
    pub fn finish(self) -> Result<(Dataset, Report), Box<TooFew>> {
        let Self {
            title,
            rows,
            mut report,
        } = self;
        let anonymous = title.naming == Naming::Anonymous;
        let needed = if anonymous { SMALLEST } else { 1 };
        report.municipalities = rows.len();
        sorting::sort(&mut report.refused);
        sorting::sort(&mut report.replaced);
        if rows.len() < needed {
            return Err(Box::new(TooFew { needed, report }));
        }
        let rows: Vec<(&str, &Row)> = rows
            .iter()
            .map(|(id, (row, _))| (id.as_str(), row))
            .collect();
        let suppressed = &mut report.suppressed;
        let mut dataset = Dataset {
            format: FORMAT.to_owned(),
            version: VERSION,
            label: label(title, rows.len()),
            means: BTreeMap::new(),
            totals: BTreeMap::new(),
            municipalities: Vec::new(),
            answers: BTreeMap::new(),
            scores: publication::scores(&rows, needed, suppressed),
            fte: BTreeMap::new(),
            fte_totals: BTreeMap::new(),
            rates: BTreeMap::new(),
            rate_totals: BTreeMap::new(),
            histograms: BTreeMap::new(),
        };
        if anonymous {
            let classes = publication::kept_classes(&rows);
            let rates = publication::rates::rates(&rows, &classes, &dataset.scores, suppressed);
            dataset.municipalities = publication::anonymous_peers(&rows, &classes, suppressed);
            dataset.rates = rates.areas;
            dataset.rate_totals = rates.totals;
            dataset.histograms = publication::histograms(&rows, suppressed);
        } else {
            dataset.municipalities = publication::named_peers(&rows);
            dataset.fte = publication::fte(&rows);
            dataset.fte_totals = publication::fte_totals(&rows);
            dataset.answers = publication::answers(&rows);
        }
        Ok((dataset, report))
    }
}

fn label(title: Title, n: usize) -> Label {
    let contributed = format!(
        "Bidrag fra {n} kommuner med svar for {}. Et område er med, når mindst 60 % af dets \
         relevante aktiviteter er besvaret. Områdescorer har fire decimaler. Årsværk på et område \
         vises kun, når det er mindst 1 årsværk; årsværk i alt omfatter alle områder.",
        title.year
    );
    let (kind, how) = match title.naming {
        Naming::Anonymous => (
            Kind::Public,
            "Kommunerne er anonyme. Hver kombination af oplysninger om størrelse, kommunegruppe og \
             systemer gælder mindst 3 kommuner; ellers er oplysninger udeladt. Et område vises kun, \
             når mindst 3 kommuner har besvaret det. Svar på aktiviteter vises kun som antal \
             kommuner, og kun hvor mindst 3 kommuner har svaret det samme. Årsværk vises kun pr. \
             10.000 indbyggere (økonomi og regnskab) eller pr. 1.000 ansatte (løn og personale), i \
             trin på 0,05, fra 1 på 0,1, og kun når mindst 3 kommuner ligger mellem det halve og det \
             dobbelte, og når tallet ikke fortæller mere om kommunens størrelse end klassen.",
        ),
        Naming::Named => (
            Kind::Network,
            "Kommunerne indgår med navn efter skriftligt samtykke. Hvor sager er fordelt på flere \
             niveauer, viser svaret det niveau, der løser flest; områdescorerne er beregnet af hele \
             fordelingen. Årsværk har én decimal.",
        ),
    };
    Label {
        kind,
        id: title.id,
        title: title.title,
        edition: title.edition,
        source: title.source,
        year: title.year,
        instrument: format!(
            "Aktivitetskatalog {}, metode {METHOD_VERSION}",
            catalogue::VERSION
        ),
        method: vec![contributed, how.to_owned()],
        n: u32::try_from(n).ok(),
    }
}
