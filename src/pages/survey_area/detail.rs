//! The details of one activity: shares of the cases, standing, procedure, comment, flag.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::components::errors::{PageError, message};
use crate::domain::answer::{Answer, Standing};
use crate::domain::catalogue::Activity;
use crate::domain::edit::Edit;
use crate::domain::field::{self, FieldError};
use crate::domain::ids::ActivityId;
use crate::domain::rating::{Organisation, Place, Procedure, Shares};
use crate::state::{caution, follow};

use super::Sheet;
use super::cell::{change, short_name};

/// The key of a draft of shares.
pub(super) fn shares_key(id: ActivityId) -> String {
    format!("shares.{id}")
}

/// Between the five texts of a draft; a text that is typed cannot hold it.
const BETWEEN: char = '\n';

/// Reads five texts as shares; none where all are empty.
fn read_shares(texts: &[String; 5]) -> Result<Option<Shares>, FieldError> {
    if texts.iter().all(|text| text.trim().is_empty()) {
        return Ok(None);
    }
    let mut percent = [0_u8; 5];
    for (share, text) in percent.iter_mut().zip(texts) {
        let value = field::PERCENT.parse_whole(text)?.unwrap_or_default();
        *share = u8::try_from(value).unwrap_or(u8::MAX);
    }
    Shares::new(percent)
        .map(Some)
        .map_err(|error| FieldError::Sum { sum: error.sum })
}

fn split(draft: &str) -> [String; 5] {
    let mut parts = draft.split(BETWEEN);
    std::array::from_fn(|_| parts.next().unwrap_or_default().to_owned())
}

/// What is wrong on the page: drafts of shares of the area.
pub(super) fn errors(sheet: Sheet) -> Vec<PageError> {
    let error = |activity: &'static Activity| {
        let draft = sheet.app.draft(&shares_key(activity.id))?;
        let error = read_shares(&split(&draft)).err()?;
        Some(PageError {
            field: format!("{}-more", activity.id),
            text: format!("{}: {}", activity.title, message(error)),
        })
    };
    sheet.area.activities.iter().filter_map(error).collect()
}

/// The row below an activity with its details.
#[component]
pub(super) fn DetailRow(
    sheet: Sheet,
    activity: &'static Activity,
    answer: Memo<Answer>,
) -> impl IntoView {
    view! {
        <tr class="survey__detail" role="row">
            <td role="cell" colspan="5" aria-colspan="5">
                <div class="detail">
                    <div class="detail__stack">
                        <SharesField sheet activity answer />
                        {activity
                            .procedure
                            .then(|| view! { <ProcedureField sheet activity answer /> })}
                    </div>
                    <div class="detail__stack">
                        <StandingField sheet activity answer />
                        <CommentField sheet activity answer />
                    </div>
                </div>
            </td>
        </tr>
    }
}

#[component]
fn SharesField(sheet: Sheet, activity: &'static Activity, answer: Memo<Answer>) -> impl IntoView {
    let app = sheet.app;
    let id = activity.id;
    let stored = move || {
        app.draft(&shares_key(id)).map_or_else(
            || {
                let organisation = answer.with(|one| one.organisation);
                Place::ALL.map(|place| match organisation {
                    Some(Organisation::Spread(shares)) if shares.of(place) > 0 => {
                        shares.of(place).to_string()
                    }
                    _ => String::new(),
                })
            },
            |draft| split(&draft),
        )
    };
    let texts = RwSignal::new(stored());
    follow(move || texts.set(stored()));
    let result = move || texts.with(read_shares);
    let commit = move |_| {
        let set_draft = |text| Edit::SetDraft {
            round: app.round_id(),
            field: shares_key(id),
            text,
        };
        if let Ok(shares) = texts.with_untracked(read_shares) {
            let put = change(app, &[id], |answer| {
                if let Some(shares) = shares {
                    answer.standing = Standing::Asked;
                    answer.organisation = Some(Organisation::Spread(shares));
                } else if matches!(answer.organisation, Some(Organisation::Spread(_))) {
                    answer.organisation = None;
                }
            });
            app.edit(Edit::Batch {
                edits: vec![set_draft(None), put],
            });
        } else {
            let draft = texts.with_untracked(|texts| texts.join(&BETWEEN.to_string()));
            app.edit(set_draft(Some(draft)));
        }
    };
    let sum_id = format!("{id}-sum");
    let inputs = Place::ALL
        .into_iter()
        .enumerate()
        .map(|(index, place)| {
            let input = format!("{id}-share-{index}");
            view! {
                <div>
                    <label for=input.clone()>{format!("{} %", short_name(place))}</label>
                    <input
                        class="form-input form-input--small form-input--num"
                        id=input
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        aria-invalid=move || result().is_err().then_some("true")
                        prop:value=move || texts.with(|texts| texts[index].clone())
                        on:input=move |event| {
                            texts.update(|texts| texts[index] = event_target_value(&event));
                        }
                        on:change=commit
                    />
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset aria-describedby=sum_id.clone()>
            <legend class="detail__legend">
                "Fordeling af sagerne"
                <span class="sr-only">{format!(" ({})", activity.title)}</span>
            </legend>
            <p class="form-hint">
                "Kun når sagerne løses flere steder: Skriv andelen af sagerne (ikke af tiden) i hele procent."
            </p>
            <div class="shares">{inputs}</div>
            <p
                class="shares__sum"
                class:shares__sum--wrong=move || result().is_err()
                id=sum_id.clone()
                role="status"
            >
                {move || match result() {
                    Ok(None) => String::new(),
                    Ok(Some(_)) => "Sum 100 %".to_owned(),
                    Err(error) => message(error),
                }}
            </p>
        </fieldset>
    }
}

#[component]
fn ProcedureField(
    sheet: Sheet,
    activity: &'static Activity,
    answer: Memo<Answer>,
) -> impl IntoView {
    let app = sheet.app;
    let id = activity.id;
    let option = |procedure: Procedure| {
        let text = match procedure {
            Procedure::Yes => " Ja",
            Procedure::Partly => " Delvist",
            Procedure::No => " Nej",
        };
        view! {
            <label class="check">
                <input
                    type="radio"
                    name=format!("{id}-procedure")
                    prop:checked=move || answer.with(|one| one.procedure == Some(procedure))
                    on:change=move |_| {
                        app.edit(change(app, &[id], |answer| answer.procedure = Some(procedure)));
                    }
                />
                {text}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="detail__legend">
                "Findes der en skriftlig, godkendt forretningsgang?"
                <span class="sr-only">{format!(" {}", activity.title)}</span>
            </legend>
            <div class="detail__checks">{Procedure::ALL.map(option)}</div>
        </fieldset>
    }
}

#[component]
fn StandingField(sheet: Sheet, activity: &'static Activity, answer: Memo<Answer>) -> impl IntoView {
    let app = sheet.app;
    let id = activity.id;
    let checkbox = |standing: Standing, text: &'static str| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || answer.with(|one| one.standing == standing)
                    on:change=move |event| {
                        let standing = if event_target_checked(&event) {
                            standing
                        } else {
                            Standing::Asked
                        };
                        app.edit(change(app, &[id], |answer| answer.standing = standing));
                    }
                />
                {text}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="detail__legend">
                "Kan ikke besvares"
                <span class="sr-only">{format!(" ({})", activity.title)}</span>
            </legend>
            <div class="detail__checks">
                {checkbox(Standing::NotRelevant, " Ikke relevant hos os")}
                {checkbox(Standing::Unknown, " Ved ikke")}
            </div>
        </fieldset>
    }
}

#[component]
fn CommentField(sheet: Sheet, activity: &'static Activity, answer: Memo<Answer>) -> impl IntoView {
    let app = sheet.app;
    let id = activity.id;
    let note = format!("{id}-note");
    let hint = RwSignal::new(String::new());
    follow(move || {
        let comment = answer.with(|one| one.comment.clone());
        // The worker is not started for nothing.
        if !comment.is_empty() || !hint.with_untracked(String::is_empty) {
            caution(comment, hint);
        }
    });
    view! {
        <div>
            <label class="detail__legend" for=note.clone()>
                "Bemærkning"
                <span class="sr-only">{format!(" til {}", activity.title)}</span>
            </label>
            <textarea
                class="form-input"
                id=note
                rows="3"
                maxlength="2000"
                prop:value=move || answer.with(|one| one.comment.clone())
                on:change=move |event| {
                    let text = event_target_value(&event).trim().to_owned();
                    app.edit(change(app, &[id], |answer| answer.comment.clone_from(&text)));
                }
            ></textarea>
            <p class="detail__caution" role="status">{move || hint.get()}</p>
        </div>
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || answer.with(|one| one.flag)
                on:change=move |event| {
                    let flag = event_target_checked(&event);
                    app.edit(change(app, &[id], |answer| answer.flag = flag));
                }
            />
            " Markér med flag – vend tilbage til den"
            <span class="sr-only">{format!(" ({})", activity.title)}</span>
        </label>
    }
}
