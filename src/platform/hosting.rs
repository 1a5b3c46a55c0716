//! The host of the page: told what it must put right. What it sets is `public/hosting.js`'s.

use web_sys::Event;

/// Tells the host what it must put right; the page shows it, also where it is told before that part
/// of the page is there.
pub fn tell_host(fault: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    if let (Some(root), Ok(event)) = (
        document.document_element(),
        Event::new("kommunebenchmark:fault"),
    ) {
        let _ = root.set_attribute("data-fault", fault);
        let _ = document.dispatch_event(&event);
    }
}
