//! A page of the administrative picture, as the document worker makes it. Uses the app's context.

use leptos::html::Div;
use leptos::prelude::*;

use crate::components::chart::Chart;
use crate::components::erased::{each, live, view};
use crate::picture::form::{Act, Button, Given};
use crate::picture::{Block, Figure, Picture, ReportForm, View};
use crate::platform::{PlatformError, page, presentation};
use crate::state::{App, app, follow, follow_async};

/// Milliseconds until markup that has to wait is tried again.
const WAIT: i32 = 60;

/// The dialog that asks before something is lost.
const QUESTION: &str = "planning-question";

/// The blocks of a page; made anew whenever the survey, the group or the view changes. What is
/// shown stays until the new is there, so that nothing jumps.
#[component]
pub fn PictureBlocks(#[prop(into)] view: Signal<View>) -> impl IntoView {
    let app = app();
    if !matches!(view.get_untracked(), View::Method | View::About(_)) {
        app.follow_peers();
    }
    let made = RwSignal::new(None::<Picture>);
    let failure = RwSignal::new(None::<PlatformError>);
    let asked = StoredValue::new(0_u32);
    follow_async(move || {
        let view = view.get();
        app.follow_shown();
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        Some(async move {
            let outcome = app.picture(view).await;
            // The page may be gone by now, or something newer asked for.
            if asked.try_get_value() != Some(number) {
                return;
            }
            match outcome {
                Ok(picture) => {
                    if !picture.title.is_empty() {
                        page::set_title(&picture.title);
                    }
                    made.try_set(Some(picture));
                    failure.try_set(None);
                }
                Err(error) => {
                    made.try_set(None);
                    failure.try_set(Some(error));
                }
            }
        })
    });
    let state = live(move || {
        if let Some(error) = failure.get() {
            return Some(failed(error));
        }
        made.with(Option::is_none)
            .then(|| view! { <p class="loading" role="status">"Regner …"</p> })
    });
    let asking = RwSignal::new(None::<Button>);
    let said = RwSignal::new(String::new());
    // A question of the page before is none of this one.
    page::after(0, || page::close_dialog(QUESTION));
    let keys = move || made.with(|made| made.as_ref().map(keys).unwrap_or_default());
    view! {
        {state}
        {each(keys, Clone::clone, move |key| block(made, asking, said, key))}
        {question(asking, said)}
        <p class="sr-only" role="status">{move || said.get()}</p>
    }
}

/// What tells the blocks of a page apart: a chart by its id, markup by its place.
fn keys(picture: &Picture) -> Vec<String> {
    let mut places = 0..;
    let key = |block: &Block| match block {
        Block::Html(_) => places
            .next()
            .map_or_else(String::new, |place: usize| place.to_string()),
        Block::Figure(figure) => format!("#{}", figure.id),
    };
    picture.blocks.iter().map(key).collect()
}

fn block(
    made: RwSignal<Option<Picture>>,
    asking: RwSignal<Option<Button>>,
    said: RwSignal<String>,
    key: String,
) -> AnyView {
    if let Some(id) = key.strip_prefix('#') {
        let id = id.to_owned();
        let wanted = id.clone();
        let figure = Memo::new(move |_| {
            made.with(|made| made.as_ref().and_then(|made| figure(made, &wanted)))
        });
        return view! { <Chart id figure /> };
    }
    let place: usize = key.parse().unwrap_or_default();
    let markup = Memo::new(move |_| {
        made.with(|made| {
            let blocks = made
                .as_ref()
                .map(|made| made.blocks.as_slice())
                .unwrap_or_default();
            let markup = |block: &Block| match block {
                Block::Html(markup) => Some(markup.clone()),
                Block::Figure(_) => None,
            };
            blocks
                .iter()
                .filter_map(markup)
                .nth(place)
                .unwrap_or_default()
        })
    });
    markup_view(markup, asking, said)
}

/// Markup that the worker made from escaped texts (a test hands it hostile ones), with fields and
/// buttons of the plan in it. What is being typed survives when it is made anew.
fn markup_view(
    markup: Memo<String>,
    asking: RwSignal<Option<Button>>,
    said: RwSignal<String>,
) -> AnyView {
    let app = app();
    let place: NodeRef<Div> = NodeRef::new();
    // Counts how often it was tried to show what has to wait.
    let tries = RwSignal::new(0_u32);
    follow(move || {
        tries.get();
        let Some(element) = place.get() else {
            return;
        };
        if page::is_in_use(&element) {
            page::after(WAIT, move || {
                tries.try_update(|tries| *tries += 1);
            });
        } else {
            markup.with(|markup| page::replace_markup(&element, markup));
        }
    });
    let enter = move |event: &leptos::ev::Event| {
        if let Some((
            act @ (Act::Enter(..) | Act::Choose(..) | Act::Check(_) | Act::Uncheck(_)),
            given,
        )) = act_of(event)
        {
            app.edit(act.edit(&given));
        }
    };
    let entered = move |event: leptos::ev::Event| enter(&event);
    let left = move |event: leptos::ev::FocusEvent| enter(&event);
    let pressed = move |event: leptos::ev::MouseEvent| {
        let button = match act_of(&event) {
            Some((Act::Press(button), _)) => button,
            Some((Act::Do(deed), _)) => {
                do_deed(app, &deed);
                return;
            }
            Some((Act::Focus(id), _)) => {
                event.prevent_default();
                page::focus(&id);
                return;
            }
            _ => return,
        };
        if button.confirm.is_empty() {
            press(app, button, said);
        } else {
            asking.set(Some(button));
            page::open_dialog(QUESTION);
        }
    };
    view! { <div node_ref=place on:change=entered on:focusout=left on:click=pressed></div> }
}

/// Does something with the page as a whole.
fn do_deed(app: App, deed: &str) {
    match deed {
        "word" => app.save_report(ReportForm::Word),
        "web_page" => app.save_report(ReportForm::WebPage),
        "full_screen" => presentation::fill_screen(),
        "paper" => presentation::print(),
        "self_check" => app.check_self(),
        _ => {
            if let Some(id) = deed.strip_prefix("copy:") {
                app.copy_table(id);
            }
        }
    }
}

/// What a field or button does, and what was given.
fn act_of(event: &leptos::ev::Event) -> Option<(Act, Given)> {
    let done = page::acted(event)?;
    let act = Act::read(&done.act)?;
    let given = Given {
        text: done.text,
        checked: done.checked,
    };
    Some((act, given))
}

/// Does what a button does.
fn press(app: App, button: Button, said: RwSignal<String>) {
    let then = button.then.clone();
    said.set(button.says.clone());
    if !button.focus.is_empty() {
        page::focus_when_there(&button.focus);
    }
    if !button.sets.is_empty() {
        app.edit(Act::Press(button).edit(&Given::default()));
    }
    if !then.is_empty() {
        page::go(&then);
    }
}

/// The question before something is lost.
fn question(asking: RwSignal<Option<Button>>, said: RwSignal<String>) -> AnyView {
    let text = move |read: fn(&Button) -> &String| {
        live(move || asking.with(|asking| asking.as_ref().map(read).cloned()))
    };
    let app = app();
    let confirm = move |_| {
        page::close_dialog(QUESTION);
        if let Some(button) = asking.get_untracked() {
            press(app, button, said);
        }
    };
    view! {
        <dialog class="dialog" id=QUESTION aria-labelledby="planning-question-text">
            <p id="planning-question-text">{text(|button| &button.confirm)}</p>
            <div class="buttons">
                <button class="button button-warning" type="button" on:click=confirm>
                    {text(|button| &button.label)}
                </button>
                <button
                    class="button button-tertiary"
                    type="button"
                    id="planning-question-cancel"
                    on:click=|_| page::close_dialog(QUESTION)
                >
                    "Annullér"
                </button>
            </div>
        </dialog>
    }
}

fn figure(picture: &Picture, id: &str) -> Option<Figure> {
    picture.blocks.iter().find_map(|block| match block {
        Block::Figure(figure) if figure.id == id => Some((**figure).clone()),
        _ => None,
    })
}

fn failed(error: PlatformError) -> AnyView {
    let app = app();
    view! {
        <div class="alert alert-error" role="alert">
            <h2 class="alert-heading">"Sammenligningstallene kunne ikke hentes"</h2>
            <p class="alert-text">{error.message()}</p>
            <div class="button-group">
                <button
                    class="button button-secondary button--small"
                    type="button"
                    on:click=move |_| app.ask_again()
                >
                    "Prøv igen"
                </button>
            </div>
        </div>
    }
}
