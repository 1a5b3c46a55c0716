//! Send en del: choose what is asked, of whom, until when; save it as a file or a workbook.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::components::area_choice::AreaChoice;
use crate::components::erased::{Show, view};
use crate::components::outcome::OutcomePanel;
use crate::domain::catalogue::{self, Activity, Role};
use crate::domain::field;
use crate::domain::ids::{ActivityId, AreaId};
use crate::domain::part::{MAX_UNIT_ACTIVITIES, Part};
use crate::requests::Form;
use crate::route::Route;
use crate::state::app;

/// What is chosen on the page.
#[derive(Clone, Copy)]
struct Draft {
    areas: RwSignal<BTreeSet<AreaId>>,
    role: RwSignal<Option<Role>>,
    only_mass: RwSignal<bool>,
    for_units: RwSignal<bool>,
    function: RwSignal<String>,
    deadline: RwSignal<String>,
    note: RwSignal<String>,
}

impl Draft {
    fn new() -> Self {
        Self {
            areas: RwSignal::default(),
            role: RwSignal::new(None),
            only_mass: RwSignal::new(false),
            for_units: RwSignal::new(false),
            function: RwSignal::default(),
            deadline: RwSignal::default(),
            note: RwSignal::default(),
        }
    }

    fn asks(self, activity: &Activity) -> bool {
        let role = self.role.get();
        let in_area = self.areas.with(|areas| areas.contains(&activity.id.area));
        in_area
            && role.is_none_or(|role| activity.answered_by.contains(&role))
            && (!self.only_mass.get() || activity.mass_process)
    }

    fn activities(self) -> BTreeSet<ActivityId> {
        let mut asked = BTreeSet::new();
        for activity in catalogue::activities().filter(|one| self.asks(one)) {
            asked.insert(activity.id);
        }
        asked
    }

    /// Units are asked of what they do themselves, and of the mass processes only: that is what
    /// can be answered in a quarter of an hour.
    fn choose_units(self, on: bool) {
        self.for_units.set(on);
        self.only_mass.set(on);
        self.role.set(on.then_some(Role::Unit));
        self.areas.update(|areas| {
            areas.clear();
            if on {
                areas.extend(catalogue::AREAS.iter().map(|area| area.id));
            }
        });
    }

    /// Why the part cannot be saved yet.
    fn problem(self) -> Option<String> {
        let asked = self.activities().len();
        if asked == 0 {
            return Some("Vælg mindst ét område med aktiviteter, der passer.".to_owned());
        }
        if self.for_units.get() && asked > MAX_UNIT_ACTIVITIES {
            return Some(format!(
                "Der er valgt {asked} aktiviteter. Enheder bør højst spørges om {MAX_UNIT_ACTIVITIES}, så det kan gøres på et kvarter. Vælg færre områder."
            ));
        }
        if self.function.with(|text| text.trim().is_empty()) {
            return Some("Skriv, hvilken funktion der skal svare, fx Bogholderiet.".to_owned());
        }
        let deadline = self.deadline.get();
        (!deadline.is_empty() && field::check_date(&deadline).is_err())
            .then(|| "Vælg en dato, der findes, eller lad fristen stå tom.".to_owned())
    }

    fn part(self) -> Part {
        let deadline = self.deadline.get_untracked();
        Part {
            function: self.function.with_untracked(|text| text.trim().to_owned()),
            activities: untrack(|| self.activities()),
            for_units: self.for_units.get_untracked(),
            deadline: (!deadline.is_empty()).then_some(deadline),
            note: self.note.with_untracked(|text| text.trim().to_owned()),
            ..Part::default()
        }
    }

    fn form(self) -> Form {
        let part = self.part();
        Form {
            activities: part.activities,
            with_answers: true,
            function: part.function,
            deadline: part.deadline.unwrap_or_default(),
            note: part.note,
            ..Form::default()
        }
    }
}

/// The page.
#[component]
pub fn Send() -> impl IntoView {
    let app = app();
    let draft = Draft::new();
    let problem = Memo::new(move |_| draft.problem());
    let tried = RwSignal::new(false);
    let ready = move || {
        tried.set(true);
        problem.with_untracked(Option::is_none)
    };
    let save_part = move |_| {
        if ready() {
            app.save_part(draft.part());
        }
    };
    let save_form = move |_| {
        if ready() {
            app.save_form(draft.form());
        }
    };
    view! {
        <p class="survey-back no-print">
            <a href=Route::Files.href()>"Filer"</a>
        </p>
        <h1 tabindex="-1">"Send en del til andre"</h1>
        <p class="lead">
            "Gem en fil, og send den selv, fx på mail. Modtageren åbner den i sin egen browser, ser kun sin del og sender den tilbage. Så fletter I svarene ind under Filer."
        </p>
        <OutcomePanel />
        <fieldset class="form-group">
            <legend class="form-label">"Hvem skal svare?"</legend>
            {who(draft, false, "En kollega eller funktion i administrationen", "Svarer på kommunens vegne.")}
            {who(
                draft,
                true,
                "Enheder: skoler, plejecentre, afdelinger",
                "Alle får den samme fil og svarer for sig selv. I kan nøjes med et udsnit af enhederne.",
            )}
        </fieldset>
        {text_field("send-function", "Funktion, der svarer", "Funktionen, ikke personens navn. Fx Bogholderiet eller Skolerne.", draft.function)}
        <div class="form-group">
            <label class="form-label" for="send-deadline">"Frist (kan udelades)"</label>
            <input
                class="form-input"
                id="send-deadline"
                type="date"
                prop:value=move || draft.deadline.get()
                on:change=move |event| draft.deadline.set(event_target_value(&event))
            />
        </div>
        {text_field("send-note", "Besked (kan udelades)", "Vises øverst hos den, der svarer.", draft.note)}
        <h2>"Hvad skal der svares på?"</h2>
        <RoleChoice draft />
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || draft.only_mass.get()
                on:change=move |event| draft.only_mass.set(event_target_checked(&event))
            />
            " Kun masseprocesser"
        </label>
        <AreaChoice id="send" chosen=draft.areas />
        <p role="status">
            {move || match draft.activities().len() {
                1 => "1 aktivitet er valgt.".to_owned(),
                n => format!("{n} aktiviteter er valgt."),
            }}
        </p>
        {move || {
            problem
                .get()
                .filter(|_| tried.get())
                .map(|text| {
                    view! {
                        <div class="alert alert-error" role="alert">
                            <p class="alert-text">{text}</p>
                        </div>
                    }
                })
        }}
        <div class="buttons">
            <button class="button button-primary" type="button" on:click=save_part>
                "Gem fil til modtageren"
            </button>
            <Show when=move || !draft.for_units.get()>
                <button class="button button-secondary" type="button" on:click=save_form>
                    "Gem som Excel-skema"
                </button>
            </Show>
        </div>
    }
}

fn who(draft: Draft, units: bool, title: &'static str, hint: &'static str) -> impl IntoView {
    let id = if units {
        "send-units"
    } else {
        "send-colleague"
    };
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group-radio">
            <input
                class="form-radio"
                type="radio"
                name="send-who"
                id=id
                aria-describedby=hint_id.clone()
                prop:checked=move || draft.for_units.get() == units
                on:change=move |_| draft.choose_units(units)
            />
            <label for=id>{title}</label>
            <span class="form-hint" id=hint_id>{hint}</span>
        </div>
    }
}

fn text_field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    value: RwSignal<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <span class="form-hint" id=hint_id.clone()>{hint}</span>
            <input
                class="form-input"
                id=id
                type="text"
                maxlength="500"
                autocomplete="off"
                aria-describedby=hint_id
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

#[component]
fn RoleChoice(draft: Draft) -> impl IntoView {
    let options = Role::ALL
        .into_iter()
        .enumerate()
        .map(|(index, role)| {
            view! {
                <option value=index.to_string() prop:selected=move || draft.role.get() == Some(role)>
                    {role.title()}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let index = event_target_value(&event).parse::<usize>().ok();
        draft
            .role
            .set(index.and_then(|index| Role::ALL.get(index).copied()));
    };
    view! {
        <div class="form-group">
            <label class="form-label" for="send-role">"Kun aktiviteter, der kan besvares af"</label>
            <select class="form-select" id="send-role" on:change=choose>
                <option value="" prop:selected=move || draft.role.get().is_none()>
                    "alle"
                </option>
                {options}
            </select>
        </div>
    }
}
