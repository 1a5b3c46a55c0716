//! Metode: how everything is computed. The text is data (`method.json`).

use std::sync::LazyLock;

use super::Page;
use super::piece::Piece;
use super::prose::{self, Text};
use crate::json;
use crate::route::Route;

/// The text of the page.
static TEXT: LazyLock<Text> =
    LazyLock::new(|| json::read(include_str!("method.json")).expect("checked by a test"));

pub(super) fn write(page: &mut Page<'_>) {
    page.markup(&prose::markup(&TEXT, Route::Method, &|_| String::new()));
}

/// The text as pieces, for the report.
pub(crate) fn pieces() -> Vec<Piece> {
    prose::pieces(&TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::prose::Block;

    #[test]
    fn the_text_is_whole_and_all_of_it_stands_on_paper_too() {
        prose::tests::check(&TEXT);
        let blocks = TEXT.sections.iter().map(|one| one.blocks.len() + 1);
        assert_eq!(pieces().len(), blocks.sum::<usize>());
        let is_made = |block: &Block| matches!(block, Block::Made(_));
        assert!(
            !TEXT
                .sections
                .iter()
                .flat_map(|one| &one.blocks)
                .any(is_made)
        );
    }
}
