//! What the app needs to know of the dataset and the groups.

use std::collections::BTreeSet;

use crate::domain::ids::Domain;
use crate::domain::rating::PerDimension;
use crate::peers::group::{Group, NEAREST, members};
use crate::requests::{Beside, Offer, Shown};

use super::desk::{Chosen, Desk};
use super::{Refusal, round, survey};

pub(super) fn beside(desk: &mut Desk, shown: &Shown) -> Result<Beside, Refusal> {
    let survey = survey(shown)?;
    let round = round(&survey, shown)?;
    let chosen = desk.chosen(shown, &survey, round)?;
    let chosen = chosen.ok_or(Refusal::DatasetUnknown)?;
    let kind = chosen.dataset.label.kind;
    let domains: Vec<Domain> = round.profile.domains.iter().copied().collect();
    let mut means = std::collections::BTreeMap::new();
    for (&area, statistics) in &chosen.summary.areas {
        let mean = |dimension| statistics.get(dimension).as_ref().map(|one| one.mean);
        means.insert(area, PerDimension::from_fn(mean));
    }
    let can_pick = Group::Picked(BTreeSet::new()).is_allowed(kind);
    let others = chosen.dataset.municipalities.iter();
    let names = others.filter(|peer| can_pick && !chosen.own.is(peer));
    Ok(Beside {
        kind,
        offers: offers(&chosen, &domains),
        names: names.map(|peer| peer.name.clone()).collect(),
        means,
        grouping: chosen.grouping,
    })
}

/// The groups that the dataset allows, with their sizes; a hand-picked one as it stands.
fn offers(chosen: &Chosen, domains: &[Domain]) -> Vec<Offer> {
    let mut groups = vec![
        Group::All,
        Group::SameSystem,
        Group::SameSize,
        Group::SameType,
    ];
    groups.extend(NEAREST.map(Group::Nearest));
    for group in [
        &chosen.grouping.organisation,
        &chosen.grouping.digitalisation,
    ] {
        if matches!(group, Group::Picked(_)) && !groups.contains(group) {
            groups.push(group.clone());
        }
    }
    let allowed = groups
        .into_iter()
        .filter(|group| group.is_allowed(chosen.dataset.label.kind));
    allowed.map(|group| offer(chosen, group, domains)).collect()
}

fn offer(chosen: &Chosen, group: Group, domains: &[Domain]) -> Offer {
    let mut titles: Vec<String> = Vec::new();
    let mut none = None;
    for &domain in domains {
        let title = group.title(&chosen.own, domain);
        let title = match members(&chosen.dataset, &chosen.own, &group, domain) {
            Ok(_) if chosen.dataset.municipalities.is_empty() => title,
            Ok(members) => format!("{title}: {}", members.places.len()),
            Err(why) => {
                none = none.or(Some(why));
                title
            }
        };
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    Offer {
        group,
        titles,
        none,
    }
}
