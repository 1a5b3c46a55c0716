//! One activity: its title, its three cells, and below them its help and details when open.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::domain::answer::{Answer, Standing};
use crate::domain::catalogue::Activity;

use super::Sheet;
use super::cell::{Cell, Column};
use super::detail::DetailRow;
use super::help::HelpRow;

/// The rows of one activity.
#[component]
pub(super) fn Row(sheet: Sheet, activity: &'static Activity) -> impl IntoView {
    let id = activity.id;
    let answer = sheet.app.answer_memo(id);
    let missing = Memo::new(move |_| answer.with(|one| !one.is_settled()));
    let off = Memo::new(move |_| answer.with(|one| one.standing == Standing::NotRelevant));
    let shown = Memo::new(move |_| sheet.is_shown(id));
    let helped = Memo::new(move |_| sheet.help.get() == Some(id) && shown.get());
    let detailed = Memo::new(move |_| sheet.details.with(|open| open.contains(&id)) && shown.get());
    view! {
        <tr
            class="survey__row"
            class:survey__row--missing=move || missing.get()
            class:survey__row--off=move || off.get()
            role="row"
            id=id.to_string()
            hidden=move || !shown.get()
        >
            <th class="survey__title" scope="row" role="rowheader">
                <div>
                    <span class="survey__name">
                        <Show when=move || missing.get()>
                            <span class="sr-only">"Mangler svar: "</span>
                        </Show>
                        {activity.title}
                        {activity
                            .mass_process
                            .then(|| view! { " " <span class="mark">"masseproces"</span> })}
                        <Marks answer />
                    </span>
                    <button
                        class="help-button"
                        type="button"
                        id=format!("{id}-help-button")
                        aria-expanded=move || helped.get().to_string()
                        on:click=move |_| sheet.toggle_help(id)
                    >
                        <span class="icon icon--help" aria-hidden="true"></span>
                        <span class="sr-only">{format!("Hjælp til {}", activity.title)}</span>
                    </button>
                </div>
            </th>
            {Column::ALL
                .map(|column| view! { <Cell sheet activity column answer /> })}
            <td class="survey__more no-print" role="cell">
                <button
                    class="text-button"
                    type="button"
                    id=format!("{id}-more")
                    aria-expanded=move || detailed.get().to_string()
                    on:click=move |_| sheet.toggle_detail(id)
                >
                    "Mere"
                    <span class="sr-only">{format!(" om {}", activity.title)}</span>
                </button>
            </td>
        </tr>
        <Show when=move || helped.get()>
            <HelpRow sheet activity />
        </Show>
        <Show when=move || detailed.get()>
            <DetailRow sheet activity answer />
        </Show>
    }
}

/// What a row bears besides its answers.
#[component]
fn Marks(answer: Memo<Answer>) -> impl IntoView {
    let is = move |read: fn(&Answer) -> bool| answer.with(read);
    view! {
        <Show when=move || is(|one| one.standing == Standing::NotRelevant)>
            " " <span class="mark mark--off">"Ikke relevant"</span>
        </Show>
        <Show when=move || is(|one| one.unconfirmed)>
            " " <span class="mark mark--off">"ikke bekræftet"</span>
        </Show>
        <Show when=move || is(|one| one.flag)>
            " "
            <span class="mark mark--flag">
                <span class="icon icon--flag-fill" aria-hidden="true"></span>
                <span class="sr-only">"Markeret med flag"</span>
            </span>
        </Show>
        <Show when=move || is(|one| !one.comment.is_empty())>
            " "
            <span class="mark">
                <span class="icon icon--chat" aria-hidden="true"></span>
                <span class="sr-only">"Har bemærkning"</span>
            </span>
        </Show>
    }
}
