//! Names of single things in addresses.

/// The name of one of many things in an address: a proposal, a business case, an action, a month.
/// At most 24 letters of `a-z`, `A-Z`, digits and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    letters: [u8; 24],
    length: u8,
}

impl Name {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only letters of ASCII get in.
        std::str::from_utf8(&self.letters[..usize::from(self.length)]).unwrap_or_default()
    }

    /// A name, if the text can be one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut letters = [0; 24];
        let fits = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
        if text.is_empty() || !text.bytes().all(fits) {
            return None;
        }
        letters
            .get_mut(..text.len())?
            .copy_from_slice(text.as_bytes());
        let length = text.len().try_into().ok()?;
        Some(Self { letters, length })
    }
}
