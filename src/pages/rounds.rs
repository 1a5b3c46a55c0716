//! Runder: the survey year by year, a new round, and what changed between two.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::components::errors::message;
use crate::components::outcome::OutcomePanel;
use crate::components::result_table::ResultTable;
use crate::domain::edit::Edit;
use crate::domain::field;
use crate::domain::ids::RoundId;
use crate::requests::TableName;
use crate::scoring;
use crate::state::{App, app};

/// A round as it is listed.
#[derive(Clone, PartialEq)]
struct Listed {
    id: RoundId,
    year: u16,
    answered: u32,
    relevant: u32,
}

impl Listed {
    /// What the round is called: its year; its id beside it where two are of one year.
    fn name(&self) -> String {
        let year = self.year.to_string();
        if self.id.0 == year {
            year
        } else {
            format!("{year} ({})", self.id.0)
        }
    }
}

/// All rounds, newest first.
fn listed(app: App) -> Vec<Listed> {
    app.with(|assessment| {
        let rounds = assessment.rounds.iter().rev();
        rounds
            .map(|round| {
                let coverage = scoring::score(round).coverage();
                Listed {
                    id: round.id.clone(),
                    year: round.year,
                    answered: coverage.answered,
                    relevant: coverage.relevant,
                }
            })
            .collect()
    })
}

/// The page.
#[component]
pub fn Rounds() -> impl IntoView {
    let app = app();
    let rounds = Memo::new(move |_| listed(app));
    let several = Memo::new(move |_| rounds.with(Vec::len) > 1);
    let row = move |round: Listed| {
        let (show, gone, id) = (round.id.clone(), round.id.clone(), round.id.clone());
        let is_shown = app.round_memo(move |round| round.id == id);
        let text = format!(
            "{}: {} af {} aktiviteter besvaret",
            round.name(),
            round.answered,
            round.relevant
        );
        view! {
            <li>
                {text} " "
                <Show
                    when=move || !is_shown.get()
                    fallback=|| view! { <span class="badge badge-info">"vises nu"</span> }
                >
                    {
                        let show = show.clone();
                        view! {
                            <button
                                class="text-button"
                                type="button"
                                on:click=move |_| app.choose_round(Some(show.clone()))
                            >
                                "Vis runden"
                            </button>
                        }
                    }
                </Show>
                " "
                <Show when=move || several.get()>
                    {
                        let gone = gone.clone();
                        view! {
                            <button
                                class="text-button text-button--danger"
                                type="button"
                                on:click=move |_| remove(app, gone.clone())
                            >
                                "Fjern"
                            </button>
                        }
                    }
                </Show>
            </li>
        }
    };
    view! {
        <h1 tabindex="-1">"Runder"</h1>
        <p class="lead">
            "En runde er besvarelsen for ét år. Når I gentager den, ser I, hvad der er blevet anderledes."
        </p>
        <OutcomePanel />
        <section class="section" aria-labelledby="rounds-heading">
            <h2 id="rounds-heading">"Jeres runder"</h2>
            <ul>{move || rounds.get().into_iter().map(row).collect_view()}</ul>
        </section>
        <NewRound />
        <Show when=move || several.get()>
            <Compare rounds />
        </Show>
    }
}

/// Takes a round away; one undo brings it back.
fn remove(app: App, round: RoundId) {
    let shown = app.round_id() == round;
    app.edit(Edit::SetRound { round, value: None });
    if shown {
        app.choose_round(None);
    }
    app.tell("Runden er fjernet. I kan fortryde det.".to_owned());
}

/// Begins a round after the newest.
fn begin(app: App, year: u16, keep: bool) {
    let new = app.peek(|assessment| {
        let last = assessment.current()?;
        let id = assessment.free_round_id(year);
        Some(last.following(id, year, keep))
    });
    let Some(new) = new else { return };
    let id = new.id.clone();
    app.edit(Edit::SetRound {
        round: id.clone(),
        value: Some(Box::new(new)),
    });
    app.choose_round(Some(id));
    app.tell(format!(
        "Runden {year} er begyndt og vises nu på alle sider. I kan fortryde det."
    ));
}

#[component]
fn NewRound() -> impl IntoView {
    let app = app();
    let next = app
        .peek(|one| one.current().map(|round| round.year + 1))
        .unwrap_or_default();
    let year = RwSignal::new(next.to_string());
    let keep = RwSignal::new(true);
    let parsed = move || year.with(|text| field::YEAR.parse_whole(text));
    let taken = move |year: u32| {
        app.with(|one| one.rounds.iter().any(|round| u32::from(round.year) == year))
    };
    let error = move || match parsed() {
        Ok(Some(year)) if taken(year) => Some(format!(
            "Der er allerede en runde for {year}. Skriv et andet år."
        )),
        Ok(Some(_)) => None,
        Ok(None) => Some("Skriv et år.".to_owned()),
        Err(error) => Some(message(error)),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if untrack(error).is_none()
            && let Ok(Some(number)) = untrack(parsed)
            && let Ok(number) = u16::try_from(number)
        {
            begin(app, number, keep.get_untracked());
            year.set((number + 1).to_string());
        }
    };
    let option = move |value: bool, id: &'static str, title: &'static str, hint: &'static str| {
        let hint_id = format!("{id}-hint");
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    name="round-keep"
                    id=id
                    aria-describedby=hint_id.clone()
                    prop:checked=move || keep.get() == value
                    on:change=move |_| keep.set(value)
                />
                <label for=id>{title}</label>
                <span class="form-hint" id=hint_id>{hint}</span>
            </div>
        }
    };
    view! {
        <section class="section" aria-labelledby="new-round">
            <h2 id="new-round">"Begynd en ny runde"</h2>
            <form on:submit=submit>
                <div class="form-group" class:form-error=move || error().is_some()>
                    <label class="form-label" for="round-year">"År"</label>
                    {move || {
                        error()
                            .map(|text| {
                                view! {
                                    <span class="form-error-message" id="round-year-error">{text}</span>
                                }
                            })
                    }}
                    <input
                        class="form-input form-input--num input-char-4"
                        id="round-year"
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        aria-describedby=move || error().map(|_| "round-year-error")
                        prop:value=move || year.get()
                        on:input=move |event| year.set(event_target_value(&event))
                    />
                </div>
                <fieldset class="form-group">
                    <legend class="form-label">"Hvad begynder runden med?"</legend>
                    {option(
                        true,
                        "round-with",
                        "Svarene fra seneste runde",
                        "De regnes med, men er mærket »ikke bekræftet« og tæller først som besvaret, når I har set på dem.",
                    )}
                    {option(false, "round-empty", "Ingen svar", "Skemaet er tomt. Kommunens navne på niveauer og systemer følger med.")}
                </fieldset>
                <div class="buttons">
                    <button class="button button-primary" type="submit" disabled=move || error().is_some()>
                        "Begynd runden"
                    </button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Compare(rounds: Memo<Vec<Listed>>) -> impl IntoView {
    let pick = |at: usize| rounds.with_untracked(|all| all.get(at).map(|one| one.id.clone()));
    let before = RwSignal::new(pick(1));
    let after = RwSignal::new(pick(0));
    let pair = move || {
        let (before, after) = (before.get()?, after.get()?);
        let there = |id: &RoundId| rounds.with(|all| all.iter().any(|one| one.id == *id));
        (before != after && there(&before) && there(&after)).then_some((before, after))
    };
    let select = move |id: &'static str, label: &'static str, value: RwSignal<Option<RoundId>>| {
        let options = live(move || {
            rounds
                .get()
                .into_iter()
                .map(|one| {
                    let id = one.id.clone();
                    view! {
                        <option
                            value=one.id.0.clone()
                            prop:selected=move || value.with(|value| value.as_ref() == Some(&id))
                        >
                            {one.name()}
                        </option>
                    }
                })
                .collect_view()
        });
        view! {
            <div class="form-group">
                <label class="form-label" for=id>{label}</label>
                <select
                    class="form-select"
                    id=id
                    on:change=move |event| value.set(Some(RoundId(event_target_value(&event))))
                >
                    {options}
                </select>
            </div>
        }
    };
    view! {
        <section class="section" aria-labelledby="compare-rounds">
            <h2 id="compare-rounds">"Hvad er ændret?"</h2>
            <div class="form-row">
                {select("round-before", "Fra", before)} {select("round-after", "Til", after)}
            </div>
            <Show
                when=move || pair().is_some()
                fallback=|| view! { <p>"Vælg to forskellige runder."</p> }
            >
                <ResultTable
                    table=Signal::derive(move || {
                        pair().map(|(before, after)| TableName::RoundAreas { before, after })
                    })
                    name="ændringer i områder"
                />
                <ResultTable
                    table=Signal::derive(move || {
                        pair().map(|(before, after)| TableName::RoundActivities { before, after })
                    })
                    name="ændringer i aktiviteter"
                />
            </Show>
        </section>
    }
}
