use super::*;

fn check(expected: Option<Kind>, texts: &[&str]) {
    for text in texts {
        assert_eq!(resembles_personal_data(text), expected, "{text}");
    }
}

#[test]
fn cpr_numbers_are_found_by_a_day_that_can_be() {
    check(
        Some(Kind::Cpr),
        &[
            "010190-1234",
            "Spørg til 311299-0000.",
            "(290200-4321)",
            "cpr:0101901234",
            "cpr 3112991234, sidst",
            "010190–1234",
        ],
    );
    check(
        None,
        &[
            "320190-1234",
            "310490-1234",
            "300290-1234",
            "011390-1234",
            "000190-1234",
            "0101901234567",
            "12-010190-1234",
            "010190-1234-5",
            "010190-12345",
            "DK0101901234",
            "1.010190-1234",
            "konto 9910 1234567890",
            "0,0101901234",
            "010190 1234",
        ],
    );
}

#[test]
fn mail_addresses_are_found() {
    check(
        Some(Kind::Email),
        &[
            "anne@kommune.dk",
            "Skriv til <anne.hansen@by.kommune.dk>.",
            "mail:a-b_c@x.info, senest",
        ],
    );
    check(
        None,
        &[
            "@kommune.dk",
            "anne@kommune",
            "anne@.dk",
            "a@b.c1",
            "priser @ 20 kr.",
            "anne@kom mune.dk",
            "x@y/z.dk",
        ],
    );
}

#[test]
fn telephone_numbers_are_found_and_amounts_years_and_other_numbers_are_not() {
    check(
        Some(Kind::Telephone),
        &[
            "20 30 40 50",
            "Ring 87 65 43 21.",
            "2030 4050",
            "tlf. 20304050",
            "Tlf.: 20304050",
            "mobil nr 20304050",
            "ring på 20304050",
            "+45 20 30 40 50",
            "+4520304050",
            "+45 20304050",
            "20\u{a0}30\u{a0}40\u{a0}50",
        ],
    );
    check(
        None,
        &[
            "12.345.678",
            "12 345 678",
            "20304050",
            "CVR 20304050",
            "2030 4050 kr.",
            "kr. 2030 4050",
            "2024 2025",
            "2030 2025",
            "10 30 40 50",
            "20 30 40 50 60",
            "20 30 40 50,25",
            "20 30 40",
            "+46 20 30 40 50",
            "konto 20 30 40 50-1",
            "ringe 20304050",
        ],
    );
}

#[test]
fn health_counts_only_where_it_is_said_of_a_person() {
    check(
        Some(Kind::Health),
        &[
            "Hun er sygemeldt",
            "Opgaven venter, for han gik ned med stress.",
            "hendes barsel",
            "Hun er på barsel til maj",
            "hans diagnose",
            "Medarbejder NN er langtidssygemeldt",
            "kollegaen Anne har kræft",
            "Anne Hansen er sygemeldt",
            "Vi venter på Anne Hansen, der er gravid",
            "Anne Hansen er gået på barsel",
            "ÆRLIGT TALT: HUN ER SYG",
        ],
    );
    check(
        None,
        &[
            "Sygefravær indberettes 2 gange om måneden",
            "Sygdom og barsel indberettes i KMD Opus",
            "Når en medarbejder er sygemeldt, skriver lederen det i Silkeborg Data",
            "Medarbejderen er på barsel, når refusionen søges",
            "Når han/hun er sygemeldt, får vi refusion",
            "Når hun eller han er på barsel, stopper lønnen",
            "Hos Visma er barsel en del af løsningen",
            "Silkeborg Data har sygdom med",
            "Han indberetter sygefravær",
            "Hun har ansvaret. Sygemeldt personale følges af enheden",
            "Refusion ved sygdom, barsel og graviditet",
            "Anne Hansen indberetter sygdom",
            "Anne er sygemeldt",
        ],
    );
}

#[test]
fn the_catalogues_own_words_are_no_personal_data() {
    for activity in crate::domain::catalogue::activities() {
        check(None, &[activity.title]);
    }
    check(
        None,
        &["", "2", "Se bilag 4.", "60 % centralt, 40 % i 2025"],
    );
}

#[test]
fn of_several_the_most_serious_is_told() {
    check(
        Some(Kind::Cpr),
        &["Hun er syg, tlf. 20304050, a@b.dk, 010190-1234"],
    );
    check(Some(Kind::Email), &["Hun er syg, tlf. 20304050, a@b.dk"]);
}
