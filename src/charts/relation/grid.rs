//! Where the panels of a relation stand.

use super::Relation;

/// Heights in pixels: a panel, and what stands between two of them.
const PANEL: usize = 190;
const BETWEEN: usize = 104;
/// The share of the width between two columns: tick texts and a title stand there.
const GAP: f64 = 0.13;

/// Where the panels stand.
pub(super) struct Grid {
    pub columns: usize,
    rows: usize,
}

impl Grid {
    pub fn new(relation: &Relation) -> Self {
        let count = relation.panels.len();
        let columns = relation.columns.clamp(1, count.max(1));
        Self {
            columns,
            rows: count.div_ceil(columns),
        }
    }

    /// Height of all panels together, in pixels.
    pub fn plot_height(&self) -> usize {
        let rows = self.rows.max(1);
        rows * PANEL + (rows - 1) * BETWEEN
    }

    /// Begin and end along x and along y, as shares of the plot from its lower left corner.
    #[allow(clippy::cast_precision_loss, reason = "a few panels")]
    pub fn domains(&self, index: usize) -> ([f64; 2], [f64; 2]) {
        let (row, column) = (index / self.columns, index % self.columns);
        let columns = self.columns as f64;
        let gap = GAP.min(0.5 / columns);
        let width = (1.0 - gap * (columns - 1.0)) / columns;
        let left = column as f64 * (width + gap);
        let height = self.plot_height() as f64;
        let above = (row * (PANEL + BETWEEN)) as f64;
        let top = 1.0 - above / height;
        let bottom = (top - PANEL as f64 / height).max(0.0);
        ([left, (left + width).min(1.0)], [bottom, top])
    }

    /// About how many characters stand above a panel in a narrow chart.
    pub fn title_width(&self) -> usize {
        (78 / self.columns).saturating_sub(3).max(10)
    }
}
