//! The words of answers: what stands in a cell of a table, read and written.
//!
//! Reading forgives case, blanks and a number before the word; what means nothing is refused with
//! the words that were expected. Who does the cases is in [`super::places`]; cells and columns are
//! in [`super::rows`].

use crate::domain::answer::Standing;
use crate::domain::rating::{Degree, Procedure};

/// What should have stood there: a Danish sentence that tells what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected(pub String);

/// The words of [`Degree::ALL`].
pub const DEGREES: [&str; 3] = ["Manuelt", "Delvist", "Fuldt"];
/// The words of [`Procedure::ALL`].
pub const PROCEDURES: [&str; 3] = ["Ja", "Delvist", "Nej"];
/// The words of [`STANDING_ORDER`].
pub const STANDINGS: [&str; 3] = ["Besvares", "Ikke relevant", "Ved ikke"];
/// The order of [`STANDINGS`].
pub const STANDING_ORDER: [Standing; 3] =
    [Standing::Asked, Standing::NotRelevant, Standing::Unknown];
/// The mark of a flagged row.
pub const FLAG: &str = "x";

/// A text without what does not matter: case, blanks around and between, kinds of dash, a last
/// full stop or colon.
#[must_use]
pub fn fold(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ").to_lowercase().replace(
        ['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '\u{2212}'],
        "-",
    );
    text.trim_end_matches(['.', ':']).trim_end().to_owned()
}

/// The word of a degree.
#[must_use]
pub const fn degree_text(degree: Degree) -> &'static str {
    DEGREES[degree as usize]
}

/// The word of a procedure.
#[must_use]
pub const fn procedure_text(procedure: Procedure) -> &'static str {
    PROCEDURES[procedure as usize]
}

/// The word of a standing.
#[must_use]
pub const fn standing_text(standing: Standing) -> &'static str {
    STANDINGS[standing as usize]
}

/// Reads a degree: its word, 0, 0,5 or 1, or the same in percent.
///
/// # Errors
/// Where the text is none of them.
pub fn degree(text: &str) -> Result<Degree, Expected> {
    let folded = fold(text);
    let (number, rest) = split_number(&folded);
    let by_word = |degree: &Degree| match *degree {
        Degree::Manual => ["manuelt", "manuel", "m"].contains(&rest),
        Degree::Partly => ["delvist", "delvis", "d"].contains(&rest),
        Degree::Full => ["fuldt", "fuld", "f"].contains(&rest),
    };
    let points = |degree: &Degree| f64::from(degree.hundredths());
    let found = Degree::ALL.into_iter().find(|degree| match number {
        None => by_word(degree),
        Some(number) if rest == "%" => same(points(degree), number),
        Some(number) => {
            same(points(degree), number * 100.0) && (rest.is_empty() || by_word(degree))
        }
    });
    found.ok_or_else(|| {
        Expected("Skriv Manuelt, Delvist eller Fuldt (eller 0, 0,5 eller 1)".to_owned())
    })
}

/// Reads whether there is a procedure.
///
/// # Errors
/// Where the text is not one of the words.
pub fn procedure(text: &str) -> Result<Procedure, Expected> {
    match fold(text).as_str() {
        "ja" | "j" => Ok(Procedure::Yes),
        "delvist" | "delvis" => Ok(Procedure::Partly),
        "nej" | "n" => Ok(Procedure::No),
        _ => Err(Expected("Skriv Ja, Delvist eller Nej".to_owned())),
    }
}

/// Reads a standing.
///
/// # Errors
/// Where the text is not one of the words.
pub fn standing(text: &str) -> Result<Standing, Expected> {
    match fold(text).as_str() {
        "besvares" | "besvaret" | "relevant" => Ok(Standing::Asked),
        "ikke relevant" | "ikke-relevant" | "irrelevant" => Ok(Standing::NotRelevant),
        "ved ikke" | "ved-ikke" => Ok(Standing::Unknown),
        _ => Err(Expected(
            "Skriv Ikke relevant, Ved ikke eller Besvares, eller lad feltet stå tomt".to_owned(),
        )),
    }
}

/// Reads a flag.
///
/// # Errors
/// Where the text is neither a mark nor a no.
pub fn flag(text: &str) -> Result<bool, Expected> {
    match fold(text).as_str() {
        "x" | "ja" | "j" | "1" | "sand" | "true" => Ok(true),
        "nej" | "n" | "0" | "falsk" | "false" => Ok(false),
        _ => Err(Expected("Sæt et x, eller lad feltet stå tomt".to_owned())),
    }
}

/// Equal but for what binary fractions lose.
pub(super) fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

/// The number that starts a folded text, and what follows it: `3 - central` is 3 and `central`.
pub(super) fn split_number(folded: &str) -> (Option<f64>, &str) {
    let bytes = folded.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) {
        end += 1;
    }
    if end > 0 && bytes.get(end).is_some_and(|b| b",.".contains(b)) && is_digit(end + 1) {
        end += 1;
        while is_digit(end) {
            end += 1;
        }
    }
    match folded[..end].replace(',', ".").parse() {
        Ok(number) => (
            Some(number),
            folded[end..].trim_start_matches([' ', '-', '.', ':', ')', '=']),
        ),
        Err(_) => (None, folded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_words_points_or_percents() {
        let check =
            |text: &str, degree: Degree| assert_eq!(degree_of(text), Some(degree), "{text}");
        for text in ["Manuelt", " MANUEL. ", "0", "0 %", "0 Manuelt", "0,0", "m"] {
            check(text, Degree::Manual);
        }
        for text in [
            "delvist",
            "0,5",
            "0.5",
            "50 %",
            "0,5 – Delvist",
            "0.5: delvis",
        ] {
            check(text, Degree::Partly);
        }
        for text in ["Fuldt", "1", "1,0", "100%", "1 Fuldt"] {
            check(text, Degree::Full);
        }
        for text in [
            "",
            "2",
            "50",
            "1 %",
            "0,5 Fuldt",
            "Fuldt 1",
            "ja",
            "-1",
            "0,5,5",
            "½",
        ] {
            assert_eq!(degree_of(text), None, "{text}");
        }
    }

    fn degree_of(text: &str) -> Option<Degree> {
        degree(text).ok()
    }

    #[test]
    fn every_word_that_is_written_is_read() {
        for one in Degree::ALL {
            assert_eq!(degree(degree_text(one)), Ok(one));
        }
        for one in Procedure::ALL {
            assert_eq!(procedure(procedure_text(one)), Ok(one));
        }
        for one in STANDING_ORDER {
            assert_eq!(standing(standing_text(one)), Ok(one));
        }
        assert_eq!(flag(FLAG), Ok(true));
    }
}
