use super::*;

#[test]
fn every_page_is_found_at_its_own_address() {
    let area = "E04".parse().unwrap();
    let name = |text| Name::new(text).unwrap();
    let pages = Route::MENU
        .into_iter()
        .chain([Route::SurveyArea(area), Route::OverviewArea(area)])
        .chain(Domain::ALL.map(Route::OverviewDomain))
        .chain(Route::PICTURE)
        .chain(Route::PLANNING)
        .chain([Route::Proposal, Route::Case, Route::Action].map(|make| make(name("M08"))))
        .chain([Route::SurveyActivity("E04.03".parse().unwrap())])
        .chain([Route::Status(Some(name("2026-11")))])
        .chain(Route::REPORT)
        .chain(Route::FOOTER)
        .chain([Route::Screen(7)])
        .chain([Route::Units, Route::Send, Route::Contribution, Route::Kl]);
    for page in pages {
        assert_eq!(Route::parse(&page.href()), page);
    }
    assert_eq!(Route::parse(""), Route::Home);
}

#[test]
fn other_addresses_are_not_found() {
    for hash in [
        "#/skema/E99",
        "#/skema/E04/x",
        "#/kommune/x",
        "#/sammenligning/x",
        "#/skema/E04.99",
        "#/forslag/M08/x",
        "#/plan/et-navn-som-er-for-langt-til",
        "#/beregninger/æ",
        "#/workshop/vis/0",
        "#/workshop/vis/x",
        "#/rapport/x",
        "#/x",
        "#/skema/",
    ] {
        let expected = if hash == "#/skema/" {
            Route::Survey
        } else {
            Route::NotFound
        };
        assert_eq!(Route::parse(hash), expected, "{hash}");
    }
}
