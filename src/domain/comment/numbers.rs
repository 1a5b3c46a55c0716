//! CPR and telephone numbers in a text, by the digits and what stands around them.

/// Digits in a row: from where to where.
type Run = std::ops::Range<usize>;

/// Words after which eight digits in a row are a telephone number.
const CALLS: [&str; 8] = [
    "tlf",
    "telefon",
    "telefonnummer",
    "telefonnr",
    "mobil",
    "mobilnummer",
    "mobilnr",
    "ring",
];

pub(super) fn has_cpr(text: &[char]) -> bool {
    let runs = runs(text);
    let alone = |run: &Run| run.len() == 10 && stands_alone(text, run);
    let parted = |pair: &[Run]| {
        let (day, rest) = (&pair[0], &pair[1]);
        let is_joined = rest.start == day.end + 1 && matches!(text[day.end], '-' | '–');
        day.len() == 6 && rest.len() == 4 && is_joined && stands_alone(text, &(day.start..rest.end))
    };
    runs.iter()
        .any(|run| alone(run) && begins_with_a_day(&text[run.clone()]))
        || runs
            .windows(2)
            .any(|pair| parted(pair) && begins_with_a_day(&text[pair[0].clone()]))
}

/// Whether digits begin with the day and month of a date. The year is not looked at: its century
/// is in the digits behind it, and any can be.
fn begins_with_a_day(digits: &[char]) -> bool {
    let [day, month] = [&digits[..2], &digits[2..4]].map(value);
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

pub(super) fn has_telephone(text: &[char]) -> bool {
    groups(text).iter().any(|group| is_telephone(text, group))
}

/// Whether digits in groups are a telephone number, and no amount, no years, no other number.
fn is_telephone(text: &[char], group: &[Run]) -> bool {
    let whole = group[0].start..group[group.len() - 1].end;
    if !stands_alone(text, &whole) || is_amount(text, &whole) {
        return false;
    }
    let digits: Vec<char> = group
        .iter()
        .flat_map(|run| &text[run.clone()])
        .copied()
        .collect();
    if text[..whole.start].ends_with(&['+']) {
        return digits.len() == 10 && digits.starts_with(&['4', '5']);
    }
    // No Danish number begins with 0 or 1.
    if digits.len() != 8 || digits[0] < '2' {
        return false;
    }
    let lengths: Vec<usize> = group
        .iter()
        .map(std::iter::ExactSizeIterator::len)
        .collect();
    match lengths[..] {
        [2, 2, 2, 2] => true,
        [4, 4] => !is_year(&digits[4..]),
        [8] => follows_a_call(&text[..whole.start]),
        _ => false,
    }
}

fn is_year(digits: &[char]) -> bool {
    (1900..2100).contains(&value(digits))
}

/// Whether kroner stand before or after.
fn is_amount(text: &[char], run: &Run) -> bool {
    let before = last_words(&text[..run.start], 1);
    let after: String = text[run.end..]
        .iter()
        .skip_while(|c| **c == ' ')
        .take(2)
        .collect();
    before.iter().any(|word| word == "kr") || after.eq_ignore_ascii_case("kr")
}

fn follows_a_call(before: &[char]) -> bool {
    let words = last_words(before, 2);
    words.iter().any(|word| CALLS.contains(&word.as_str()))
}

/// The last words of a text, in small letters.
fn last_words(text: &[char], count: usize) -> Vec<String> {
    let text: String = text.iter().collect();
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(crate::danish::lower)
        .collect();
    words[words.len().saturating_sub(count)..].to_vec()
}

/// Digits in a row, in order.
fn runs(text: &[char]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for at in (0..text.len()).filter(|at| text[*at].is_ascii_digit()) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Digits that only single blanks part.
fn groups(text: &[char]) -> Vec<Vec<Run>> {
    let mut groups: Vec<Vec<Run>> = Vec::new();
    for run in runs(text) {
        let follows = |group: &Vec<Run>| {
            let end = group[group.len() - 1].end;
            run.start == end + 1 && matches!(text[end], ' ' | '\u{a0}')
        };
        match groups.last_mut() {
            Some(group) if follows(group) => group.push(run),
            _ => groups.push(vec![run]),
        }
    }
    groups
}

/// Whether digits are no part of a word, of a longer number, or of a number with points in it.
fn stands_alone(text: &[char], run: &Run) -> bool {
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(char::is_ascii_digit)
    };
    let joins = |c: char| matches!(c, '-' | '–' | '.' | ',' | '/');
    let before = run.start.checked_sub(1).map(|at| text[at]);
    let after = text.get(run.end).copied();
    let free = |c: Option<char>, beyond: Option<usize>| {
        c.is_none_or(|c| !(c.is_alphanumeric() || joins(c) && is_digit(beyond)))
    };
    free(before, run.start.checked_sub(2)) && free(after, Some(run.end + 1))
}

fn value(digits: &[char]) -> u32 {
    digits
        .iter()
        .fold(0, |sum, c| sum * 10 + c.to_digit(10).unwrap_or_default())
}
