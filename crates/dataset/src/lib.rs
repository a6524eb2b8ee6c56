//! The comparison as data.
//!
//! An author writes JSON; [`read`] parses it and names every problem at once;
//! [`compact`] turns it into the bytes that the page carries, and [`unpack`]
//! turns those back. The page never sees JSON, and need not see what is
//! [`Apart`] before somebody asks for it.

#![forbid(unsafe_code)]

mod apart;
mod compact;
mod find;
mod interval;
mod one_or_many;
mod schema;
mod table;
mod text;

#[cfg(feature = "json")]
mod check;
#[cfg(feature = "json")]
mod read;

pub use apart::Apart;
pub use compact::{Compact, Corrupt, compact, unpack};
pub use schema::*;
pub use table::{IdSet, Table};
pub use text::Text;

#[cfg(feature = "json")]
pub use check::{Problem, check};
#[cfg(feature = "json")]
pub use read::read;
