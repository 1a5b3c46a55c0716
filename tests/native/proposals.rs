//! The shipped proposals: that the data are whole, and that they say what their sources do.

use std::collections::BTreeSet;

use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::Domain;
use kommunebenchmark::proposals::{
    Against, Aim, Basis, Family, Group, Proposal, ProposalId, Source, collection, order, pins,
    pins_of, proposal, proposals,
};

fn ids(of: impl IntoIterator<Item = &'static ProposalId>) -> Vec<&'static str> {
    of.into_iter().map(|id| id.0.as_str()).collect()
}

fn exists(id: &ProposalId) -> bool {
    proposal(id).is_some()
}

/// The texts of a proposal that must not be empty.
fn texts(one: &Proposal) -> Vec<&str> {
    let assessment = &one.assessment;
    let mut texts = vec![
        &one.name,
        &one.what,
        &one.practice,
        &one.needs,
        &one.still_relevant.why,
        &assessment.organisation.why,
        &assessment.process_maturity.why,
        &assessment.volume.why,
    ];
    texts.extend(one.segregation_of_duties.iter());
    texts.extend(one.preconditions.iter().map(|one| &one.text));
    texts.extend(one.effects.iter().map(|one| &one.text));
    texts.extend(one.experiences.iter().map(|one| &one.text));
    texts.extend(one.areas.iter().map(|one| &one.why));
    texts.extend(one.conflicts.iter().map(|one| &one.text));
    texts.into_iter().map(String::as_str).collect()
}

#[test]
fn there_are_sixteen_of_the_programme_and_ten_of_the_catalogue() {
    let expected: Vec<String> = (1..=16)
        .map(|number| format!("M{number:02}"))
        .chain((1..=10).map(|number| format!("K{number:02}")))
        .collect();
    assert_eq!(ids(proposals().iter().map(|one| &one.id)), expected);
    for one in proposals() {
        let (family, group) = match (&one.id.0[..1], one.number) {
            ("M", 1..=6) => (Family::Mep, Group::Simplification),
            ("M", 7..=13) => (Family::Mep, Group::Automation),
            ("M", _) => (Family::Mep, Group::Organisation),
            _ => (Family::Klk, Group::Klk),
        };
        assert_eq!((one.family, one.group), (family, group), "{}", one.id);
        assert!(one.id.0.ends_with(&format!("{:02}", one.number)));
        assert_eq!(one.year, 2017);
    }
    assert!(!exists(&"M17".into()));
}

#[test]
fn every_proposal_is_told_whole() {
    for one in proposals() {
        let id = &one.id;
        assert!(
            texts(one).iter().all(|text| !text.trim().is_empty()),
            "{id}"
        );
        assert!((2..=4).contains(&one.preconditions.len()), "{id}");
        let names: BTreeSet<&str> = one.preconditions.iter().map(|one| &one.id[..]).collect();
        assert_eq!(names.len(), one.preconditions.len(), "{id}");
        assert!(!one.effects.is_empty(), "{id}");
        for effect in &one.effects {
            let known = [effect.low, effect.high].map(|it| it.is_some());
            assert_eq!(known, [effect.unit.is_some(); 2], "{id}: {}", effect.text);
            assert!(effect.low <= effect.high, "{id}: {}", effect.text);
        }
        let assessment = &one.assessment;
        for one in [
            &assessment.organisation,
            &assessment.process_maturity,
            &assessment.volume,
        ] {
            assert!((1..=3).contains(&one.score), "{id}");
        }
        for conflict in &one.conflicts {
            let other = proposal(&conflict.with).unwrap();
            let both = other.conflicts.iter().any(|back| back.with == *id);
            assert!(both, "{id} and {} must both say it", other.id);
        }
    }
    let all = collection();
    for text in [&all.title, &all.selection_note, &all.dimensions_note] {
        assert!(!text.trim().is_empty());
    }
}

#[test]
fn every_source_names_a_place() {
    for one in proposals() {
        let of_preconditions = one.preconditions.iter().filter(|one| !one.own);
        let named = of_preconditions
            .map(|one| &one.source)
            .chain(one.experiences.iter().map(|one| &one.source))
            .chain([&one.sources]);
        for sources in named {
            assert!(!sources.is_empty(), "{}", one.id);
        }
        let all = one
            .sources
            .iter()
            .chain(one.preconditions.iter().flat_map(|one| &one.source))
            .chain(one.effects.iter().flat_map(|one| &one.source))
            .chain(one.experiences.iter().flat_map(|one| &one.source))
            .chain(one.conflicts.iter().flat_map(|one| &one.source));
        assert!(all.into_iter().all(Source::is_placed), "{}", one.id);
    }
    assert!(!collection().sources.is_empty());
    assert!(order().source.iter().all(Source::is_placed) && !order().source.is_empty());
}

#[test]
fn the_areas_are_those_of_the_field_and_each_proposal_can_be_scored() {
    for one in proposals() {
        let areas: BTreeSet<_> = one.areas.iter().map(|one| one.area).collect();
        assert_eq!(areas.len(), one.areas.len(), "{}", one.id);
        assert!(areas.iter().all(|&area| catalogue::area(area).is_some()));
        let aims: BTreeSet<_> = one.aims.iter().collect();
        assert_eq!(aims.len(), one.aims.len(), "{}", one.id);
        assert!(one.aims.iter().any(|aim| aim.dimension().is_some()));
    }
    // What the sources and this project's reading of them give, all in all.
    let areas = || proposals().iter().flat_map(|one| &one.areas);
    let stated = areas().filter(|one| one.basis == Basis::Stated).count();
    assert_eq!((areas().count(), stated), (170, 66));
    let aims = |aim| proposals().iter().filter(|one| one.aims_at(aim)).count();
    let counts = [
        Aim::Centralisation,
        Aim::Process,
        Aim::Solution,
        Aim::Resources,
    ];
    assert_eq!(counts.map(aims), [7, 21, 10, 23]);
}

#[test]
fn exactly_those_that_touch_the_segregation_of_duties_warn() {
    let warn = proposals()
        .iter()
        .filter(|one| one.segregation_of_duties.is_some());
    assert_eq!(ids(warn.map(|one| &one.id)), ["M03", "M14", "K09"]);
}

#[test]
fn all_sixteen_stand_in_one_box_of_an_order_without_rings() {
    let order = order();
    assert_eq!(order.boxes.len(), 13);
    let mut boxed = ids(order.boxes.iter().flat_map(|step| &step.proposals));
    boxed.sort_unstable();
    let mep = proposals().iter().filter(|one| one.family == Family::Mep);
    assert_eq!(boxed, ids(mep.map(|one| &one.id)));
    let levels = order.levels().expect("no ring");
    for edge in &order.edges {
        assert!(levels[edge.from.as_str()] < levels[edge.to.as_str()]);
        assert_eq!(edge.basis, Basis::Inferred, "the arrows are lost");
    }
    assert_eq!(levels["B0"], 0);
    assert_eq!(levels["B12"], *levels.values().max().unwrap());
    for one in &order.prerequisites {
        assert!(exists(&one.to) && one.from.iter().all(exists));
        assert!(!one.source.is_empty() && one.source.iter().all(Source::is_placed));
    }
}

#[test]
fn the_order_says_what_a_choice_breaks() {
    use Against::{Missing, Reversed};
    use Basis::{Inferred, Stated};
    let check = |chosen: &[&str], expected: &[(&str, &str, Against, Basis)]| {
        let chosen: Vec<ProposalId> = chosen.iter().map(|&id| id.into()).collect();
        let found: Vec<_> = order()
            .breaks(&chosen)
            .into_iter()
            .map(|one| (one.earlier.0, one.later.0, one.against, one.basis))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|one| (&one.0[..], &one.1[..], one.2, one.3))
            .collect();
        assert_eq!(found, expected);
    };
    check(&["M12", "M03"], &[]);
    check(&["M03"], &[("M12", "M03", Missing, Stated)]);
    check(&["M03", "M12"], &[("M12", "M03", Reversed, Stated)]);
    check(&["K01"], &[("K02", "K01", Missing, Stated)]);
    check(&["K02", "K01", "M08"], &[]);
    check(&["M16", "M14"], &[("M14", "M16", Reversed, Inferred)]);
    check(
        &["M13", "M08", "M01"],
        &[
            ("M01", "M13", Reversed, Stated),
            ("M08", "M13", Reversed, Inferred),
        ],
    );
    let before = order().before(&"M13".into());
    let proposals: BTreeSet<_> = before.proposals().into_iter().collect();
    for id in [
        "M01", "M03", "M04", "M06", "M07", "M08", "M09", "M10", "M11", "M12",
    ] {
        assert!(proposals.contains(&ProposalId::from(id)), "{id}");
    }
    assert!(!proposals.contains(&ProposalId::from("M14")));
}

#[test]
fn the_leaflets_pins_stand_on_areas_of_their_domain() {
    assert_eq!(pins().len(), 10);
    for domain in Domain::ALL {
        assert_eq!(pins_of(domain).count(), 5);
        for pin in pins_of(domain) {
            assert!(!pin.label.is_empty() && !pin.proposals.is_empty());
            assert!(pin.proposals.iter().all(exists));
            for &area in &pin.areas {
                assert!(area.domain == domain && catalogue::area(area).is_some());
            }
        }
    }
}
