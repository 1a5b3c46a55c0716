//! What is asked of the operation of payroll and bookkeeping, in Danish, by whom to ask.
//!
//! Owns the texts and how an answer is read from and put in the profile; the fields are in
//! [`super::operation`].

use crate::domain::field;
use crate::domain::operation::{Operation, PayDataEntry, PrimaryLevel};

use super::numbers::NumberSpec;

/// A question with a few fixed answers.
pub(super) struct ChoiceSpec {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) options: &'static [&'static str],
    /// The place of the answer among the options.
    pub(super) get: fn(&Operation) -> Option<usize>,
    pub(super) set: fn(&mut Operation, Option<usize>),
}

/// One question.
pub(super) enum Question {
    Choice(ChoiceSpec),
    Number(NumberSpec),
}

/// The questions that one part of the administration can answer.
pub(super) struct Group {
    pub(super) title: &'static str,
    pub(super) ask: &'static str,
    pub(super) questions: &'static [Question],
}

/// The numbers among the questions, in their order on the page.
pub(super) fn numbers() -> impl Iterator<Item = &'static NumberSpec> {
    let questions = GROUPS.iter().flat_map(|group| group.questions);
    questions.filter_map(|question| match question {
        Question::Number(number) => Some(number),
        Question::Choice(_) => None,
    })
}

const LEVELS: &[&str] = &["Decentralt i enhederne", "På et mellemniveau", "Centralt"];
const YES_NO: &[&str] = &["Ja", "Nej"];
/// The values of [`YES_NO`].
const ANSWERS: [bool; 2] = [true, false];

fn place<T: PartialEq>(all: &[T], value: Option<T>) -> Option<usize> {
    all.iter().position(|one| Some(one) == value.as_ref())
}

fn at<T: Copy>(all: &[T], index: Option<usize>) -> Option<T> {
    all.get(index?).copied()
}

fn percent(value: Option<u32>) -> Option<u8> {
    value?.try_into().ok()
}

pub(super) static GROUPS: [Group; 3] = [
    Group {
        title: "Løn",
        ask: "Spørg lønkontoret. Antallene ses i forhold til lønsedler om året, som I skriver under »Systemer og mængder«.",
        questions: &[
            Question::Choice(ChoiceSpec {
                key: "profile.operation.pay_data_entry",
                label: "Hvem indtaster løndata primært?",
                hint: "Et mellemniveau betjener flere enheder. »Direkte« er, når medarbejder eller leder selv indtaster i lønsystemet, eller løndata kommer automatisk fra et fagsystem.",
                options: &[
                    "Decentralt i enhederne",
                    "På et mellemniveau",
                    "Centralt i et lønkontor",
                    "Direkte i lønsystemet",
                ],
                get: |operation| place(&PayDataEntry::ALL, operation.pay_data_entry),
                set: |operation, index| operation.pay_data_entry = at(&PayDataEntry::ALL, index),
            }),
            Question::Choice(ChoiceSpec {
                key: "profile.operation.hiring",
                label: "Hvor foregår ansættelsesprocessen primært?",
                hint: "Ansættelsesbrev, indplacering og oprettelse af den nye medarbejder. Ikke samtaler og valg af ansøger.",
                options: LEVELS,
                get: |operation| place(&PrimaryLevel::ALL, operation.hiring),
                set: |operation, index| operation.hiring = at(&PrimaryLevel::ALL, index),
            }),
            Question::Choice(ChoiceSpec {
                key: "profile.operation.time_by_employees",
                label: "Indtaster medarbejderne selv timer, ferie, fravær og kørsel?",
                hint: "Ja, når de gør det i lønsystemet på app eller pc, og ingen taster det igen.",
                options: YES_NO,
                get: |operation| place(&ANSWERS, operation.time_by_employees),
                set: |operation, index| operation.time_by_employees = at(&ANSWERS, index),
            }),
            Question::Choice(ChoiceSpec {
                key: "profile.operation.person_data_direct",
                label: "Registreres persondata direkte i lønsystemet?",
                hint: "Nej, når navn, adresse og ansættelse sendes på blanket eller mail og tastes af andre.",
                options: YES_NO,
                get: |operation| place(&ANSWERS, operation.person_data_direct),
                set: |operation, index| operation.person_data_direct = at(&ANSWERS, index),
            }),
            Question::Choice(ChoiceSpec {
                key: "profile.operation.pay_direct",
                label: "Registreres løn direkte i lønsystemet?",
                hint: "Nej, når løn og tillæg sendes på blanket eller mail og tastes af andre.",
                options: YES_NO,
                get: |operation| place(&ANSWERS, operation.pay_direct),
                set: |operation, index| operation.pay_direct = at(&ANSWERS, index),
            }),
            Question::Number(NumberSpec {
                key: "profile.operation.a_conto_payments",
                label: "A conto-udbetalinger om året",
                hint: "Løn, der er udbetalt på forskud, fordi den ikke nåede med i lønkørslen. Lønkontoret kan trække antallet i lønsystemet.",
                width: "input-char-8",
                kind: field::COUNT,
                get: |profile| profile.operation.a_conto_payments,
                set: |profile, value| profile.operation.a_conto_payments = value,
            }),
            Question::Number(NumberSpec {
                key: "profile.operation.negative_pays",
                label: "Negative lønninger om året",
                hint: "Lønsedler, der ender under 0 kr., fx fordi der tidligere er udbetalt for meget. Lønkontoret kan trække antallet i lønsystemet.",
                width: "input-char-8",
                kind: field::COUNT,
                get: |profile| profile.operation.negative_pays,
                set: |profile, value| profile.operation.negative_pays = value,
            }),
        ],
    },
    Group {
        title: "Bogholderi",
        ask: "Spørg bogholderiet. Antal og procent ses i forhold til leverandørfakturaer om året, som I skriver under »Systemer og mængder«.",
        questions: &[
            Question::Choice(ChoiceSpec {
                key: "profile.operation.invoice_posting",
                label: "Hvor konteres fakturaer primært?",
                hint: "Svar efter, hvor fakturaerne konteres, ikke hvor de kontrolleres.",
                options: LEVELS,
                get: |operation| place(&PrimaryLevel::ALL, operation.invoice_posting),
                set: |operation, index| operation.invoice_posting = at(&PrimaryLevel::ALL, index),
            }),
            Question::Number(NumberSpec {
                key: "profile.operation.auto_posting",
                label: "Fakturaer med automatisk kontering, procent",
                hint: "Hele procent af alle fakturaer, der konteres uden tastearbejde, fx efter fakturaplan eller kontering på ordren. Ses i økonomisystemet.",
                width: "input-char-4",
                kind: field::PERCENT,
                get: |profile| profile.operation.auto_posting.map(u32::from),
                set: |profile, value| profile.operation.auto_posting = percent(value),
            }),
            Question::Number(NumberSpec {
                key: "profile.operation.auto_receipt",
                label: "Fakturaer med automatisk varemodtagelse, procent",
                hint: "Hele procent af alle fakturaer, hvor ingen skal kvittere for, at varen er modtaget. Ses i økonomisystemet.",
                width: "input-char-4",
                kind: field::PERCENT,
                get: |profile| profile.operation.auto_receipt.map(u32::from),
                set: |profile, value| profile.operation.auto_receipt = percent(value),
            }),
            Question::Number(NumberSpec {
                key: "profile.operation.overdue_invoices",
                label: "Forfaldne fakturaer lige nu",
                hint: "Leverandørfakturaer, der er ubetalte efter betalingsfristen på den dag, I svarer. Listen trækkes i økonomisystemet.",
                width: "input-char-8",
                kind: field::COUNT,
                get: |profile| profile.operation.overdue_invoices,
                set: |profile, value| profile.operation.overdue_invoices = value,
            }),
        ],
    },
    Group {
        title: "Pris på et årsværk",
        ask: "Spørg central økonomi eller lønkontoret.",
        questions: &[Question::Number(NumberSpec {
            key: "profile.operation.fte_cost",
            label: "Kroner om året for et årsværk",
            hint: "Gennemsnitlig løn med pension og feriepenge til en administrativ medarbejder, i hele kroner. Bruges til at regne ressourcer om til kroner.",
            width: "input-char-8",
            kind: field::FTE_COST,
            get: |profile| profile.operation.fte_cost,
            set: |profile, value| profile.operation.fte_cost = value,
        })],
    },
];
