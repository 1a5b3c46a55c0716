//! Svar i gruppen: "hvor præcist", activity by activity.

use crate::document::tables::group_answers::{Selection, selected};
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;

use super::{Page, dataset};

pub(super) fn write(
    page: &mut Page<'_>,
    domain: Domain,
    dimension: Dimension,
    unusual_first: bool,
) {
    dataset::write(page);
    let source = page.source;
    let mut table = selected(
        source,
        Selection {
            domain: Some(domain),
            area: None,
            dimension: Some(dimension),
            unusual_first,
        },
    );
    table.title = format!(
        "{}: {}",
        catalogue::domain_title(domain),
        crate::danish::lower(dimension.title())
    );
    page.beside();
    page.table(&table, true);
}
