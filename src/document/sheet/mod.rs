//! Answers as rows of a spreadsheet: what its columns and words mean.
//!
//! Owns the meaning, for a workbook that is filled in and for a block that is pasted or copied.
//! Does not know how a workbook is packed ([`crate::document::excel`]), and changes no answer: what a row
//! says is a [`statement::Statement`].

pub mod block;
pub mod cell;
pub mod columns;
pub mod findings;
pub mod identity;
pub mod places;
pub mod proposal;
pub mod rows;
pub mod statement;
pub mod tabbed;
pub mod words;
