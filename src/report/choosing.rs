//! Rapport: what it holds, and in which form it is handed on.

use crate::document::html::escape;
use crate::picture::form::shape::{Cell, Row};
use crate::picture::planning::fields::{check, path, unchecked};
use crate::picture::planning::{Planner, link};
use crate::route::Route;

use super::assembly;
use super::part::Part;

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    planner.page.paragraph(
        "Rapporten samler det hele i ét dokument: sammenfatning, billede, forskelle, forslag, beregninger og plan. Vælg, hvad den skal rumme, og skriv jeres egne ord til. Alt gemmes i besvarelsen.",
    );
    state(planner);
    ways(planner);
    words(planner);
    parts(planner);
    slides(planner);
}

/// What the numbers are worth, and whether there is anything to tell.
fn state(planner: &mut Planner<'_, '_>) {
    let source = planner.page.source;
    let coverage = source.scorecard.coverage();
    if coverage.answered == 0 && source.round.estimates.is_empty() {
        planner.alert(
            "info",
            "Der er ingen svar endnu",
            &format!(
                "<p>Rapporten kan åbnes, men den har kun metode og tomme afsnit. Begynd i {}.</p>",
                link(&Route::Survey.href(), "skemaet")
            ),
        );
        return;
    }
    let label = assembly::label(source);
    if !label.is_empty() {
        planner.alert(
            "warning",
            "Det står på hver side af rapporten",
            &format!("<p>{}</p>", escape(&label)),
        );
    }
}

/// The ways to hand it on.
fn ways(planner: &mut Planner<'_, '_>) {
    planner.page.heading("Åbn eller gem");
    let items = [
        format!(
            "{}: se den, som den bliver trykt, og udskriv den eller gem den som PDF, Word-dokument eller webside.",
            link(&Route::ReportSheet.href(), "Udskrift")
        ),
        format!(
            "{}: ti billeder til direktionen i format 16:9.",
            link(&Route::Slides.href(), "Slides")
        ),
        format!(
            "{}: invitation, dagsorden, visning på lærred og referat.",
            link(&Route::Workshop.href(), "Workshop")
        ),
    ];
    planner.list(&items);
    planner.page.markup(&super::sheet::tools(&[
        ("word", "Gem som Word-dokument", false),
        ("web_page", "Gem som webside", false),
    ]));
    planner.page.aside(
        "Word-dokumentet og websiden kan rettes og journaliseres. I Word får indholdsfortegnelsen sidetal, når I højreklikker på den og vælger »Opdater felt«.",
    );
}

/// What the municipality writes first, and what is hidden.
fn words(planner: &mut Planner<'_, '_>) {
    let fields = planner.fields();
    let choice = &planner.decisions.report;
    let rows = vec![
        fields
            .lines(
                "Indledning",
                path(&["report", "introduction"]),
                choice.introduction.as_deref(),
            )
            .hint("Står på forsiden. Fx hvorfor I har lavet analysen, og hvem der har svaret.")
            .row(),
        check(
            "Skjul kommunens navn",
            path(&["report", "anonymous"]),
            choice.anonymous,
        )
        .hint("Navnet erstattes af »Kommunen«. Det, I selv har skrevet i kommentarer og noter, ændres ikke: læs det igennem.")
        .row(),
        check(
            "Vis regneeksemplet på, hvad forskelle i årsværk kan svare til",
            path(&["report", "potential"]),
            choice.potential,
        )
        .hint("Vises kun sammen med virkelige kommuner, der er målt med samme skema, og lægges aldrig sammen til et løfte.")
        .row(),
    ];
    planner.page.heading("Jeres ord og forbehold");
    planner.form("rapportens-ord", "", rows);
}

/// The parts, each with the municipality's words.
fn parts(planner: &mut Planner<'_, '_>) {
    planner.page.heading("Afsnit");
    let fields = planner.fields();
    let choice = &planner.decisions.report;
    let rows = Part::ALL
        .into_iter()
        .map(|part| {
            let key = part.key();
            let at = path(&["report", "parts", key]);
            let is_in = assembly::is_in(part, choice);
            let label = format!("{}: med i rapporten", part.title());
            let mark = if part.is_usual() {
                unchecked(&label, at, is_in)
            } else {
                check(&label, at, is_in)
            };
            let comment = fields.lines(
                &format!("{}: jeres kommentar", part.title()),
                path(&["report", "comments", key]),
                choice.comments.get(key).map(String::as_str),
            );
            Row {
                id: format!("afsnit-{key}"),
                head: format!(
                    "{}<br><span class=\"form-hint\">{}</span>",
                    escape(part.title()),
                    escape(part.about())
                ),
                cells: vec![mark.cell(), comment.cell() as Cell],
            }
        })
        .collect();
    planner.form_table(
        "rapportens-afsnit",
        "Rapportens afsnit",
        &["Afsnit", "Med", "Jeres kommentar øverst i afsnittet"],
        rows,
    );
}

/// How pictures and tables come into the own slides.
fn slides(planner: &mut Planner<'_, '_>) {
    planner.page.heading("Til jeres egne slides");
    planner.page.paragraph(
        "Under hvert diagram kan det gemmes som PNG eller SVG eller kopieres som billede. Tabeller kan kopieres under hver tabel på siderne Udskrift og Slides og sættes ind i PowerPoint, Word eller Excel.",
    );
}
