//! Which activities changed, and in what.

use serde::Serialize;

use crate::domain::answer::{Answer, Standing};
use crate::domain::assessment::Round;
use crate::domain::catalogue::{self, Weight};
use crate::domain::ids::ActivityId;
use crate::domain::rating::{Dimension, PerDimension, Place};
use crate::scoring::{ActivityRating, Status, UnitsAnswer};

/// What of an activity changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Who does the cases: the places or their shares.
    Organisation,
    /// How digital the solution is.
    Solution,
    /// How digital the process is.
    Process,
    /// Whether the activity is relevant.
    Standing,
}

/// What happened to an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It is answered in both rounds, and not in the same way.
    Changed,
    /// It is answered in the later round only.
    NewlyAnswered,
    /// It is answered in the earlier round only.
    NoLongerAnswered,
    /// The later answer was taken over and not confirmed, so it says nothing of a change.
    Unconfirmed,
}

/// What was said of an activity in a round.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// Points, unrounded; none where nothing was said.
    pub points: PerDimension<Option<f64>>,
    /// It is not relevant.
    pub not_relevant: bool,
    /// The municipality's own answer.
    #[serde(skip)]
    pub own: Option<Answer>,
    /// The units' answer.
    #[serde(skip)]
    pub units: UnitsAnswer,
}

/// One activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActivityChange {
    /// The activity in the later catalogue.
    pub id: ActivityId,
    /// The activity in the earlier one; the same in most.
    pub earlier: ActivityId,
    /// What happened.
    pub kind: Kind,
    /// What changed, where it is answered in both.
    pub aspects: Vec<Aspect>,
    /// What was said in the earlier round.
    pub before: Told,
    /// What was said in the later round.
    pub after: Told,
}

/// The activities that changed or are unconfirmed.
pub(super) fn changes(
    before: &Round,
    after: &Round,
    pairs: &[(ActivityId, ActivityId)],
) -> Vec<ActivityChange> {
    pairs
        .iter()
        .filter_map(|&(earlier, id)| change(before, after, earlier, id))
        .collect()
}

fn change(
    before: &Round,
    after: &Round,
    earlier: ActivityId,
    id: ActivityId,
) -> Option<ActivityChange> {
    // Units are weighed in one way in both rounds.
    let weight = catalogue::activity(id).map_or(Weight::Equal, |one| one.weight);
    let (before, _) = told(before, earlier, weight);
    let (after, unconfirmed) = told(after, id, weight);
    let mut aspects = Vec::new();
    let kind = match (before.is_answered(), after.is_answered()) {
        (_, true) if unconfirmed => Kind::Unconfirmed,
        (false, true) => Kind::NewlyAnswered,
        (true, false) => Kind::NoLongerAnswered,
        (true, true) => {
            aspects = differences(&before, &after);
            Kind::Changed
        }
        (false, false) => return None,
    };
    (kind != Kind::Changed || !aspects.is_empty()).then_some(ActivityChange {
        id,
        earlier,
        kind,
        aspects,
        before,
        after,
    })
}

/// What was said, and whether it waits for a confirmation.
fn told(round: &Round, activity: ActivityId, weight: Weight) -> (Told, bool) {
    let own = round.central_answer(activity);
    let units = UnitsAnswer::of(round, activity, weight);
    let rating = ActivityRating::of(own).with_units(own, &units);
    let not_relevant = rating.status == Status::NotRelevant;
    let own_not_relevant = own.is_some_and(|own| own.unconfirmed && not_relevant);
    let unconfirmed = rating.status == Status::Unconfirmed || own_not_relevant;
    let told = Told {
        points: PerDimension::from_fn(|dimension| {
            rating
                .hundredths
                .get(dimension)
                .map(|points| points / 100.0)
        }),
        not_relevant,
        own: own.cloned(),
        units,
    };
    (told, unconfirmed)
}

fn differences(before: &Told, after: &Told) -> Vec<Aspect> {
    if before.not_relevant || after.not_relevant {
        let standing = before.not_relevant != after.not_relevant;
        return standing.then_some(Aspect::Standing).into_iter().collect();
    }
    let differ = |dimension| before.points.get(dimension) != after.points.get(dimension);
    // Points alone would not tell central from external.
    let organisation = before.cases() != after.cases();
    let all = [
        (organisation, Aspect::Organisation),
        (differ(Dimension::Solution), Aspect::Solution),
        (differ(Dimension::Process), Aspect::Process),
    ];
    let changed = all.into_iter().filter(|(is_changed, _)| *is_changed);
    changed.map(|(_, aspect)| aspect).collect()
}

impl Told {
    /// Somebody rated it, or said that it is not relevant.
    fn is_answered(&self) -> bool {
        let rated = |&dimension: &Dimension| self.points.get(dimension).is_some();
        self.not_relevant || Dimension::ALL.iter().any(rated)
    }

    /// Percent of the cases at each place.
    fn cases(&self) -> Option<[f64; 5]> {
        if self.units.ratings.centralisation.n() > 0 {
            return Some(Place::ALL.map(|place| self.units.percent(place).unwrap_or_default()));
        }
        let own = self.own.as_ref()?;
        let organisation = own
            .organisation
            .filter(|_| own.standing == Standing::Asked)?;
        Some(Place::ALL.map(|place| organisation.share(place).into()))
    }
}
