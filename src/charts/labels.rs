//! Where the labels of a chart's marks stand, so that they cover neither each other nor a mark.
//!
//! Marks and texts have their size in pixels, but how far marks lie from each other follows the
//! width of the chart, which nobody knows yet. So a place must be good in a narrow chart and in a
//! wide one. Does not draw.

/// A mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Circle {
    /// Place as a share of the plot's width, from the left.
    pub x: f64,
    /// Place as a share of the plot's height, from below.
    pub y: f64,
    /// In pixels.
    pub radius: f64,
}

/// A text that belongs to a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// The mark, the largest where there are more at one place.
    pub circle: Circle,
    /// Size of the text in pixels.
    pub width: f64,
    pub height: f64,
    /// Whether it may stand inside its mark.
    pub inside: bool,
}

/// Where a text's middle stands, in pixels from the middle of its mark, to the right and up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub right: f64,
    pub up: f64,
    /// Whether it stands so far away that a line must lead to its mark.
    pub line: bool,
}

/// How far from the mark's edge a text may stand, in pixels, nearest first.
const DISTANCES: [f64; 4] = [3.0, 18.0, 36.0, 58.0];
/// From here on a line leads to the mark.
const LINE_FROM: f64 = 10.0;
/// The directions, best first.
const DIRECTIONS: [(f64, f64); 12] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.0, -1.0),
    (0.5, 1.0),
    (-0.5, 1.0),
    (0.5, -1.0),
    (-0.5, -1.0),
    (1.0, 1.0),
    (-1.0, 1.0),
    (1.0, -1.0),
    (-1.0, -1.0),
];

/// A rectangle about its middle, in pixels.
#[derive(Clone, Copy)]
struct Rect {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Places all labels, one after the other and each where it covers least, among all marks.
/// `sizes` are the widths and heights in pixels that the plot may have.
pub(super) fn place(labels: &[Label], circles: &[Circle], sizes: &[(f64, f64)]) -> Vec<Place> {
    let mut placed: Vec<(&Label, Place)> = Vec::new();
    for label in labels {
        let cost = |place: Place| -> f64 {
            let costs = sizes
                .iter()
                .map(|size| Plot(*size).cost(label, place, circles, &placed));
            costs.sum()
        };
        let best = candidates(label)
            .enumerate()
            .map(|(order, place)| {
                #[allow(clippy::cast_precision_loss, reason = "a few places")]
                let order = order as f64;
                (cost(place) + order, place)
            })
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map_or(CENTRE, |found| found.1);
        placed.push((label, best));
    }
    placed.into_iter().map(|one| one.1).collect()
}

const CENTRE: Place = Place {
    right: 0.0,
    up: 0.0,
    line: false,
};

fn candidates(label: &Label) -> impl Iterator<Item = Place> {
    let Label {
        circle,
        width,
        height,
        inside,
    } = *label;
    let inside = inside && width + 4.0 <= 2.0 * circle.radius;
    let around = DISTANCES.into_iter().flat_map(move |distance| {
        DIRECTIONS.into_iter().map(move |(right, up)| {
            // On the diagonals the edge of the mark is nearer, and the corner of the text.
            let reach = if right.abs() + up.abs() > 1.9 {
                0.71
            } else {
                1.0
            };
            let away = (circle.radius + distance) * reach;
            Place {
                right: right * (away + width / 2.0),
                up: up * (away + height / 2.0),
                line: distance > LINE_FROM,
            }
        })
    });
    inside.then_some(CENTRE).into_iter().chain(around)
}

/// A plot of known width and height.
struct Plot((f64, f64));

impl Plot {
    /// How much a text would cover there, and how far it would stand outside the plot.
    fn cost(
        &self,
        label: &Label,
        place: Place,
        circles: &[Circle],
        placed: &[(&Label, Place)],
    ) -> f64 {
        let text = self.text(label, place);
        let texts: f64 = placed
            .iter()
            .map(|(other, place)| overlap(text, self.text(other, *place)))
            .sum();
        let here = self.mark(&label.circle);
        let others = circles.iter().map(|circle| self.mark(circle));
        let others = others.filter(|other| (other.x - here.x).hypot(other.y - here.y) > 1.0);
        let mut marks = 0.0;
        for other in others {
            marks += overlap(text, other);
            if place.line && crosses(here, text, other) {
                marks += CROSSING;
            }
        }
        texts * 4.0 + marks + self.outside(text) * 40.0
    }

    fn text(&self, label: &Label, place: Place) -> Rect {
        Rect {
            x: label.circle.x * self.0.0 + place.right,
            y: label.circle.y * self.0.1 + place.up,
            width: label.width,
            height: label.height,
        }
    }

    /// A square of about the area of a mark.
    fn mark(&self, circle: &Circle) -> Rect {
        let side = circle.radius * 1.8;
        Rect {
            x: circle.x * self.0.0,
            y: circle.y * self.0.1,
            width: side,
            height: side,
        }
    }

    /// How many pixels of a text stand outside.
    fn outside(&self, text: Rect) -> f64 {
        let along = |middle: f64, extent: f64, end: f64| {
            (extent / 2.0 - middle).max(0.0) + (middle + extent / 2.0 - end).max(0.0)
        };
        along(text.x, text.width, self.0.0) + along(text.y, text.height, self.0.1)
    }
}

/// What a line across another mark costs.
const CROSSING: f64 = 150.0;

/// Whether the line from a mark to its text runs across another mark.
fn crosses(from: Rect, to: Rect, other: Rect) -> bool {
    (1..10).any(|step| {
        let share = f64::from(step) / 10.0;
        let x = (to.x - from.x).mul_add(share, from.x);
        let y = (to.y - from.y).mul_add(share, from.y);
        (x - other.x).abs() < other.width / 2.0 && (y - other.y).abs() < other.height / 2.0
    })
}

fn overlap(one: Rect, other: Rect) -> f64 {
    let along = |distance: f64, extents: f64, least: f64| {
        (extents / 2.0 - distance.abs()).clamp(0.0, least)
    };
    let width = along(
        one.x - other.x,
        one.width + other.width,
        one.width.min(other.width),
    );
    let height = along(
        one.y - other.y,
        one.height + other.height,
        one.height.min(other.height),
    );
    width * height
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [(f64, f64); 2] = [(500.0, 400.0), (1000.0, 400.0)];

    /// A label at a place in pixels of the narrow plot.
    fn label(x: f64, y: f64, radius: f64, width: f64) -> Label {
        Label {
            circle: Circle {
                x: x / 500.0,
                y: y / 400.0,
                radius,
            },
            width,
            height: 16.0,
            inside: true,
        }
    }

    fn placed(labels: &[Label]) -> Vec<Place> {
        let circles: Vec<Circle> = labels.iter().map(|label| label.circle).collect();
        place(labels, &circles, &SIZES)
    }

    #[test]
    fn a_label_stands_in_a_large_mark_and_beside_a_small_one() {
        let places = placed(&[
            label(100.0, 100.0, 30.0, 28.0),
            label(300.0, 300.0, 5.0, 28.0),
        ]);
        assert_eq!(places[0], CENTRE);
        assert!(places[1].right > 5.0, "{places:?}");
        assert!(!places[1].line);
    }

    #[test]
    fn labels_of_marks_that_lie_close_cover_each_other_neither_in_narrow_nor_in_wide_charts() {
        let places = [
            (460.0, 340.0, 6.0),
            (469.0, 344.0, 6.0),
            (462.0, 352.0, 6.0),
            (390.0, 350.0, 20.0),
            (472.0, 354.0, 6.0),
            (480.0, 346.0, 90.0),
        ];
        let labels = places.map(|(x, y, width): (f64, f64, f64)| label(x, y, 6.0, width.max(28.0)));
        let places = placed(&labels);
        for size in SIZES {
            let texts: Vec<Rect> = labels
                .iter()
                .zip(&places)
                .map(|(label, place)| Plot(size).text(label, *place))
                .collect();
            for (index, one) in texts.iter().enumerate() {
                assert!(Plot(size).outside(*one) < 1.0, "{places:?}");
                for other in &texts[..index] {
                    assert!(overlap(*one, *other) < 1.0, "{places:?}");
                }
            }
        }
        assert!(places.iter().any(|place| place.line));
    }

    #[test]
    fn a_line_rather_goes_round_than_across_another_mark() {
        let here = Plot((100.0, 100.0)).mark(&Circle {
            x: 0.1,
            y: 0.5,
            radius: 5.0,
        });
        let between = Rect { x: 50.0, ..here };
        let beyond = Rect { x: 90.0, ..here };
        assert!(crosses(here, beyond, between));
        assert!(!crosses(here, between, beyond));
    }
}
