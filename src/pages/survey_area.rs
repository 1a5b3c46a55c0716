//! Skema, one area: the table that is answered.
//!
//! Rows are built once; only what is chosen is dynamic. The page owns which rows are shown and
//! which help and details are open; answers go to the state as edits.

mod cell;
mod detail;
mod fill;
mod help;
mod keyboard;
mod row;
mod score_panel;
mod side;
mod spreadsheet;
mod table;
mod toolbar;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::components::errors::ErrorSummary;
use crate::domain::catalogue::Role;
use crate::domain::catalogue::texts::AreaTexts;
use crate::domain::catalogue::{self, Activity, Area};
use crate::domain::ids::{ActivityId, AreaId};
use crate::platform::page;
use crate::route::Route;
use crate::state::{App, Loaded, app, need_area_texts};

use cell::Column;
use keyboard::KeyHints;
use score_panel::ScorePanel;
use side::{AreaNav, Pager};
use table::Table;
use toolbar::Toolbar;

/// What the rows of the page share.
#[derive(Clone, Copy)]
struct Sheet {
    app: App,
    area: &'static Area,
    texts: RwSignal<Loaded<Arc<AreaTexts>>>,
    /// Only activities with something left to answer are wanted.
    only_open: RwSignal<bool>,
    /// Only activities that a role can answer are wanted.
    role: RwSignal<Option<Role>>,
    /// Rows that the filters left when they were chosen: a row does not vanish while it is
    /// answered.
    shown: RwSignal<BTreeSet<ActivityId>>,
    /// The row with its help open.
    help: RwSignal<Option<ActivityId>>,
    /// Rows with their details open.
    details: RwSignal<BTreeSet<ActivityId>>,
}

impl Sheet {
    /// The activities of the area that are asked.
    fn activities(self) -> impl Iterator<Item = &'static Activity> {
        let asked: Vec<bool> = self.app.peek(|one| {
            let activities = self.area.activities.iter();
            activities.map(|activity| one.asks(activity.id)).collect()
        });
        let asked = self.area.activities.iter().zip(asked);
        asked.filter_map(|(activity, asked)| asked.then_some(activity))
    }

    fn is_shown(self, id: ActivityId) -> bool {
        self.shown.with(|shown| shown.contains(&id))
    }

    /// Shows what the filters leave now.
    fn filter(self) {
        let open = self.open_ids();
        let (only_open, role) = (self.only_open.get_untracked(), self.role.get_untracked());
        let mut shown = BTreeSet::new();
        for one in self.activities() {
            let wanted = (!only_open || open.contains(&one.id))
                && role.is_none_or(|role| one.answered_by.contains(&role));
            if wanted {
                shown.insert(one.id);
            }
        }
        self.shown.set(shown);
    }

    fn show_all(self) {
        self.only_open.set(false);
        self.role.set(None);
        self.filter();
    }

    fn toggle_help(self, id: ActivityId) {
        self.help
            .update(|open| *open = if *open == Some(id) { None } else { Some(id) });
    }

    fn toggle_detail(self, id: ActivityId) {
        self.details.update(|open| {
            if !open.remove(&id) {
                open.insert(id);
            }
        });
    }

    /// The shown row before (-1) or after (1) a row.
    fn neighbour(self, id: ActivityId, step: isize) -> Option<ActivityId> {
        self.shown.with_untracked(|shown| match step {
            ..0 => shown.range(..id).next_back().copied(),
            _ => shown.range(id..).find(|&&other| other != id).copied(),
        })
    }

    /// Moves focus to a cell: to its chosen button, else to its first.
    fn focus(self, id: ActivityId, column: Column) {
        let index = column.selected(&self.app.peek_answer(id));
        page::focus(&column.option_id(id, index.unwrap_or_default()));
    }

    /// Activities with something left to answer, in order.
    fn open_ids(self) -> Vec<ActivityId> {
        self.activities()
            .map(|one| one.id)
            .filter(|&id| !self.app.peek_answer(id).is_settled())
            .collect()
    }
}

/// The page of one area.
#[component]
pub fn SurveyArea(
    area: AreaId,
    /// The activity that gets the focus.
    #[prop(default = None)]
    at: Option<ActivityId>,
) -> impl IntoView {
    let app = app();
    let Some(area) = catalogue::area(area) else {
        return view! { <p>"Området findes ikke."</p> }.into_any();
    };
    let sheet = Sheet {
        app,
        area,
        texts: RwSignal::new(Loaded::Waiting),
        only_open: RwSignal::new(false),
        role: RwSignal::new(None),
        shown: RwSignal::default(),
        help: RwSignal::new(None),
        details: RwSignal::new(BTreeSet::new()),
    };
    sheet.filter();
    need_area_texts(sheet.texts, area.id);
    app.follow_peers();
    if let Some(id) = at {
        // After the page's own focus on its beginning.
        page::after(50, move || sheet.focus(id, Column::Organisation));
    }
    let errors = Memo::new(move |_| detail::errors(sheet));
    let intro = live(move || {
        sheet
            .texts
            .with(|texts| texts.ready().map(|texts| texts.intro.clone()))
    });
    view! {
        <div class="survey-layout">
            <AreaNav area=area.id />
            <div>
                <p class="survey-back no-print">
                    <a href=Route::Survey.href()>"Alle områder"</a>
                </p>
                <header class="area-header">
                    <h1 tabindex="-1">{area.title}</h1>
                    <p>{intro}</p>
                </header>
                <ErrorSummary errors />
                <ScorePanel sheet />
                <Toolbar sheet />
                <OwnNames sheet />
                <Table sheet />
                <KeyHints />
                <Pager area=area.id />
            </div>
        </div>
    }
    .into_any()
}

/// What the levels are called in this municipality, beside our names.
#[component]
fn OwnNames(sheet: Sheet) -> impl IntoView {
    let names = sheet.app.round_memo(|round| {
        let names = round.profile.level_names.iter();
        let names: Vec<String> = names
            .map(|(place, name)| format!("{} er »{name}«", place.usual_name()))
            .collect();
        names.join(", ")
    });
    view! {
        <Show when=move || !names.with(String::is_empty)>
            <p class="muted">{move || format!("Hos jer: {}.", names.get())}</p>
        </Show>
    }
}
