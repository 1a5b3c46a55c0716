//! The app: mounts the shell into the page.
use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>"Kommunebenchmark"</h1></main> });
}
