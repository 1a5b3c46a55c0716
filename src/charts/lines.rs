//! Texts in lines of so many characters, also where one word is longer than a line.
//!
//! Knows no Danish: where a word may be broken is said by soft hyphens in it.

use super::style::plain;

/// Says where a long word may be broken; never shown itself.
const SOFT_HYPHEN: char = '\u{ad}';

/// A text in lines of at most `width` characters, safe from markup; at least one line. A word that
/// is longer is broken at its soft hyphens, or else where the line ends. What needs more than
/// `most` lines is shortened.
pub(super) fn lines(text: &str, width: usize, most: usize) -> Vec<String> {
    let width = width.max(2);
    let mut made: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        for (index, piece) in pieces(word, width).into_iter().enumerate() {
            match made.last_mut() {
                Some(line) if index == 0 && count(line) + count(&piece) < width => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                _ => made.push(piece),
            }
        }
    }
    if made.len() > most.max(1) {
        made.truncate(most.max(1));
        if let Some(last) = made.last_mut() {
            let kept: String = last.chars().take(width - 1).collect();
            *last = format!("{}…", kept.trim_end_matches([' ', '-', ',', '(', '.']));
        }
    }
    if made.is_empty() {
        made.push(String::new());
    }
    made.iter().map(|line| plain(line)).collect()
}

/// The lines as one text.
pub(super) fn broken(text: &str, width: usize, most: usize) -> String {
    lines(text, width, most).join("<br>")
}

fn count(text: &str) -> usize {
    text.chars().count()
}

/// A word, in pieces with hyphens where it is longer than a line.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let whole = word.replace(SOFT_HYPHEN, "");
    if count(&whole) <= width {
        return vec![whole];
    }
    let mut made: Vec<String> = Vec::new();
    for part in word.split(SOFT_HYPHEN) {
        let letters: Vec<char> = part.chars().collect();
        for chunk in letters.chunks(width - 1) {
            match made.last_mut() {
                Some(last) if count(last) + chunk.len() < width => last.extend(chunk),
                last => {
                    if let Some(last) = last {
                        last.push('-');
                    }
                    made.push(chunk.iter().collect());
                }
            }
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &[&str]) {
        let made = lines(text, width, 3);
        assert_eq!(made, expected);
        assert!(made.iter().all(|line| count(line) <= width), "{made:?}");
    }

    #[test]
    fn a_text_is_broken_between_words_where_it_can_be() {
        check(
            "Konsolidering i kommunen",
            16,
            &["Konsolidering i", "kommunen"],
        );
        check("KPI'er", 16, &["KPI'er"]);
        check("", 16, &[""]);
    }

    #[test]
    fn a_long_word_is_broken_at_its_soft_hyphens_or_where_the_line_ends() {
        let soft = "Proces\u{ad}standardisering";
        check(soft, 30, &["Processtandardisering"]);
        check(soft, 16, &["Proces-", "standardisering"]);
        check("Processtandardisering", 16, &["Processtandardi-", "sering"]);
        check("tvær\u{ad}kommunale", 10, &["tvær-", "kommunale"]);
    }

    #[test]
    fn a_text_that_is_too_long_is_shortened_inside_its_last_line() {
        check("en to tre fire", 4, &["en", "to", "tre…"]);
        check(&"x".repeat(99), 5, &["xxxx-", "xxxx-", "xxxx…"]);
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(lines("<b>&", 9, 1), ["&lt;b&gt;&amp;"]);
    }
}
