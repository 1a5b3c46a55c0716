//! The pages and their addresses. The only place that knows URLs.
//!
//! Routes start with `#/`, so that they work in any folder of any host and from a file on disk.

use crate::domain::ids::{AreaId, Domain};

/// A page of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Forside.
    Home,
    /// Kommune: the profile.
    Municipality,
    /// Skema: the list of areas.
    Survey,
    /// One area of the survey.
    SurveyArea(AreaId),
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
    /// No such page.
    NotFound,
}

impl Route {
    /// The pages of the navigation, in order.
    pub const MENU: [Self; 9] = [
        Self::Home,
        Self::Municipality,
        Self::Survey,
        Self::Staff,
        Self::Overview,
        Self::Comparison,
        Self::Rounds,
        Self::Files,
        Self::Method,
    ];

    /// The pages of the administrative picture, in the order in which it is read.
    pub const PICTURE: [Self; 7] = [
        Self::Overview,
        Self::OwnPicture,
        Self::Comparison,
        Self::Statistics,
        Self::GroupAnswers,
        Self::Resources,
        Self::Indicators,
    ];

    /// The pages of the navigation for those who answer a part.
    pub const PART_MENU: [Self; 4] = [Self::Home, Self::Survey, Self::Files, Self::Method];

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
        match (page, rest) {
            ("", None) => Self::Home,
            ("kommune", None) => Self::Municipality,
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
            ("runder", None) => Self::Rounds,
            ("enheder", None) => Self::Units,
            ("filer", None) => Self::Files,
            ("filer", Some("send")) => Self::Send,
            ("filer", Some("bidrag")) => Self::Contribution,
            ("kl", None) => Self::Kl,
            ("metode", None) => Self::Method,
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
            Self::Rounds => "#/runder".to_owned(),
            Self::Units => "#/enheder".to_owned(),
            Self::Files => "#/filer".to_owned(),
            Self::Send => "#/filer/send".to_owned(),
            Self::Contribution => "#/filer/bidrag".to_owned(),
            Self::Kl => "#/kl".to_owned(),
            Self::Method => "#/metode".to_owned(),
            Self::NotFound => "#/findes-ikke".to_owned(),
        }
    }

    /// The page's name in the navigation and the window's title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Home => "Forside",
            Self::Municipality => "Kommune",
            Self::Survey | Self::SurveyArea(_) => "Skema",
            Self::Staff => "Bemanding",
            Self::Overview | Self::OverviewArea(_) | Self::OverviewDomain(_) => "Overblik",
            Self::OwnPicture => "Eget billede",
            Self::Statistics => "Fordeling",
            Self::GroupAnswers => "Svar i gruppen",
            Self::Resources => "Ressourcer",
            Self::Indicators => "Nøgletal",
            Self::Comparison => "Sammenligning",
            Self::Rounds => "Runder",
            Self::Units => "Enheder",
            Self::Files => "Filer",
            Self::Send => "Send til andre",
            Self::Contribution => "Bidrag til KL",
            Self::Kl => "KL-visning",
            Self::Method => "Metode",
            Self::NotFound => "Siden findes ikke",
        }
    }

    /// The page of the navigation that this one belongs to.
    #[must_use]
    pub const fn section(self) -> Self {
        match self {
            Self::SurveyArea(_) => Self::Survey,
            Self::OverviewArea(_) | Self::OverviewDomain(_) | Self::OwnPicture | Self::Units => {
                Self::Overview
            }
            Self::Statistics | Self::GroupAnswers | Self::Resources | Self::Indicators => {
                Self::Comparison
            }
            Self::Send | Self::Contribution | Self::Kl => Self::Files,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_own_address() {
        let area = "E04".parse().unwrap();
        let pages = Route::MENU
            .into_iter()
            .chain([Route::SurveyArea(area), Route::OverviewArea(area)])
            .chain(Domain::ALL.map(Route::OverviewDomain))
            .chain(Route::PICTURE)
            .chain([Route::Units, Route::Send, Route::Contribution, Route::Kl]);
        for page in pages {
            assert_eq!(Route::parse(&page.href()), page);
        }
        assert_eq!(Route::parse(""), Route::Home);
    }

    #[test]
    fn other_addresses_are_not_found() {
        for hash in [
            "#/skema/E99",
            "#/skema/E04/x",
            "#/kommune/x",
            "#/sammenligning/x",
            "#/x",
            "#/skema/",
        ] {
            let expected = if hash == "#/skema/" {
                Route::Survey
            } else {
                Route::NotFound
            };
            assert_eq!(Route::parse(hash), expected, "{hash}");
        }
    }
}
