//! How the series of a stack look. Beside its colour every one has a pattern, so that a print
//! without colours says the same.

use plotly::common::{Line, Marker, Pattern, PatternShape};

/// Background, lines of the pattern, outline, and the pattern.
type Look = (
    &'static str,
    &'static str,
    &'static str,
    Option<PatternShape>,
);

fn looks() -> [Look; 6] {
    [
        ("#0059b3", "#0059b3", "#003972", None),
        (
            "#fff6ec",
            "#b35900",
            "#8a4b08",
            Some(PatternShape::RightDiagonalLine),
        ),
        ("#eceaf7", "#3f3580", "#3f3580", Some(PatternShape::Dot)),
        ("#cbd2da", "#cbd2da", "#454545", None),
        (
            "#ffffff",
            "#1a1a1a",
            "#1a1a1a",
            Some(PatternShape::DiagonalCross),
        ),
        (
            "#e3f0ea",
            "#1c5a41",
            "#1c5a41",
            Some(PatternShape::HorizontalLine),
        ),
    ]
}

/// The look of a series; from the seventh on they come again.
pub(super) fn marker(index: usize) -> Marker {
    let mut looks = looks();
    let count = looks.len();
    let (fill, lines, outline, shape) = &mut looks[index % count];
    let marker = Marker::new()
        .color(*fill)
        .line(Line::new().color(*outline).width(1.0));
    match shape.take() {
        Some(shape) => marker.pattern(
            Pattern::new()
                .shape(shape)
                .background_color(*fill)
                .foreground_color(*lines)
                .size(7.0)
                .solidity(0.35),
        ),
        None => marker,
    }
}
