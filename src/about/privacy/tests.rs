use super::*;

const HERE: &str = "https://kl.dk/benchmark/index.html?x=1#privatliv";

/// What is shown where the check saw these names and this of the attempt.
fn shown(loaded: &[&str], attempt: &[Value]) -> String {
    let entries = loaded.iter().map(|name| serde_json::json!({"name": name}));
    let time = "Thu Dec 03 2026 08:15:00 GMT+0100 (CET)";
    let mut seen = vec![entries.collect::<Value>(), HERE.into(), time.into()];
    seen.extend_from_slice(attempt);
    told(&Value::from(seen).to_string())
}

fn told(checked: &str) -> String {
    under(
        "default-src 'none'; connect-src 'self'; img-src data:",
        checked,
    )
}

fn under(policy: &str, checked: &str) -> String {
    markup(&Told {
        checked: checked.to_owned(),
        policy: policy.to_owned(),
        ..Told::default()
    })
}

/// What the check sees of an attempt that is refused.
fn refused() -> [Value; 2] {
    [false.into(), "connect-src".into()]
}

#[test]
fn the_text_is_whole_and_says_what_is_tried_before_the_button() {
    prose::tests::check(&TEXT);
    let markup = markup(&Told::default());
    let address = markup.find("https://example.org/kommunebenchmark-selvtest");
    let button = markup.find("data-act=\"{&quot;do&quot;:&quot;self_check&quot;}\"");
    assert!(address.is_some() && address < button, "{markup}");
    assert!(!markup.contains(RESULT));
}

#[test]
fn an_attempt_that_was_refused_is_told_with_the_rule_that_refused_it() {
    let [ended, rule] = refused();
    for attempt in [[ended.clone(), rule.clone()], [rule, ended]] {
        let markup = shown(&[], &attempt);
        assert!(markup.contains("Browseren afviste forsøget"));
        assert!(markup.contains("Reglen »connect-src«"));
        assert!(markup.contains("Resultat kl. 08.15.00"));
        assert!(markup.contains(&format!("id=\"{RESULT}\"")));
    }
}

#[test]
fn an_attempt_that_nobody_refused_is_never_told_as_refused() {
    let silent = shown(&[], &[false.into()]);
    assert!(silent.contains("Ikke afgjort") && !silent.contains("Browseren afviste forsøget"));
    assert!(shown(&[], &[true.into()]).contains("Forsøget slap igennem"));
    // An answer counts more than what the browser says.
    let both = shown(&[], &[true.into(), "connect-src".into()]);
    assert!(both.contains("Forsøget slap igennem"));
    assert!(!both.contains("Browseren afviste forsøget"));
}

#[test]
fn a_policy_that_lets_through_more_than_it_was_built_to_is_an_alarm() {
    let checked = serde_json::json!([[], HERE, "08:15:00", false, "connect-src"]).to_string();
    let changed = |policy: &str| under(policy, &checked).contains("Siden er ændret");
    assert!(!changed("default-src 'none'; connect-src 'self'"));
    for policy in [
        "",
        "default-src 'none'",
        "connect-src 'self'",
        "default-src 'none'; connect-src 'self' https://example.org",
        "default-src 'none'; connect-src 'none'",
    ] {
        assert!(changed(policy), "{policy}");
    }
    let file = Told {
        inside: "application/gzip".to_owned(),
        policy: "default-src 'none'; connect-src 'none'".to_owned(),
        checked,
        ..Told::default()
    };
    let markup = markup(&file);
    assert!(markup.contains("<code>default-src") && !markup.contains("Siden er ændret"));
}

#[test]
fn a_check_that_is_not_over_has_no_result() {
    for markup in [
        told(""),
        told("?"),
        told("[]"),
        told("[[]]"),
        shown(&[], &[]),
        shown(&[], &["connect-src".into()]),
    ] {
        assert!(!markup.contains(RESULT));
    }
}

#[test]
fn what_is_the_pages_own_is_told_from_what_is_not() {
    let on_disk = "file:///C:/mappe/kommunebenchmark.html";
    let cases = [
        ("https://kl.dk/benchmark/app.js", HERE, Source::Own),
        ("https://kl.dk/andet/app.js", HERE, Source::Own),
        ("https://kl.dk", HERE, Source::Own),
        ("https://kl.dk.example.org/app.js", HERE, Source::Foreign),
        ("https://kl.dk:8443/app.js", HERE, Source::Foreign),
        ("http://kl.dk/app.js", HERE, Source::Foreign),
        ("chrome-extension://abc/x.js", HERE, Source::Foreign),
        ("blob:https://kl.dk/1", HERE, Source::Inside),
        ("data:font/woff2;base64,AA", on_disk, Source::Inside),
        (
            "file:///C:/mappe/kommunebenchmark.html#om",
            on_disk,
            Source::Own,
        ),
        ("file:///C:/mappe/andet.js", on_disk, Source::Foreign),
        ("https://kl.dk/app.js", on_disk, Source::Foreign),
        ("ingenting", "ingenting", Source::Foreign),
    ];
    for (name, address, expected) in cases {
        assert_eq!(source(name, address), expected, "{name} from {address}");
    }
}

#[test]
fn own_files_are_counted_and_listed_and_foreign_ones_marked() {
    let own = [
        "https://kl.dk/benchmark/app.js",
        "https://kl.dk/benchmark/data/peers.json",
        "blob:https://kl.dk/1",
    ];
    let markup = shown(&own, &refused());
    assert!(markup.contains("Siden har hentet 2 filer"), "{markup}");
    assert!(markup.contains("<code>data/peers.json</code>"));
    assert!(markup.contains("1 del lå i siden selv"));
    assert!(!markup.contains("Noget er hentet et andet sted fra"));

    let markup = shown(&["https://andre.dk/<x>.js"], &refused());
    assert!(markup.contains("Noget er hentet et andet sted fra"));
    assert!(markup.contains("https://andre.dk/&lt;x&gt;.js"));
    assert!(markup.contains("Siden har ikke hentet nogen filer"));
}

#[test]
fn a_list_that_cannot_be_read_or_may_be_full_is_told_so() {
    for unread in [
        "[null, \"https://kl.dk/\", \"\", false]",
        "[[{}], \"https://kl.dk/\", \"\", false]",
    ] {
        assert!(told(unread).contains("ville ikke sige, hvad siden har hentet"));
    }
    let full = vec!["https://kl.dk/a"; LISTED_AT_MOST];
    assert!(shown(&full, &refused()).contains("kan være fuld"));
    assert!(!shown(&full[1..], &refused()).contains("kan være fuld"));
}
