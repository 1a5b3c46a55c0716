//! `view!`, `Show`, `For` and live parts as Leptos has them, but compiled once for all places.
//!
//! Leptos makes code anew for every type of view, and nearly every piece of markup is a type of
//! its own. Here each is an [`AnyView`] from the start. Whoever imports these writes views as
//! everywhere else. Does not know what is shown.

use std::sync::{Arc, Mutex};

use leptos::children::ViewFn;
use leptos::prelude::*;

/// As `view!` of Leptos; always an [`AnyView`].
macro_rules! view {
    ($($markup:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($markup)* })
    };
}
pub(crate) use view;

/// As `Show` of Leptos: the children while `when` holds, else the fallback. They are made anew
/// only when that changes.
#[component]
pub fn Show(
    /// The condition.
    #[prop(into)]
    when: ArcSignal<bool>,
    /// What stands there while the condition does not hold.
    #[prop(optional, into)]
    fallback: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let holds = ArcMemo::new(move |_| when.get());
    live(move || {
        if holds.get() {
            children()
        } else {
            fallback.run()
        }
    })
}

/// As `For` of Leptos: a row for each item. A row stays as it is while its key is among them.
pub fn each<T: Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + 'static,
    key: fn(&T) -> String,
    row: impl Fn(T) -> AnyView + Clone + Send + 'static,
) -> AnyView {
    each_boxed(Box::new(move || {
        let to_row = |item| {
            let (key, row) = (key(&item), row.clone());
            let make = Box::new(move || row(item));
            Row { key, make }
        };
        items().into_iter().map(to_row).collect()
    }))
}

/// A row before it is made.
struct Row {
    key: String,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

fn each_boxed(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=rows key=|row| row.key.clone() children=|row| (row.make)() /> }
}

/// A part of a view that follows what it reads, like a closure written in the markup.
pub type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// A part of a view that has a name before it stands in the markup. A closure without a name
/// needs no help: `view!` sees it.
pub fn live<T: 'static>(read: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(read))
}
