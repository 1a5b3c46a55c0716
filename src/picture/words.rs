//! Titles that say what is found, and the few sentences beside charts.
//!
//! Only facts that may be said: nothing beside invented municipalities is a finding about a real
//! one, a level is called neither good nor bad, and no cause is claimed.

use crate::danish::{format_number, format_signed, lower, round};
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::comparison::{DomainDeviation, Evidence};
use crate::peers::relation::digitalisation;
use crate::scoring::DomainScore;

/// "1 område", "3 områder".
pub(crate) fn areas(n: usize) -> String {
    counted(n, "område", "områder")
}

pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

pub(crate) fn area_title(area: AreaId) -> &'static str {
    catalogue::area(area).map_or("", |area| area.title)
}

/// Two texts as one sentence's end: "a", "a og b", "a, b og c".
pub(crate) fn list(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} og {last}", most.join(", ")),
    }
}

/// From this level on an area is called gathered centrally; below the other it lies with the units.
const CENTRAL: f64 = 2.5;
const DECENTRAL: f64 = 0.5;
/// From this degree on an area is called mostly digital.
const DIGITAL: f64 = 0.7;

/// What the own answers say of a domain, without others.
pub(crate) fn own_picture(score: &DomainScore) -> String {
    let title = catalogue::domain_title(score.domain);
    let with = |dimension| {
        score
            .areas
            .iter()
            .filter_map(move |area| area.score(dimension))
    };
    let levels: Vec<f64> = with(Dimension::Centralisation).collect();
    if levels.is_empty() {
        return format!("{title}: områderne i centralisering og digitalisering");
    }
    let central = levels.iter().filter(|&&level| level >= CENTRAL).count();
    let units = levels.iter().filter(|&&level| level <= DECENTRAL).count();
    let digital = score.areas.iter().filter_map(|area| {
        digitalisation(
            area.score(Dimension::Process),
            area.score(Dimension::Solution),
        )
    });
    let digital = digital.filter(|&degree| degree > DIGITAL).count();
    let mut parts = vec![format!("{central} samlet centralt")];
    if units > 0 {
        parts.push(format!("{units} ude i enhederne"));
    }
    parts.push(format!("{digital} over 70 % digitale"));
    format!("{title}: af {} er {}", areas(levels.len()), list(&parts))
}

/// What is drawn in the areas' picture, below its title.
pub(crate) const PICTURE: &str = "Hvert område efter centraliseringsgrad og digitalisering; arealet viser årsværk. Digitalisering er gennemsnittet af digital proces og digital løsning.";

/// The same below [`own_picture`], whose words have limits.
pub(crate) fn own_picture_summary() -> String {
    format!(
        "{PICTURE} Samlet centralt er mindst {}; ude i enhederne er højst {}.",
        format_number(CENTRAL, 1),
        format_number(DECENTRAL, 1)
    )
}

/// The largest deviation of a domain, as shown, over the areas and all dimensions by the share of
/// the scale.
fn largest(deviation: &DomainDeviation) -> Option<(AreaId, Dimension, f64)> {
    let all = deviation.areas.iter().flat_map(|area| {
        Dimension::ALL
            .into_iter()
            .filter_map(|one| Some((area.area, one, (*area.beside.deviation.get(one))?)))
    });
    let share = |&(_, dimension, value): &(AreaId, Dimension, f64)| {
        round(value, 1).abs() / f64::from(dimension.max())
    };
    all.filter(|one| share(one) > 0.0).reduce(|best, one| {
        if share(&one) > share(&best) {
            one
        } else {
            best
        }
    })
}

/// The title of the deviations of a domain.
pub(crate) fn deviations(deviation: &DomainDeviation, evidence: Evidence) -> String {
    let title = catalogue::domain_title(deviation.domain);
    match (evidence, largest(deviation)) {
        (Evidence::Invented, _) => {
            format!("{title}: afvigelse fra opfundne kommuner")
        }
        (Evidence::Orientation, _) => {
            format!("{title}: afvigelse fra KLK 2017, til orientering")
        }
        (_, None) => format!("{title}: ingen afvigelser at vise"),
        (_, Some((area, dimension, value))) => format!(
            "{title}: størst afvigelse i {} er {} ({})",
            lower(dimension.title()),
            area_title(area),
            format_signed(value, 1)
        ),
    }
}

/// How many areas lie inside the middle half of the group, by dimension; none where that may not
/// be said, or quartiles are not known.
pub(crate) fn inside_quartiles(
    score: &DomainScore,
    deviation: &DomainDeviation,
) -> PerDimension<Option<(usize, usize)>> {
    use crate::peers::distribution::Spread;
    PerDimension::from_fn(|dimension| {
        let mut inside = 0;
        let mut known = 0;
        for (area, other) in score.areas.iter().zip(&deviation.areas) {
            let group = other.beside.group.get(dimension).as_ref();
            let spread = group.and_then(crate::peers::summary::Statistic::spread);
            let own = area.score(dimension).filter(|_| !other.provisional);
            if let (Some(own), Some(Spread::Quartiles(all))) = (own, spread) {
                known += 1;
                let (own, low, high) = (
                    round(own, 4),
                    round(all.lower_quartile, 4),
                    round(all.upper_quartile, 4),
                );
                inside += usize::from((low..=high).contains(&own));
            }
        }
        (known > 0).then_some((inside, known))
    })
}

/// The title of the distributions of a domain.
pub(crate) fn strips(
    score: &DomainScore,
    deviation: &DomainDeviation,
    evidence: Evidence,
) -> String {
    let title = catalogue::domain_title(score.domain);
    let inside = inside_quartiles(score, deviation);
    let parts: Vec<String> = Dimension::ALL
        .into_iter()
        .filter_map(|dimension| {
            let (inside, known) = (*inside.get(dimension))?;
            Some(format!("{} {inside} af {known}", lower(dimension.title())))
        })
        .collect();
    if parts.is_empty() || !evidence.allows_findings() {
        return format!("{title}: egne tal og gruppen");
    }
    format!(
        "{title}: områder inden for gruppens midterste halvdel: {}",
        parts.join(", ")
    )
}

/// The title of the resources of a domain.
pub(crate) fn resources(
    domain: Domain,
    own: Option<f64>,
    mean: Option<f64>,
    evidence: Evidence,
) -> String {
    let title = catalogue::domain_title(domain);
    let per = crate::document::tables::resources_beside::rate_title(domain);
    match (own, mean.filter(|_| evidence.allows_findings())) {
        (Some(own), Some(mean)) => format!(
            "{title}: {} årsværk {per}; gruppens gennemsnit er {}",
            format_number(own, 1),
            format_number(mean, 1)
        ),
        (Some(own), None) => format!("{title}: {} årsværk {per}", format_number(own, 1)),
        (None, _) => format!("{title}: årsværk {per}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::peers::summary::Own;
    use crate::peers::{Dataset, compare, summarise};
    use crate::scoring;

    const EXAMPLE: &str = include_str!("../../public/eksempler/x-kommune.kommunebenchmark.json");
    const MODEL: &str = include_str!("../../public/data/peers-model.json");
    const KLK_2017: &str = include_str!("../../public/data/peers.json");

    /// The title of the deviations of finance, and of its distributions.
    fn titles(peers: &str, example: bool) -> [String; 2] {
        let assessment = document::read(EXAMPLE).unwrap();
        let card = scoring::score(assessment.current().unwrap());
        let dataset = Dataset::read(peers).unwrap();
        let comparison = compare(&card, &summarise(&dataset, &Own::default()), example);
        let (score, deviation) = (&card.domains[0], &comparison.domains[0]);
        [
            deviations(deviation, comparison.evidence),
            strips(score, deviation, comparison.evidence),
        ]
    }

    #[test]
    fn a_title_says_what_is_found_only_where_it_may_be_said() {
        let [deviations, strips] = titles(MODEL, true);
        // KLK's leaflet: digital process of E09 is 0.7 under, of E04 0.6 over, E10 0.5 over.
        assert_eq!(
            deviations,
            "Økonomi og regnskab: størst afvigelse i digital proces er Økonomisk sagsfremstilling (\u{2212}0,7)"
        );
        assert!(
            strips.contains("inden for gruppens midterste halvdel"),
            "{strips}"
        );
        let [deviations, strips] = titles(MODEL, false);
        assert_eq!(
            deviations,
            "Økonomi og regnskab: afvigelse fra opfundne kommuner"
        );
        assert_eq!(strips, "Økonomi og regnskab: egne tal og gruppen");
        let [deviations, _] = titles(KLK_2017, true);
        assert_eq!(
            deviations,
            "Økonomi og regnskab: afvigelse fra KLK 2017, til orientering"
        );
    }

    #[test]
    fn the_own_picture_counts_levels_and_degrees() {
        let assessment = document::read(EXAMPLE).unwrap();
        let card = scoring::score(assessment.current().unwrap());
        assert_eq!(
            own_picture(&card.domains[0]),
            "Økonomi og regnskab: af 11 områder er 10 samlet centralt og 8 over 70 % digitale"
        );
        let empty = scoring::score(&crate::domain::assessment::Round::new(
            crate::domain::ids::RoundId("2026".to_owned()),
            2026,
        ));
        assert_eq!(
            own_picture(&empty.domains[1]),
            "Løn og personale: områderne i centralisering og digitalisering"
        );
    }

    #[test]
    fn counts_and_lists_follow_danish_grammar() {
        assert_eq!(
            (areas(1), areas(2)),
            ("1 område".to_owned(), "2 områder".to_owned())
        );
        let all = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(list(&all[..0]), "");
        assert_eq!(list(&all[..1]), "a");
        assert_eq!(list(&all[..2]), "a og b");
        assert_eq!(list(&all), "a, b og c");
    }
}
