//! The first sheet: what is asked, and how to answer.

use rust_xlsxwriter::{Format, Worksheet};

use super::style::{self, GuideStyles};
use crate::document::excel::error::WriteError;
use crate::document::excel::form::{FormOptions, FormTexts};
use crate::document::sheet::places::{self, SEE_SHARES};
use crate::document::sheet::words::{DEGREES, STANDINGS};
use crate::domain::catalogue::texts::Anchors;
use crate::domain::rating::Place;

/// Of the text, in characters.
const WIDTH: f64 = 76.0;

enum Line {
    Title(String),
    Heading(&'static str),
    Text(String),
    Space,
}

pub(super) fn write(
    sheet: &mut Worksheet,
    options: &FormOptions,
    texts: &FormTexts<'_>,
) -> Result<(), WriteError> {
    let styles = GuideStyles::new();
    sheet.set_column_width(0, WIDTH)?;
    let lines = lines(options, texts);
    let last = u32::try_from(lines.len()).unwrap_or(1).saturating_sub(1);
    for (row, line) in (0..).zip(lines) {
        let (text, format): (&str, &Format) = match &line {
            Line::Title(text) => (text, &styles.title),
            Line::Heading(text) => (text, &styles.heading),
            Line::Text(text) => (text, &styles.text),
            Line::Space => continue,
        };
        sheet.write_string_with_format(row, 0, text, format)?;
        let height = match &line {
            Line::Title(_) => 26.0,
            Line::Heading(_) => 20.0,
            Line::Text(text) => style::height(text, WIDTH),
            Line::Space => 15.0,
        };
        sheet.set_row_height(row, height)?;
    }
    sheet
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 1)
        .set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3)
        .set_footer("&LVejledning&RSide &P af &N")
        .set_screen_gridlines(false)
        .set_print_area(0, 0, last, 0)?
        .protect();
    Ok(())
}

fn lines(options: &FormOptions, texts: &FormTexts<'_>) -> Vec<Line> {
    let text = |text: &str| Line::Text(text.to_owned());
    let mut lines = vec![
        Line::Title(options.title.clone()),
        Line::Text(format!(
            "{}, svar for {}",
            options.municipality, options.round.year
        )),
    ];
    let facts = [
        ("Besvares af: ", &options.function),
        ("Sendes tilbage senest: ", &options.deadline),
        ("", &options.note),
    ];
    for (name, fact) in facts {
        lines.extend(fact.iter().map(|fact| Line::Text(format!("{name}{fact}"))));
    }
    lines.extend([
        Line::Space,
        Line::Heading("Sådan svarer I"),
        text("Hvert område har sine aktiviteter under sig. Svar på de aktiviteter, I kender. Vælg svaret på listen i cellen, eller skriv det."),
        text("Hold musen over en aktivitets titel: noten siger, hvad der tæller med, og hvordan de tre digitale trin ser ud for netop den."),
        text("En tom celle sletter ikke noget. Når skemaet læses ind, bliver kun det, I har skrevet, lagt oven i de svar, der er i forvejen."),
        text("Lad kolonnen »Nr.« stå, som den er. På den bliver svarene genkendt. Rækker og kolonner må gerne skjules eller filtreres."),
        Line::Space,
        Line::Heading("Hvem løser sagerne?"),
        text("Vælg det sted, hvor den medarbejder er ansat, som løser hovedparten af opgaven:"),
    ]);
    let profile = &options.round.profile;
    let places = Place::ALL.into_iter().map(|place| {
        let label = places::place_label(place, profile);
        Line::Text(format!("• {label}: {}", meaning(place)))
    });
    lines.extend(places);
    lines.push(Line::Text(format!(
        "Går sagerne flere veje, så vælg »{SEE_SHARES}«, og skriv, hvor mange procent af sagerne (ikke af tiden) der løses hvert sted, i kolonnerne længst til højre. Procenterne skal give 100."
    )));
    lines.extend([
        Line::Space,
        Line::Heading("Digital løsning: hvor digitalt løses selve opgaven?"),
    ]);
    let families = &texts.header.families;
    for family in [&families.mass, &families.control, &families.casework] {
        lines.push(Line::Text(steps(&family.title, &family.solution)));
    }
    lines.extend([
        Line::Space,
        Line::Heading("Digital proces: hvor digitalt går sagen mellem dem, der er med i den?"),
        Line::Text(steps("Alle opgaver", &texts.header.process)),
        Line::Space,
        Line::Heading("De øvrige kolonner"),
        text("• Forretningsgang: er arbejdsgangen skrevet ned, godkendt og i brug? Ja, Delvist (kun for en del af sagerne, eller ikke ajour) eller Nej. Der spørges kun ved nogle aktiviteter; ved resten er cellen grå og låst."),
        Line::Text(format!(
            "• Status: »{}«, hvis I slet ikke har opgaven; »{}«, hvis I har set på den, men ikke kan svare. »{}« bringer en aktivitet tilbage, der var sat til side. Ellers står feltet tomt.",
            STANDINGS[1], STANDINGS[2], STANDINGS[0]
        )),
        text("• Bemærkning: alt, hvad der er værd at vide om svaret."),
        text("• Flag: et x, hvis nogen skal se på svaret igen."),
        Line::Space,
        Line::Heading("Når I er færdige"),
        text("Gem filen som Excel-projektmappe (.xlsx), og send den tilbage til den, I fik den af. Arkene er låst uden adgangskode, så de kan låses op under »Gennemse«."),
    ]);
    lines
}

fn meaning(place: Place) -> &'static str {
    match place {
        Place::Institution => "på institutionen, også når medarbejderen eller lederen selv gør det",
        Place::Intermediate => {
            "et sted, der løser opgaven for flere enheder uden at være en stab, fx et administrativt fællesskab eller et distrikt"
        }
        Place::Department => "i en fagforvaltning eller dens sekretariat",
        Place::Central => "i en central stab eller et servicecenter for hele kommunen",
        Place::External => "i en anden kommune, et fælleskommunalt selskab eller hos en leverandør",
    }
}

fn steps(title: &str, anchors: &Anchors) -> String {
    let steps: Vec<String> = DEGREES
        .iter()
        .zip(anchors)
        .map(|(word, step)| format!("{word}: {step}."))
        .collect();
    format!("• {title}. {}", steps.join(" "))
}
