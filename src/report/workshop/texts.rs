//! The agendas, the invitation and what to do before, at and after a workshop, as data
//! (`workshop.json`).
//!
//! Owns the shapes. Which workshop is held, and when, is the plan's
//! ([`crate::domain::decisions::Workshop`]); start times are [`super::schedule`]'s.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::decisions::Agenda;
use crate::json;
use crate::route::Route;

/// Everything that is written of workshops.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Texts {
    /// How many days before the workshop the answers are to be there.
    pub answers_days_before: u8,
    /// That staff are involved before anything is decided.
    pub involvement: String,
    /// What everybody brings.
    pub bring: Vec<String>,
    /// What is asked when a proposal is rated.
    pub ratings: Vec<Rating>,
    /// What to do before, at and after.
    pub phases: Vec<Phase>,
    /// What each role prepares.
    pub roles: Vec<Role>,
    /// The agendas.
    pub programmes: Vec<Programme>,
}

/// One of the three things that a proposal is rated on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rating {
    /// Its key in the plan.
    pub key: String,
    /// What is asked.
    pub question: String,
}

/// Before, at or after the workshop.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phase {
    /// Its heading.
    pub title: String,
    /// What is done, in order.
    pub steps: Vec<Step>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// What.
    pub text: String,
    /// The page on which it is done.
    pub page: Route,
}

/// Those who prepare the same.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Role {
    /// Who they are.
    pub title: String,
    /// The agendas that they prepare it for.
    pub agendas: Vec<Agenda>,
    /// What they prepare.
    pub prepare: Vec<String>,
}

/// An agenda.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Programme {
    /// Which.
    pub agenda: Agenda,
    /// What it is called.
    pub title: String,
    /// Minutes from the beginning to the end, breaks included.
    pub length: u16,
    /// When such a workshop usually begins.
    pub usual_start: String,
    /// What the workshop is for, where nothing else is written.
    pub purpose: String,
    /// Who takes part.
    pub for_whom: Vec<String>,
    /// What there is afterwards.
    pub leads_to: Vec<String>,
    /// What is done before it besides what is done before all.
    pub before: Vec<Step>,
    /// The parts in order; a single one has no title.
    pub parts: Vec<ProgrammePart>,
}

/// A part of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProgrammePart {
    /// What it is called; may be empty.
    pub title: String,
    /// Its items in order.
    pub items: Vec<Item>,
}

/// An item of an agenda. A pause has a title and minutes alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Item {
    /// What it is called.
    pub title: String,
    /// How long it is thought to take.
    pub minutes: u16,
    /// Whether it is a pause.
    pub pause: bool,
    /// What happens.
    pub what: String,
    /// The pages that are shown.
    pub shows: Vec<Route>,
    /// Who leads it: a function.
    pub leader: String,
    /// What there is when it ends.
    pub result: String,
}

/// What is written of workshops.
///
/// # Panics
/// Never: the bundled file is checked by a test.
pub(crate) fn texts() -> &'static Texts {
    static TEXTS: LazyLock<Texts> =
        LazyLock::new(|| json::read(include_str!("../workshop.json")).expect("checked by a test"));
    &TEXTS
}

/// An agenda; every one is there.
pub(crate) fn programme(agenda: Agenda) -> &'static Programme {
    let all = &texts().programmes;
    let found = all.iter().find(|one| one.agenda == agenda);
    found.unwrap_or(&all[0])
}

impl Texts {
    /// The roles that prepare something for an agenda.
    pub(crate) fn roles_of(&self, agenda: Agenda) -> impl Iterator<Item = &Role> {
        let prepares = move |role: &&Role| role.agendas.contains(&agenda);
        self.roles.iter().filter(prepares)
    }

    /// What is asked when a demand is rated, by its key.
    pub(crate) fn question(&self, key: &str) -> &str {
        let found = self.ratings.iter().find(|one| one.key == key);
        found.map_or("", |one| &one.question)
    }
}

impl Programme {
    /// Its items in order.
    #[cfg(test)]
    pub(crate) fn items(&self) -> impl Iterator<Item = &Item> {
        self.parts.iter().flat_map(|part| &part.items)
    }
}

/// The name of a page as people know it.
pub(crate) fn page_name(page: Route) -> String {
    match page {
        Route::Proposal(id) => crate::document::tables::plan::proposal_name(&id.as_str().into()),
        Route::Screen(_) => "Visning på fuld skærm".to_owned(),
        page => page.title().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::planning::proposal::demands::Demand;
    use crate::proposals;

    const ALL: [Agenda; 3] = [Agenda::Day, Agenda::HalfDay, Agenda::Robots];
    /// Nobody listens longer.
    const LONGEST_SITTING: u16 = 120;

    #[test]
    fn every_agenda_is_there_and_its_items_take_as_long_as_it_does() {
        for agenda in ALL {
            let programme = programme(agenda);
            assert_eq!(programme.agenda, agenda);
            let minutes: u16 = programme.items().map(|item| item.minutes).sum();
            assert_eq!(minutes, programme.length, "{agenda:?}");
        }
        assert_eq!(texts().programmes.len(), ALL.len());
    }

    #[test]
    fn nobody_sits_for_more_than_two_hours() {
        for programme in &texts().programmes {
            let mut sitting = 0;
            for item in programme.items() {
                sitting = if item.pause {
                    0
                } else {
                    sitting + item.minutes
                };
                assert!(sitting <= LONGEST_SITTING, "{}", item.title);
            }
        }
    }

    #[test]
    fn the_day_about_robots_has_three_parts_and_the_others_one_without_a_title() {
        for programme in &texts().programmes {
            let titles: Vec<&str> = programme.parts.iter().map(|one| &*one.title).collect();
            if programme.agenda == Agenda::Robots {
                assert_eq!(titles.len(), 3);
                assert!(titles.iter().all(|title| title.starts_with("Del ")));
            } else {
                assert_eq!(titles, [""]);
            }
        }
    }

    #[test]
    fn every_item_says_what_is_shown_who_leads_and_what_comes_out_of_it() {
        for item in texts().programmes.iter().flat_map(Programme::items) {
            assert!(!item.title.is_empty() && item.minutes > 0);
            let texts = [&item.what, &item.leader, &item.result];
            assert!(
                texts.iter().all(|text| text.is_empty() == item.pause),
                "{}",
                item.title
            );
            assert_eq!(item.shows.is_empty(), item.pause, "{}", item.title);
        }
    }

    #[test]
    fn every_page_that_is_named_exists() {
        let all = texts();
        let steps = all.phases.iter().flat_map(|phase| &phase.steps);
        let own = all.programmes.iter().flat_map(|one| &one.before);
        let items = all.programmes.iter().flat_map(Programme::items);
        let pages = steps
            .chain(own)
            .map(|step| step.page)
            .chain(items.flat_map(|item| item.shows.clone()));
        for page in pages {
            assert_ne!(page, Route::NotFound);
            if let Route::Proposal(id) = page {
                assert!(proposals::proposal(&id.as_str().into()).is_some());
            }
        }
    }

    #[test]
    fn the_five_roles_prepare_something_for_every_agenda() {
        let five = [
            "Økonomi",
            "Løn og HR",
            "Fagforvaltninger og enheder",
            "Ledelse",
            "IT",
        ];
        for agenda in ALL {
            let titles: Vec<&str> = texts().roles_of(agenda).map(|one| &*one.title).collect();
            assert!(five.iter().all(|role| titles.contains(role)), "{titles:?}");
        }
        assert!(texts().roles.iter().all(|role| !role.prepare.is_empty()));
    }

    #[test]
    fn something_is_asked_of_every_demand() {
        assert!(
            Demand::ALL
                .iter()
                .all(|one| texts().question(one.key()).ends_with('?'))
        );
        assert!(texts().involvement.contains("MED-udvalget"));
    }
}
