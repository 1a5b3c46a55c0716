//! How wide the columns of a table are.
//!
//! Told by how much they have to say, since Word and `LibreOffice` each guess in a way of their own.

/// A column's text (characters) up to this length has a line to itself if there is room.
const LINE: usize = 24;

/// The width of a letter in twentieths of a point, in a table's type and in its small type.
const LETTER: usize = 95;
const SMALL_LETTER: usize = 80;

/// The room left and right in a cell, in letters.
const EDGES: usize = 2;

/// The widths of columns that fill a page of that width, in twentieths of a point.
pub(super) fn widths(
    titles: &[String],
    rows: &[Vec<String>],
    is_small: bool,
    page: usize,
) -> Vec<usize> {
    let letter = if is_small { SMALL_LETTER } else { LETTER };
    let letters = letters(titles, rows, page / letter);
    // What rounding leaves over is shared too.
    let all = letters.iter().sum::<usize>().max(1);
    letters.iter().map(|width| width * page / all).collect()
}

/// How many letters wide the columns are, of `whole` together: no narrower than their longest word
/// where that is possible, nor than a long text needs to be about a page high; the rest by how much
/// they have to say, long texts less than in proportion.
fn letters(titles: &[String], rows: &[Vec<String>], whole: usize) -> Vec<usize> {
    let mut least = Vec::new();
    let mut wanted = Vec::new();
    for (index, title) in titles.iter().enumerate() {
        // A title is bold.
        let (mut longest, mut most) = (word(title) + 1, word(title) + 1);
        for text in rows.iter().filter_map(|row| row.get(index)) {
            longest = longest.max(word(text));
            most = most.max(text.chars().count());
        }
        let narrow = longest.min(2 * LINE).max(most.isqrt() * 3 / 4);
        let line = most.min(LINE) + 2 * most.saturating_sub(LINE).isqrt();
        least.push(narrow + EDGES);
        wanted.push(line.max(narrow) + EDGES);
    }
    let (all_least, all_wanted): (usize, usize) = (least.iter().sum(), wanted.iter().sum());
    let share = |(least, wanted): (&usize, &usize)| {
        if all_wanted <= whole {
            wanted * whole / all_wanted
        } else if all_least >= whole {
            least * whole / all_least
        } else {
            least + (wanted - least) * (whole - all_least) / (all_wanted - all_least)
        }
    };
    least.iter().zip(&wanted).map(share).collect()
}

/// The letters of the longest word.
fn word(text: &str) -> usize {
    let words = text.split([' ', '\n']);
    words.map(|word| word.chars().count()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn columns_share_the_width_and_none_is_narrower_than_its_longest_word_if_there_is_room() {
        let titles = owned(&["Område", "Centralisering", "Kommentar"]);
        let long = "ord ".repeat(500);
        let rows = [owned(&["Økonomi og administration", "2,4", &long])];
        let widths = letters(&titles, &rows, 101);
        assert!(
            (98..=101).contains(&widths.iter().sum::<usize>()),
            "{widths:?}"
        );
        assert!(widths[1] >= 17, "{widths:?}");
        // Two thousand letters are sixty lines at most.
        assert!(widths[2] >= 34 && widths[0] > widths[1], "{widths:?}");
    }

    #[test]
    fn columns_that_cannot_have_their_words_share_what_there_is() {
        let titles = vec!["Sammenligningsgruppe".to_owned(); 20];
        assert_eq!(letters(&titles, &[], 182), [9; 20]);
        assert!(letters(&[], &[], 100).is_empty());
    }
}
