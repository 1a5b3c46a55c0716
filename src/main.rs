//! The app: mounts the shell into the page.

fn main() {
    kommunebenchmark::app::mount();
}
