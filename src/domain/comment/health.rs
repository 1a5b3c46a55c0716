//! Whether a text says something of a person's health.
//!
//! It does where, in one sentence, somebody is named and then, with nothing but small words between,
//! a word of health stands: "hun er sygemeldt", "Anne Hansen er gået på barsel". Somebody is
//! - a pronoun, but not "han/hun" and "han eller hun", by which nobody in particular is meant;
//! - a word for an employee with a name or letters behind it: "medarbejder NN";
//! - two words in a row that begin with a capital: a name. It can also be that of a system, or the
//!   first word of a sentence before one. So a word for what the activities are about counts behind
//!   it only after "på" or "med": "på barsel".

use crate::danish::lower;

const PRONOUNS: [&str; 6] = ["hun", "han", "hende", "ham", "hendes", "hans"];

const EMPLOYEES: [&str; 10] = [
    "medarbejder",
    "medarbejderen",
    "kollega",
    "kollegaen",
    "leder",
    "lederen",
    "chef",
    "chefen",
    "elev",
    "eleven",
];

/// What somebody is or has.
const STATES: [&str; 12] = [
    "syg",
    "sygemeldt",
    "langtidssygemeldt",
    "deltidssygemeldt",
    "gravid",
    "kræft",
    "kræftsyg",
    "depression",
    "deprimeret",
    "diagnose",
    "diagnosen",
    "angst",
];

/// What activities are about, too.
const TOPICS: [&str; 7] = [
    "sygdom",
    "sygefravær",
    "sygeorlov",
    "stress",
    "barsel",
    "barselsorlov",
    "graviditet",
];

/// What may stand between somebody and a word of health.
const BETWEEN: [&str; 40] = [
    "er",
    "var",
    "har",
    "havde",
    "blev",
    "bliver",
    "blevet",
    "været",
    "gik",
    "går",
    "gået",
    "fik",
    "fået",
    "får",
    "kom",
    "kommer",
    "tilbage",
    "fra",
    "på",
    "med",
    "ned",
    "i",
    "af",
    "en",
    "et",
    "sin",
    "sit",
    "sine",
    "pt",
    "nu",
    "lige",
    "stadig",
    "igen",
    "ofte",
    "længe",
    "meget",
    "alvorligt",
    "desværre",
    "der",
    "som",
];

/// Words with a capital that are no names of people.
const NO_NAMES: [&str; 14] = [
    "data",
    "opus",
    "kommune",
    "løn",
    "personale",
    "økonomi",
    "regnskab",
    "excel",
    "office",
    "stab",
    "center",
    "system",
    "afdeling",
    "forvaltning",
];

/// A word with what stands before it.
struct Word<'a> {
    text: &'a str,
    small: String,
    before: &'a str,
}

impl Word<'_> {
    fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.small.as_str())
    }

    fn has_a_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// A capital, then small letters.
    fn is_like_a_name(&self) -> bool {
        let mut rest = self.text.chars().skip(1).peekable();
        self.has_a_capital()
            && rest.peek().is_some()
            && rest.all(char::is_lowercase)
            && !self.is_one_of(&NO_NAMES)
    }
}

/// How somebody is named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// Nobody else can be meant.
    Sure,
    /// Two words with a capital.
    Pair,
}

pub(super) fn is_of_a_person(text: &str) -> bool {
    text.split(['.', '!', '?', ';', '\n'])
        .any(|sentence| says_so(&words(sentence)))
}

fn says_so(words: &[Word<'_>]) -> bool {
    (0..words.len())
        .any(|at| named(words, at).is_some_and(|(naming, next)| is_ill(&words[next..], naming)))
}

/// Somebody who is named at a place, and the place behind.
fn named(words: &[Word<'_>], at: usize) -> Option<(Naming, usize)> {
    let word = &words[at];
    let next = words.get(at + 1);
    if word.is_one_of(&PRONOUNS) {
        return (!is_anybody(words, at)).then_some((Naming::Sure, at + 1));
    }
    let next = next.filter(|next| next.before == " ")?;
    if word.is_one_of(&EMPLOYEES) && next.has_a_capital() {
        Some((Naming::Sure, at + 2))
    } else if word.is_like_a_name() && next.is_like_a_name() {
        Some((Naming::Pair, at + 2))
    } else {
        None
    }
}

/// Whether a pronoun is one of "han/hun" or "han eller hun".
fn is_anybody(words: &[Word<'_>], at: usize) -> bool {
    let joined = |one: usize, other: usize| {
        let is_pronoun = |at: usize| words.get(at).is_some_and(|word| word.is_one_of(&PRONOUNS));
        let slash = other == one + 1 && words.get(other).is_some_and(|word| word.before == "/");
        let or = other == one + 2 && words.get(one + 1).is_some_and(|word| word.small == "eller");
        is_pronoun(one) && is_pronoun(other) && (slash || or)
    };
    [1, 2].into_iter().any(|far| {
        joined(at, at + far) || at.checked_sub(far).is_some_and(|before| joined(before, at))
    })
}

/// Whether a word of health follows, with nothing but small words before it.
fn is_ill(words: &[Word<'_>], naming: Naming) -> bool {
    let far = words
        .iter()
        .take_while(|word| word.is_one_of(&BETWEEN))
        .count();
    let Some(word) = words.get(far) else {
        return false;
    };
    let last = far.checked_sub(1).map(|at| words[at].small.as_str());
    word.is_one_of(&STATES)
        || word.is_one_of(&TOPICS) && (naming == Naming::Sure || matches!(last, Some("på" | "med")))
}

fn words(sentence: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut end = 0;
    let is_part = |c: char| c.is_alphanumeric();
    let mut rest = sentence;
    while let Some(start) = rest.find(is_part) {
        let begin = sentence.len() - rest.len() + start;
        let length = sentence[begin..]
            .find(|c: char| !is_part(c))
            .unwrap_or(sentence.len() - begin);
        let text = &sentence[begin..begin + length];
        words.push(Word {
            text,
            small: lower(text),
            before: &sentence[end..begin],
        });
        end = begin + length;
        rest = &sentence[end..];
    }
    words
}
