//! The pages and their addresses. The only place that knows URLs.
//!
//! Routes start with `#/`, so that they work in any folder of any host and from a file on disk.

mod menu;
mod name;

use serde::{Deserialize, Serialize};

use crate::domain::ids::{ActivityId, AreaId, Domain};

pub use name::Name;

/// A page of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Route {
    /// Forside.
    Home,
    /// Kommune: the profile.
    Municipality,
    /// Skema: the list of areas.
    Survey,
    /// One area of the survey.
    SurveyArea(AreaId),
    /// One activity of the survey.
    SurveyActivity(ActivityId),
    /// Bemanding: the staff sheet.
    Staff,
    /// Overblik: the scores.
    Overview,
    /// How the scores of one area came about.
    OverviewArea(AreaId),
    /// How "Samlet" of one domain came about.
    OverviewDomain(Domain),
    /// Eget billede: what the own answers say without others.
    OwnPicture,
    /// Sammenligning: the deviations.
    Comparison,
    /// Fordeling: where the own scores lie in the group.
    Statistics,
    /// Svar i gruppen: activity by activity.
    GroupAnswers,
    /// Ressourcer: FTE beside the group.
    Resources,
    /// Nøgletal: the indicators and the survey of 2017.
    Indicators,
    /// Forslag: the proposals that fit.
    Proposals,
    /// One proposal.
    Proposal(Name),
    /// Beregninger: the business cases.
    Cases,
    /// One business case.
    Case(Name),
    /// Robotscreening: which processes suit a robot.
    Screening,
    /// Indkøb: compliance and e-trade by unit and quarter.
    Purchasing,
    /// Hvad hvis: the picture after chosen proposals.
    WhatIf,
    /// Plan: the action plan.
    Plan,
    /// One action.
    Action(Name),
    /// Månedlig status.
    Status(Option<Name>),
    /// Mål.
    Goals,
    /// Rapport: what it holds, and in which form it is handed on.
    Report,
    /// The report as it is printed.
    ReportSheet,
    /// Ten slides for the director group.
    Slides,
    /// Workshop: how it is prepared.
    Workshop,
    /// The invitation.
    Invitation,
    /// The agenda.
    Agenda,
    /// Referat: what was decided.
    Minutes,
    /// The screens of the workshop, one message each, from 1.
    Screen(u16),
    /// Runder: the survey year by year.
    Rounds,
    /// Enheder: what units answered.
    Units,
    /// Filer: open, save, Excel, merge.
    Files,
    /// Send a part of the survey to others.
    Send,
    /// Bidrag til KL.
    Contribution,
    /// KL-visning: files of several municipalities.
    Kl,
    /// Metode.
    Method,
    /// Privatliv: what is stored, and why nothing is sent.
    Privacy,
    /// Før I går i gang: what a municipality must think of itself.
    Preparation,
    /// Om: which build this is, and whose work is in it.
    About,
    /// No such page.
    NotFound,
}

impl Route {
    /// Reads the part of an address from `#` on.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let (page, rest) = path
            .split_once('/')
            .map_or((path, None), |(page, rest)| (page, Some(rest)));
        let area = |make: fn(AreaId) -> Self, list: Self| match rest.map(str::parse) {
            None => list,
            Some(Ok(area)) if crate::domain::catalogue::area(area).is_some() => make(area),
            Some(_) => Self::NotFound,
        };
        let named = |make: fn(Name) -> Self| rest.and_then(Name::new).map_or(Self::NotFound, make);
        match (page, rest) {
            ("", None) => Self::Home,
            ("kommune", None) => Self::Municipality,
            ("skema", Some(id)) if id.contains('.') => match id.parse() {
                Ok(id) if crate::domain::catalogue::activity(id).is_some() => {
                    Self::SurveyActivity(id)
                }
                _ => Self::NotFound,
            },
            ("skema", _) => area(Self::SurveyArea, Self::Survey),
            ("bemanding", None) => Self::Staff,
            ("overblik", Some("eget")) => Self::OwnPicture,
            ("overblik", Some("E")) => Self::OverviewDomain(Domain::Economy),
            ("overblik", Some("P")) => Self::OverviewDomain(Domain::Payroll),
            ("overblik", _) => area(Self::OverviewArea, Self::Overview),
            ("sammenligning", None) => Self::Comparison,
            ("sammenligning", Some("fordeling")) => Self::Statistics,
            ("sammenligning", Some("svar")) => Self::GroupAnswers,
            ("sammenligning", Some("ressourcer")) => Self::Resources,
            ("sammenligning", Some("noegletal")) => Self::Indicators,
            ("forslag", None) => Self::Proposals,
            ("forslag", Some(_)) => named(Self::Proposal),
            ("beregninger", None) => Self::Cases,
            ("beregninger", Some("robotter")) => Self::Screening,
            ("beregninger", Some("indkoeb")) => Self::Purchasing,
            ("beregninger", Some(_)) => named(Self::Case),
            ("hvad-hvis", None) => Self::WhatIf,
            ("plan", None) => Self::Plan,
            ("plan", Some("maal")) => Self::Goals,
            ("plan", Some("status")) => Self::Status(None),
            ("plan", Some(rest)) => match rest.strip_prefix("status/") {
                Some(month) => {
                    Name::new(month).map_or(Self::NotFound, |month| Self::Status(Some(month)))
                }
                None => named(Self::Action),
            },
            ("rapport", None) => Self::Report,
            ("rapport", Some("udskrift")) => Self::ReportSheet,
            ("rapport", Some("slides")) => Self::Slides,
            ("workshop", None) => Self::Workshop,
            ("workshop", Some("invitation")) => Self::Invitation,
            ("workshop", Some("dagsorden")) => Self::Agenda,
            ("workshop", Some("referat")) => Self::Minutes,
            ("workshop", Some(rest)) => {
                let number = rest.strip_prefix("vis/").map(str::parse);
                match number {
                    Some(Ok(number)) if number > 0 => Self::Screen(number),
                    _ => Self::NotFound,
                }
            }
            ("runder", None) => Self::Rounds,
            ("enheder", None) => Self::Units,
            ("filer", None) => Self::Files,
            ("filer", Some("send")) => Self::Send,
            ("filer", Some("bidrag")) => Self::Contribution,
            ("kl", None) => Self::Kl,
            ("metode", None) => Self::Method,
            ("privatliv", None) => Self::Privacy,
            ("foer-i-gaar-i-gang", None) => Self::Preparation,
            ("om", None) => Self::About,
            _ => Self::NotFound,
        }
    }

    /// The address, from `#` on.
    #[must_use]
    pub fn href(self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Municipality => "#/kommune".to_owned(),
            Self::Survey => "#/skema".to_owned(),
            Self::SurveyArea(area) => format!("#/skema/{area}"),
            Self::SurveyActivity(id) => format!("#/skema/{id}"),
            Self::Staff => "#/bemanding".to_owned(),
            Self::Overview => "#/overblik".to_owned(),
            Self::OverviewArea(area) => format!("#/overblik/{area}"),
            Self::OverviewDomain(domain) => format!("#/overblik/{domain}"),
            Self::OwnPicture => "#/overblik/eget".to_owned(),
            Self::Comparison => "#/sammenligning".to_owned(),
            Self::Statistics => "#/sammenligning/fordeling".to_owned(),
            Self::GroupAnswers => "#/sammenligning/svar".to_owned(),
            Self::Resources => "#/sammenligning/ressourcer".to_owned(),
            Self::Indicators => "#/sammenligning/noegletal".to_owned(),
            Self::Proposals => "#/forslag".to_owned(),
            Self::Proposal(id) => format!("#/forslag/{}", id.as_str()),
            Self::Cases => "#/beregninger".to_owned(),
            Self::Case(id) => format!("#/beregninger/{}", id.as_str()),
            Self::Screening => "#/beregninger/robotter".to_owned(),
            Self::Purchasing => "#/beregninger/indkoeb".to_owned(),
            Self::WhatIf => "#/hvad-hvis".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::Action(id) => format!("#/plan/{}", id.as_str()),
            Self::Status(None) => "#/plan/status".to_owned(),
            Self::Status(Some(month)) => format!("#/plan/status/{}", month.as_str()),
            Self::Goals => "#/plan/maal".to_owned(),
            Self::Report => "#/rapport".to_owned(),
            Self::ReportSheet => "#/rapport/udskrift".to_owned(),
            Self::Slides => "#/rapport/slides".to_owned(),
            Self::Workshop => "#/workshop".to_owned(),
            Self::Invitation => "#/workshop/invitation".to_owned(),
            Self::Agenda => "#/workshop/dagsorden".to_owned(),
            Self::Minutes => "#/workshop/referat".to_owned(),
            Self::Screen(number) => format!("#/workshop/vis/{number}"),
            Self::Rounds => "#/runder".to_owned(),
            Self::Units => "#/enheder".to_owned(),
            Self::Files => "#/filer".to_owned(),
            Self::Send => "#/filer/send".to_owned(),
            Self::Contribution => "#/filer/bidrag".to_owned(),
            Self::Kl => "#/kl".to_owned(),
            Self::Method => "#/metode".to_owned(),
            Self::Privacy => "#/privatliv".to_owned(),
            Self::Preparation => "#/foer-i-gaar-i-gang".to_owned(),
            Self::About => "#/om".to_owned(),
            Self::NotFound => "#/findes-ikke".to_owned(),
        }
    }
}

impl From<Route> for String {
    fn from(route: Route) -> Self {
        route.href()
    }
}

impl From<String> for Route {
    fn from(hash: String) -> Self {
        Self::parse(&hash)
    }
}

#[cfg(test)]
mod tests;
