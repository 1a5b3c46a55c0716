//! The navigation: which pages stand in which menu, in order, and what they are called.

use super::Route;

impl Route {
    /// The pages of the navigation, in order.
    pub const MENU: [Self; 12] = [
        Self::Home,
        Self::Municipality,
        Self::Survey,
        Self::Staff,
        Self::Overview,
        Self::Comparison,
        Self::Proposals,
        Self::Plan,
        Self::Report,
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

    /// From picture to plan: the pages in the order in which they are used.
    pub const PLANNING: [Self; 8] = [
        Self::Proposals,
        Self::Cases,
        Self::Screening,
        Self::Purchasing,
        Self::WhatIf,
        Self::Goals,
        Self::Plan,
        Self::Status(None),
    ];

    /// The report and the workshop, in the order in which they are used.
    pub const REPORT: [Self; 7] = [
        Self::Report,
        Self::ReportSheet,
        Self::Slides,
        Self::Workshop,
        Self::Invitation,
        Self::Agenda,
        Self::Minutes,
    ];

    /// The pages of the navigation for those who answer a part.
    pub const PART_MENU: [Self; 4] = [Self::Home, Self::Survey, Self::Files, Self::Method];

    /// The pages at the foot of every page.
    pub const FOOTER: [Self; 3] = [Self::Privacy, Self::Preparation, Self::About];

    /// The page's name in the navigation and the window's title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Home => "Forside",
            Self::Municipality => "Kommune",
            Self::Survey | Self::SurveyArea(_) | Self::SurveyActivity(_) => "Skema",
            Self::Staff => "Bemanding",
            Self::Overview | Self::OverviewArea(_) | Self::OverviewDomain(_) => "Overblik",
            Self::OwnPicture => "Eget billede",
            Self::Statistics => "Fordeling",
            Self::GroupAnswers => "Svar i gruppen",
            Self::Resources => "Ressourcer",
            Self::Indicators => "Nøgletal",
            Self::Comparison => "Sammenligning",
            Self::Proposals | Self::Proposal(_) => "Forslag",
            Self::Cases | Self::Case(_) => "Beregninger",
            Self::Screening => "Robotscreening",
            Self::Purchasing => "Indkøb",
            Self::WhatIf => "Hvad hvis",
            Self::Plan | Self::Action(_) => "Handleplan",
            Self::Status(_) => "Månedlig status",
            Self::Goals => "Mål",
            Self::Report => "Rapport",
            Self::ReportSheet => "Udskrift",
            Self::Slides => "Slides",
            Self::Workshop => "Workshop",
            Self::Invitation => "Invitation",
            Self::Agenda => "Dagsorden",
            Self::Minutes => "Referat",
            Self::Screen(_) => "Visning",
            Self::Rounds => "Runder",
            Self::Units => "Enheder",
            Self::Files => "Filer",
            Self::Send => "Send til andre",
            Self::Contribution => "Bidrag til KL",
            Self::Kl => "KL-visning",
            Self::Method => "Metode",
            Self::Privacy => "Privatliv",
            Self::Preparation => "Før I går i gang",
            Self::About => "Om",
            Self::NotFound => "Siden findes ikke",
        }
    }

    /// The page among [`Self::PLANNING`] that this one is, or is below.
    #[must_use]
    pub const fn listed(self) -> Self {
        match self {
            Self::Proposal(_) => Self::Proposals,
            Self::Case(_) => Self::Cases,
            Self::Action(_) => Self::Plan,
            Self::Status(_) => Self::Status(None),
            other => other,
        }
    }

    /// The page of the navigation that this one belongs to.
    #[must_use]
    pub const fn section(self) -> Self {
        match self {
            Self::SurveyArea(_) | Self::SurveyActivity(_) => Self::Survey,
            Self::OverviewArea(_) | Self::OverviewDomain(_) | Self::OwnPicture | Self::Units => {
                Self::Overview
            }
            Self::Statistics | Self::GroupAnswers | Self::Resources | Self::Indicators => {
                Self::Comparison
            }
            Self::Proposal(_)
            | Self::Cases
            | Self::Case(_)
            | Self::Screening
            | Self::Purchasing
            | Self::WhatIf => Self::Proposals,
            Self::Action(_) | Self::Status(_) | Self::Goals => Self::Plan,
            Self::Send | Self::Contribution | Self::Kl => Self::Files,
            Self::ReportSheet
            | Self::Slides
            | Self::Workshop
            | Self::Invitation
            | Self::Agenda
            | Self::Minutes
            | Self::Screen(_) => Self::Report,
            other => other,
        }
    }
}
