//! Which way the arrows take: from box to box, and past the boxes between, never across one.

use crate::sorting;
use std::collections::BTreeMap;

use super::grid::{Grid, share};
use super::{Edge, Order};

/// The share of a box's side on which arrows begin and end.
const SIDE: f64 = 0.7;
/// In pixels: half the height of an arrow's head, how far before a box an arrow becomes upright,
/// and how far from a row it passes.
const HEAD: f64 = 6.0;
const UPRIGHT: f64 = 17.0;
const PAST: f64 = 5.0;

/// An arrow as it is drawn.
pub(super) struct Route {
    /// The corners, x as share of the width and y in pixels from the top.
    pub points: Vec<(f64, f64)>,
    /// The middle of its head.
    pub head: (f64, f64),
    /// Whether it leads up.
    pub up: bool,
    pub certain: bool,
    pub broken: bool,
}

/// An arrow between two places of the grid, the upper one first.
struct Link {
    upper: usize,
    lower: usize,
    /// Whether it leads from the lower box to the upper one.
    up: bool,
    certain: bool,
    broken: bool,
}

/// A side of a box: its place in the grid, and whether it is the bottom.
type Side = (usize, bool);

/// Everything that arrows share: at the sides of boxes, and in the gaps of a row.
#[derive(Default)]
struct Lanes {
    sides: BTreeMap<Side, Vec<(usize, f64)>>,
    gaps: BTreeMap<(usize, usize), Vec<(usize, f64)>>,
}

/// All arrows whose two boxes are there.
pub(super) fn routes(grid: &Grid, order: &Order) -> Vec<Route> {
    let links = links(grid, order);
    let mut lanes = Lanes::default();
    for (index, link) in links.iter().enumerate() {
        lanes.add(grid, index, link);
    }
    let all = links.iter().enumerate();
    all.map(|(index, link)| route(grid, &lanes, index, link))
        .collect()
}

fn links(grid: &Grid, order: &Order) -> Vec<Link> {
    let same = |edge: &Edge, pair: &(String, String)| edge.from == pair.0 && edge.to == pair.1;
    let known = |pair: &(String, String)| order.edges.iter().any(|edge| same(edge, pair));
    let added = order.breaks.iter().filter(|pair| !known(pair));
    let added = added.map(|(from, to)| Edge {
        from: from.clone(),
        to: to.clone(),
        // Nobody has said that the source has it.
        certain: false,
    });
    let all = order.edges.iter().cloned().chain(added);
    all.filter_map(|edge| {
        let (from, to) = (grid.index_of(&edge.from)?, grid.index_of(&edge.to)?);
        let up = grid.places[to].row < grid.places[from].row;
        let (upper, lower) = if up { (to, from) } else { (from, to) };
        let broken = order.breaks.iter().any(|pair| same(&edge, pair));
        (from != to).then_some(Link {
            upper,
            lower,
            up,
            certain: edge.certain,
            broken,
        })
    })
    .collect()
}

impl Link {
    fn in_one_row(&self, grid: &Grid) -> bool {
        grid.places[self.upper].row == grid.places[self.lower].row
    }

    /// The side on which it meets its lower box: arrows in one row go below it.
    fn lower_side(&self, grid: &Grid) -> Side {
        (self.lower, self.in_one_row(grid))
    }

    /// The gaps that it passes, with where it would rather be: row, gap, x.
    fn passed(&self, grid: &Grid) -> Vec<(usize, usize, f64)> {
        let (upper, lower) = (&grid.places[self.upper], &grid.places[self.lower]);
        let rows = upper.row + 1..lower.row;
        let all = rows.len() + 1;
        rows.enumerate()
            .map(|(index, row)| {
                let along = share(index + 1) / share(all);
                let wished = (lower.x - upper.x).mul_add(along, upper.x);
                let gaps = grid.gaps(row);
                let away = |gap: &(f64, f64)| (f64::midpoint(gap.0, gap.1) - wished).abs();
                let best = gaps.iter().enumerate();
                let best = best.min_by(|one, other| away(one.1).total_cmp(&away(other.1)));
                (row, best.map_or(0, |gap| gap.0), wished)
            })
            .collect()
    }
}

impl Lanes {
    fn add(&mut self, grid: &Grid, index: usize, link: &Link) {
        let (upper, lower) = (&grid.places[link.upper], &grid.places[link.lower]);
        let mut at = |side: Side, toward: f64| {
            self.sides.entry(side).or_default().push((index, toward));
        };
        at((link.upper, true), lower.x);
        at(link.lower_side(grid), upper.x);
        for (row, gap, wished) in link.passed(grid) {
            let lane = self.gaps.entry((row, gap)).or_default();
            lane.push((index, wished));
        }
    }

    /// Where an arrow meets a side of a box.
    fn at_side(&self, grid: &Grid, index: usize, side: Side) -> f64 {
        let width = grid.width * SIDE;
        let begin = grid.places[side.0].x - width / 2.0;
        between(self.sides.get(&side), index, (begin, begin + width))
    }
}

/// The place of an arrow among those it shares a stretch with, so that they cross little.
fn between(lane: Option<&Vec<(usize, f64)>>, index: usize, (begin, end): (f64, f64)) -> f64 {
    let mut sorted = lane.cloned().unwrap_or_default();
    sorting::sort_by(&mut sorted, |one, other| one.1.total_cmp(&other.1));
    let rank = sorted.iter().position(|one| one.0 == index).unwrap_or(0);
    (end - begin).mul_add(share(rank + 1) / share(sorted.len() + 1), begin)
}

fn route(grid: &Grid, lanes: &Lanes, index: usize, link: &Link) -> Route {
    let (upper, lower) = (&grid.places[link.upper], &grid.places[link.lower]);
    let begin = lanes.at_side(grid, index, (link.upper, true));
    let end = lanes.at_side(grid, index, link.lower_side(grid));
    let mut points = vec![(begin, upper.bottom), (begin, upper.bottom + UPRIGHT)];
    let mut head = (end, lower.top - HEAD);
    let mut up = link.up;
    if link.in_one_row(grid) {
        head = (end, lower.bottom + HEAD);
        up = true;
        points.extend([(end, lower.bottom + UPRIGHT), head]);
    } else {
        for (row, gap, _) in link.passed(grid) {
            let room = grid.gaps(row).get(gap).copied().unwrap_or((0.0, 1.0));
            let x = between(lanes.gaps.get(&(row, gap)), index, room);
            let (top, bottom) = grid.rows[row];
            points.extend([(x, top - PAST), (x, bottom + PAST)]);
        }
        points.extend([(end, lower.top - UPRIGHT), (end, lower.top)]);
        if link.up {
            head = (begin, upper.bottom + HEAD);
        }
    }
    Route {
        points,
        head,
        up,
        certain: link.certain,
        broken: link.broken,
    }
}
