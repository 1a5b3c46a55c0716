//! The parts of the report, in their order.

/// A part of the report. The front page is no part: it is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// One page for directors and politicians.
    Summary,
    /// The scores of each domain.
    Overview,
    /// Beside the group.
    Deviations,
    /// Where the FTE are.
    Resources,
    /// Each area for itself.
    Areas,
    /// The indicators.
    Indicators,
    /// The proposals that fit, with reasons.
    Proposals,
    /// The business cases.
    Cases,
    /// The action plan.
    Plan,
    /// How it is computed.
    Method,
    /// How sure it is.
    Quality,
    /// All answers with their comments.
    Answers,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Self; 12] = [
        Self::Summary,
        Self::Overview,
        Self::Deviations,
        Self::Resources,
        Self::Areas,
        Self::Indicators,
        Self::Proposals,
        Self::Cases,
        Self::Plan,
        Self::Method,
        Self::Quality,
        Self::Answers,
    ];

    /// Its stable name: in the file, in addresses, as an element's id.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Overview => "overview",
            Self::Deviations => "deviations",
            Self::Resources => "resources",
            Self::Areas => "areas",
            Self::Indicators => "indicators",
            Self::Proposals => "proposals",
            Self::Cases => "cases",
            Self::Plan => "plan",
            Self::Method => "method",
            Self::Quality => "quality",
            Self::Answers => "answers",
        }
    }

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Summary => "Sammenfatning",
            Self::Overview => "Det administrative billede",
            Self::Deviations => "Forskelle til sammenligningsgruppen",
            Self::Resources => "Ressourcer",
            Self::Areas => "Områderne ét for ét",
            Self::Indicators => "Nøgletal",
            Self::Proposals => "Forslag, der passer til billedet",
            Self::Cases => "Beregninger",
            Self::Plan => "Handleplan",
            Self::Method => "Metode",
            Self::Quality => "Hvor sikre tallene er",
            Self::Answers => "Bilag: alle svar",
        }
    }

    /// What it holds, in a few words for whoever chooses.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Summary => "Én side til direktion og politikere i almindeligt dansk.",
            Self::Overview => "Scorer og diagram for hvert hovedområde.",
            Self::Deviations => "Tabeller, søjler og de største forskelle.",
            Self::Resources => {
                "Årsværk på områder og niveauer, og i forhold til kommunens størrelse."
            }
            Self::Areas => "Et afsnit for hvert område med scorer og aktiviteter.",
            Self::Indicators => "De fem nøgletal og undersøgelsen af 87 kommuner.",
            Self::Proposals => "De forslag, billedet peger på, med begrundelser.",
            Self::Cases => "Hver beregning med forudsætninger og år for år.",
            Self::Plan => "Handlinger, gevinster uden dobbelttælling, mål.",
            Self::Method => "Hvordan der er regnet, og hvad tallene ikke kan vise.",
            Self::Quality => "Besvarelse, foreløbige områder, gruppens størrelse.",
            Self::Answers => "Alle aktiviteter med svar og kommentarer.",
        }
    }

    /// Whether it is in a report that nobody has chosen the parts of: the appendix of all answers
    /// makes most of the paper, and is asked for.
    #[must_use]
    pub const fn is_usual(self) -> bool {
        !matches!(self, Self::Answers | Self::Areas)
    }
}
