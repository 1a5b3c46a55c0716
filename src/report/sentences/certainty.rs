//! Hvor sikkert er det: answers, provisional areas, the group's size and worth.

use crate::domain::ids::AreaId;
use crate::peers::comparison::Evidence;
use crate::peers::distribution::{FEW, SOME};
use crate::report::facts::{DomainFacts, Facts, SHOWN, State};

use super::EXAMPLE;
use super::words::{areas, capital, counted, domain, small};

const NO_ANSWERS: &str = "Der er ingen svar endnu, så der er ingen tal at vurdere.";
const NO_FTE: &str = "Bemandingen er ikke fordelt på områder endnu, så forskelle og forslag er ikke vægtet med årsværk.";
const NO_GROUP: &str = "Billedet er kommunens eget og er ikke sammenlignet med andre kommuner.";
const INVENTED: &str = "Kommunerne i den valgte gruppe er opfundet, så billedet er kommunens eget.";
const DEMONSTRATION: &str = "Også kommunerne i gruppen er opfundet.";
const ORIENTATION: &str = "Sammenligningen med KLK 2017 er kun til orientering: Kommunerne er målt med et andet katalog, og en forskel kan ligge i målingen.";
const CIRCUMSTANCES: &str = "Tallene er ikke korrigeret for rammevilkår.";

/// How sure it is.
#[must_use]
pub fn certainty(facts: &Facts) -> Vec<String> {
    if !facts.is_answered() {
        return vec![NO_ANSWERS.to_owned()];
    }
    let mut sentences = Vec::new();
    if facts.example {
        sentences.push(EXAMPLE.to_owned());
    }
    sentences.extend(facts.domains.iter().filter_map(answered));
    let in_state = |state| -> Vec<AreaId> {
        let domains = facts.domains.iter();
        domains.flat_map(|one| one.in_state(state)).collect()
    };
    sentences.extend(open_areas(&in_state(State::Unanswered)));
    sentences.extend(provisional(&in_state(State::Provisional)));
    sentences.extend(estimated(&in_state(State::Estimated)));
    if !facts.has_fte() {
        sentences.push(NO_FTE.to_owned());
    }
    sentences.extend(group(facts));
    sentences
}

/// How much of a domain is answered, in whole percent rounded down.
fn answered(facts: &DomainFacts) -> Option<String> {
    let title = domain(facts.domain);
    let all = facts.coverage;
    if all.relevant == 0 {
        return None;
    }
    Some(match all.answered {
        0 if facts.is_answered() => {
            format!("I {title} er ingen aktiviteter besvaret hver for sig.")
        }
        0 => format!("{} er ikke besvaret.", capital(&title)),
        n if n == all.relevant => format!("I {title} er alle relevante aktiviteter besvaret."),
        n if n * 100 < all.relevant => {
            format!("I {title} er under 1 % af de relevante aktiviteter besvaret.")
        }
        n => format!(
            "I {title} er {} % af de relevante aktiviteter besvaret.",
            n * 100 / all.relevant
        ),
    })
}

/// Areas by name where they are few, else their number.
fn named(all: &[AreaId]) -> String {
    if all.len() > SHOWN {
        format!("{} områder", all.len())
    } else {
        capital(&areas(all))
    }
}

fn open_areas(all: &[AreaId]) -> Option<String> {
    (!all.is_empty()).then(|| format!("{} er ikke besvaret.", named(all)))
}

fn provisional(all: &[AreaId]) -> Option<String> {
    let what = match all.len() {
        0 => return None,
        1 => "er foreløbigt",
        _ => "er foreløbige",
    };
    Some(format!(
        "{} {what}, for under 60 % af aktiviteterne er besvaret.",
        named(all)
    ))
}

fn estimated(all: &[AreaId]) -> Option<String> {
    let what = match all.len() {
        0 => return None,
        1 => "et samlet skøn",
        _ => "et samlet skøn for hvert område",
    };
    Some(format!("{} bygger på {what}.", named(all)))
}

/// What the comparison is worth.
fn group(facts: &Facts) -> Vec<String> {
    let Some(group) = &facts.group else {
        return vec![NO_GROUP.to_owned()];
    };
    let first = match group.evidence {
        Evidence::Invented => return vec![INVENTED.to_owned()],
        Evidence::Demonstration => DEMONSTRATION.to_owned(),
        Evidence::Orientation => ORIENTATION.to_owned(),
        Evidence::Finding => format!(
            "Der er sammenlignet med »{}«, hvor kommunerne er målt med samme skema.",
            group.title
        ),
    };
    let mut sentences = vec![first];
    let invented = group.evidence == Evidence::Demonstration;
    let sizes = sizes(facts);
    sentences.extend(sizes.iter().map(|(whose, n)| size(whose, *n, invented)));
    sentences.push(CIRCUMSTANCES.to_owned());
    sentences
}

/// Whose group has which size: one where all are the same.
fn sizes(facts: &Facts) -> Vec<(String, Option<u32>)> {
    let mut sizes = Vec::new();
    for one in &facts.domains {
        let title = domain(one.domain);
        let (organisation, digitalisation) = (one.organisation_n, one.digitalisation_n);
        if organisation == digitalisation {
            sizes.push((format!("Gruppen i {title}"), organisation));
        } else {
            sizes.push((format!("Gruppen for organisering i {title}"), organisation));
            sizes.push((
                format!("Gruppen for digitalisering i {title}"),
                digitalisation,
            ));
        }
    }
    if sizes.windows(2).all(|pair| pair[0].1 == pair[1].1) {
        sizes.truncate(1);
        for size in &mut sizes {
            "Gruppen".clone_into(&mut size.0);
        }
    }
    sizes
}

fn size(whose: &str, n: Option<u32>, invented: bool) -> String {
    let (one, many) = if invented {
        ("én opfundet kommune", "opfundne kommuner")
    } else {
        ("én kommune", "kommuner")
    };
    let Some(n) = n.and_then(|n| usize::try_from(n).ok()) else {
        return format!(
            "Det er ikke oplyst, hvor mange {many} {} består af.",
            small(whose)
        );
    };
    match n {
        0 => format!("{whose} er tom, så der er intet at sammenligne med."),
        1 => format!("{whose} er kun {one}, så gennemsnittet er dens egne tal."),
        n if n < FEW => {
            format!("{whose} er kun på {n} {many}, så én af dem kan flytte gennemsnittet meget.")
        }
        n if n < SOME => format!("{whose} er på {n} {many}, så gennemsnittet er usikkert."),
        n => format!("{whose} er på {n} {many}."),
    }
}

/// How sure it is, in one message.
#[must_use]
pub fn certainty_message(facts: &Facts) -> String {
    if !facts.is_answered() {
        return "Der er ingen svar at vurdere endnu".to_owned();
    }
    let all = facts.coverage();
    let answered = match all.answered {
        0 => "Billedet bygger på skøn".to_owned(),
        n if n == all.relevant && n > 2 => format!("Alle {n} aktiviteter er besvaret"),
        n => format!("{n} af {} aktiviteter er besvaret", all.relevant),
    };
    let sizes: Vec<Option<u32>> = sizes(facts).into_iter().map(|(_, n)| n).collect();
    let group = match (facts.evidence(), sizes.as_slice()) {
        (None, _) => "der er ingen gruppe".to_owned(),
        (Some(Evidence::Invented), _) => "gruppen er opfundet".to_owned(),
        (Some(Evidence::Demonstration), _) => "kommunen og gruppen er opfundet".to_owned(),
        (Some(Evidence::Orientation), _) => "sammenligningen er til orientering".to_owned(),
        (Some(Evidence::Finding), [Some(n)]) => {
            let n = usize::try_from(*n).unwrap_or(usize::MAX);
            format!("gruppen er på {}", counted(n, "én kommune", "kommuner"))
        }
        (Some(Evidence::Finding), many) => {
            let known: Option<Vec<u32>> = many.iter().copied().collect();
            match known.as_deref().and_then(|all| all.iter().min()) {
                Some(least) => format!("den mindste gruppe er på {least}"),
                None => "gruppens størrelse er ukendt".to_owned(),
            }
        }
    };
    format!("{answered}, og {group}")
}
