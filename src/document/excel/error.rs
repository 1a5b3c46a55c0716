//! Why a workbook is not read or written at all, in Danish.

use std::fmt;

/// Why bytes are no form that can be read. The text says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormError {
    /// No bytes at all.
    Empty,
    /// Not a workbook of Excel, nor anything else that is known.
    NotAWorkbook,
    /// Protected by a password.
    Protected,
    /// The format of Excel before 2007, whatever the file is called.
    OldExcel,
    /// Another program's or another kind of file; what it is called.
    OtherKind(&'static str),
    /// More than is ever unpacked.
    TooLarge,
    /// A part that is broken.
    Damaged {
        /// The part of the workbook.
        part: String,
    },
    /// No sheet has the headings of the form.
    NoHeadings {
        /// The sheets that were looked at.
        sheets: Vec<String>,
    },
    /// Made by a newer version of this program.
    TooNew {
        /// The version of the form.
        version: String,
    },
    /// Made with a catalogue that this program does not know.
    OtherCatalogue {
        /// The version of the catalogue.
        catalogue: String,
    },
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Filen er tom. Hent den igen der, hvor du fik den."),
            Self::NotAWorkbook => f.write_str(
                "Filen er ikke en Excel-projektmappe (.xlsx). Åbn den i Excel, vælg »Gem som« og \
                 »Excel-projektmappe (*.xlsx)«, og prøv igen.",
            ),
            Self::Protected => f.write_str(
                "Filen er beskyttet med en adgangskode. Åbn den i Excel, fjern adgangskoden under \
                 »Filer«, »Oplysninger« og »Beskyt projektmappe«, gem den, og prøv igen.",
            ),
            Self::OldExcel => f.write_str(
                "Filen er i det gamle Excel-format (.xls), også selv om den hedder .xlsx. Åbn den i \
                 Excel, vælg »Gem som« og »Excel-projektmappe (*.xlsx)«, og prøv igen.",
            ),
            Self::OtherKind(kind) => write!(
                f,
                "Filen er {kind}. Åbn den i Excel eller LibreOffice, vælg »Gem som« og \
                 »Excel-projektmappe (*.xlsx)«, og prøv igen."
            ),
            Self::TooLarge => f.write_str(
                "Filen er for stor til at være et udfyldt skema. Kopiér arkene med svar over i en \
                 ny projektmappe, og prøv med den.",
            ),
            Self::Damaged { part } => write!(
                f,
                "Filen er beskadiget (delen »{part}« kan ikke læses). Åbn den i Excel, lad Excel \
                 reparere den, gem den, og prøv igen."
            ),
            Self::NoHeadings { sheets } => write!(
                f,
                "Ingen af arkene ({}) har skemaets overskrifter. Der skal være en række med »Nr.« \
                 eller »Aktivitet« og mindst én af »Hvem løser sagerne?«, »Digital løsning« og \
                 »Digital proces«.",
                shown(sheets)
            ),
            Self::TooNew { version } => write!(
                f,
                "Skemaet er lavet af en nyere udgave af Kommunebenchmark (skemaets version er \
                 »{version}«). Genindlæs siden for at få den nyeste udgave, og prøv igen."
            ),
            Self::OtherCatalogue { catalogue } => write!(
                f,
                "Skemaet er lavet med kataloget »{catalogue}«, og her bruges »{}«. Hent et nyt \
                 skema, og kopiér svarene over i det.",
                crate::domain::catalogue::VERSION
            ),
        }
    }
}

impl std::error::Error for FormError {}

/// The first sheets by name; a workbook can have hundreds.
fn shown(sheets: &[String]) -> String {
    let names: Vec<String> = sheets
        .iter()
        .take(5)
        .map(|name| format!("»{name}«"))
        .collect();
    let more = if sheets.len() > 5 { " og flere" } else { "" };
    format!("{}{more}", names.join(", "))
}

/// Why a form could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// No activity was chosen.
    NothingChosen,
    /// The texts of an area are missing.
    NoTexts(crate::domain::ids::AreaId),
    /// The time is not of the form `2026-11-22T10:15:00Z`.
    Time(String),
    /// A text is longer than a cell can hold.
    TooLong {
        /// What holds the text: the activity's id, or the name of the field.
        place: String,
    },
    /// The library that writes workbooks refuses; what it says.
    Workbook(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingChosen => {
                f.write_str("Der er ikke valgt nogen aktiviteter. Vælg mindst ét område.")
            }
            Self::NoTexts(area) => write!(
                f,
                "Hjælpeteksterne til område {area} er ikke hentet. Prøv igen."
            ),
            Self::Time(text) => write!(f, "Tidspunktet »{text}« kan ikke læses."),
            Self::TooLong { place } => write!(
                f,
                "Teksten ved {place} er for lang til en celle i Excel (højst 32.767 tegn). Gør den \
                 kortere, og prøv igen."
            ),
            Self::Workbook(reason) => write!(f, "Excel-filen kunne ikke laves: {reason}"),
        }
    }
}

impl std::error::Error for WriteError {}
