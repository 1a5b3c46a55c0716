//! The 98 municipalities with population, region and municipality group.
//!
//! Source: Danmarks Statistik, FOLK1A (1 January 2026) and the municipality groups of 2018;
//! DAWA/DAGI for codes, names and regions. Does not know the employees of a municipality: no
//! figure per municipality for all 98 is published in a form that could be used, so the
//! municipality types its own.

/// One municipality of the list.
#[derive(Debug)]
pub struct Entry {
    /// Official code, three digits.
    pub code: u16,
    /// Name without "Kommune".
    pub name: &'static str,
    /// Region in 2025.
    pub region: &'static str,
    /// Inhabitants on 1 January of [`Self::population_year`].
    pub population: u32,
    /// Year of the population figure.
    pub population_year: u16,
    /// Statistics Denmark's municipality group (2018).
    pub group: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/municipalities.rs"));

/// A municipality by its code.
#[must_use]
pub fn by_code(code: u16) -> Option<&'static Entry> {
    MUNICIPALITIES.iter().find(|entry| entry.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_adds_up_to_the_published_population() {
        assert_eq!(MUNICIPALITIES.len(), 98);
        assert!(MUNICIPALITIES.is_sorted_by_key(|entry| entry.code));
        let sum: u32 = MUNICIPALITIES.iter().map(|entry| entry.population).sum();
        assert_eq!(sum, 6_025_511);
        assert_eq!(by_code(101).map(|entry| entry.name), Some("København"));
    }
}
