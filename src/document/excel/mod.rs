//! The survey as an Excel workbook: written to be filled in by others, and read again.
//!
//! | module | owns |
//! | --- | --- |
//! | [`form`] | what is asked for, the names of the sheets, the hidden facts |
//! | [`mod@write`] | the workbook: guide, one sheet a domain, hidden lists |
//! | [`read`] | the tables in the sheets of a workbook, and what they say |
//! | [`error`] | why a workbook is not read or written at all |
//! | `guard` | which bytes are opened, and how much of them is unpacked |
//! | `xml` | elements, attributes and texts of a part |
//! | `workbook` | the sheets, the texts and the date formats of a workbook |
//! | `cells` | the cells of one sheet, as they come |
//!
//! Bytes in, bytes or values out: no file system, no clock. The reader is this project's own on
//! `zip` and `quick-xml`, since it must not panic or run out of memory on any bytes: a workbook
//! comes by mail. What a row says is read by [`super::sheet`], as for a pasted block.

mod cells;
pub mod error;
pub mod form;
mod guard;
pub mod read;
mod workbook;
pub mod write;
mod xml;
