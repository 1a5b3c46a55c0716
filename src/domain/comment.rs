//! Comments: whether one looks as if it held personal data.
//!
//! Owns the signs by which that is told. They are narrow on purpose, since half of the catalogue is
//! about absence, maternity leave and refunds: a word of health counts only where it is said of a
//! person. A hint that is mostly wrong would soon be read by nobody. Decides nothing: whether and
//! how something is said of it is the caller's. What is found is not everything that there can be.

mod health;
mod numbers;

/// What a comment seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A CPR number: `ddmmyy-xxxx` or ten digits in a row, with a day that can be.
    Cpr,
    /// An e-mail address.
    Email,
    /// A Danish telephone number: `12 34 56 78`, `1234 5678`, after `+45`, or eight digits in a row
    /// after a word such as "tlf.".
    Telephone,
    /// Something of somebody's health: a person and, with nothing but small words between, a word
    /// of health.
    Health,
}

/// What a text seems to hold; of several the first of [`Kind`].
#[must_use]
pub fn resembles_personal_data(text: &str) -> Option<Kind> {
    let letters: Vec<char> = text.chars().collect();
    if numbers::has_cpr(&letters) {
        Some(Kind::Cpr)
    } else if has_email(text) {
        Some(Kind::Email)
    } else if numbers::has_telephone(&letters) {
        Some(Kind::Telephone)
    } else if health::is_of_a_person(text) {
        Some(Kind::Health)
    } else {
        None
    }
}

fn has_email(text: &str) -> bool {
    let is_between = |c: char| c.is_whitespace() || "<>()[],;:\"'«»".contains(c);
    text.split(is_between).any(is_email)
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.trim_matches('.').split_once('@') else {
        return false;
    };
    let Some((_, country)) = host.rsplit_once('.') else {
        return false;
    };
    let is_host = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    name.chars().any(char::is_alphanumeric)
        && host.starts_with(char::is_alphanumeric)
        && host.chars().all(is_host)
        && country.len() >= 2
        && country.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests;
