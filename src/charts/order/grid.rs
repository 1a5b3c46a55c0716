//! Where the boxes stand: along x as shares of the width, down in pixels from the top.

use std::collections::BTreeMap;

use super::{Order, State, Step};
use crate::charts::lines::lines;
use crate::charts::sheet::height_of;
use crate::sorting;

/// The share of its cell that a box takes; arrows pass beside it.
const FILLED: f64 = 0.86;
/// About how many characters stand on a line of a box, alone and beside others.
const ALONE: usize = 33;
const BESIDE: usize = 16;
/// Heights in pixels: above and below the texts of a box, and between two rows.
pub(super) const PADDING: f64 = 8.0;
const BETWEEN: f64 = 52.0;

/// A box with its place.
pub(super) struct Place<'a> {
    pub step: &'a Step,
    pub title: Vec<String>,
    /// The numbers, and the state in a word.
    pub rest: Vec<String>,
    pub row: usize,
    /// The middle along x.
    pub x: f64,
    pub top: f64,
    pub bottom: f64,
}

/// All boxes, row by row and in a row from the left.
pub(super) struct Grid<'a> {
    pub places: Vec<Place<'a>>,
    /// Top and bottom of each row.
    pub rows: Vec<(f64, f64)>,
    /// The width of every box.
    pub width: f64,
}

impl<'a> Grid<'a> {
    pub fn new(order: &'a Order) -> Self {
        let columns = order.columns.clamp(1, 4);
        let mut grid = Self {
            places: Vec::new(),
            rows: Vec::new(),
            width: FILLED / share(columns),
        };
        let mut levels: BTreeMap<usize, Vec<&Step>> = BTreeMap::new();
        for step in &order.steps {
            levels.entry(step.level).or_default().push(step);
        }
        for (_, mut steps) in levels {
            grid.sort(&mut steps, order);
            // As many in each row as in the others.
            let rows = steps.len().div_ceil(columns).max(1);
            for row in steps.chunks(steps.len().div_ceil(rows).max(1)) {
                grid.add_row(row, columns);
            }
        }
        grid
    }

    /// The height of all rows, in pixels.
    pub fn height(&self) -> f64 {
        self.rows.last().map_or(0.0, |row| row.1)
    }

    /// The place of a box in [`Self::places`].
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.places.iter().position(|place| place.step.id == id)
    }

    /// The free room beside the boxes of a row, from the left: begin and end.
    pub fn gaps(&self, row: usize) -> Vec<(f64, f64)> {
        let mut begin = 0.0;
        let mut made = Vec::new();
        for place in self.places.iter().filter(|place| place.row == row) {
            made.push((begin, place.x - self.width / 2.0));
            begin = place.x + self.width / 2.0;
        }
        made.push((begin, 1.0));
        made
    }

    /// Puts boxes below those that lead to them; the others stay where they are given.
    fn sort(&self, steps: &mut [&Step], order: &Order) {
        let count = share(steps.len());
        let given = steps.iter().enumerate();
        let mut wished: Vec<(f64, &Step)> = given
            .map(|(index, step)| {
                let before = order.edges.iter().filter(|edge| edge.to == step.id);
                let xs = before.filter_map(|edge| Some(self.places[self.index_of(&edge.from)?].x));
                let xs: Vec<f64> = xs.collect();
                if xs.is_empty() {
                    ((share(index) + 0.5) / count, *step)
                } else {
                    (xs.iter().sum::<f64>() / share(xs.len()), *step)
                }
            })
            .collect();
        sorting::sort_by(&mut wished, |one, other| one.0.total_cmp(&other.0));
        for (place, (_, step)) in steps.iter_mut().zip(wished) {
            *place = step;
        }
    }

    fn add_row(&mut self, steps: &[&'a Step], columns: usize) {
        let width = if columns == 1 { ALONE } else { BESIDE };
        let texts: Vec<[Vec<String>; 2]> = steps.iter().map(|step| texts(step, width)).collect();
        let most = texts.iter().map(|[title, rest]| title.len() + rest.len());
        let height = height_of(most.max().unwrap_or(0)) + 2.0 * PADDING;
        let top = self.rows.last().map_or(0.0, |row| row.1 + BETWEEN);
        let row = self.rows.len();
        for (index, (step, [title, rest])) in steps.iter().zip(texts).enumerate() {
            self.places.push(Place {
                step,
                title,
                rest,
                row,
                x: (share(index) + 0.5) / share(steps.len()),
                top,
                bottom: top + height,
            });
        }
        self.rows.push((top, top + height));
    }
}

#[allow(clippy::cast_precision_loss, reason = "a few boxes")]
pub(super) fn share(count: usize) -> f64 {
    count as f64
}

fn texts(step: &Step, width: usize) -> [Vec<String>; 2] {
    let mut rest = Vec::new();
    if !step.numbers.trim().is_empty() {
        rest.extend(lines(&step.numbers, width, 4));
    }
    rest.extend(word(step.state).map(str::to_owned));
    [lines(&step.title, width, 6), rest]
}

/// A state as it stands in a box.
pub(super) fn word(state: State) -> Option<&'static str> {
    match state {
        State::Plain => None,
        State::Chosen => Some("● Valgt"),
        State::Done => Some("✓ Gennemført"),
    }
}
