//! The columns of the roster, listed once.
//!
//! Table, menu, sorting, copying, files, `--sort` and what is remembered between sessions all follow this list. A column
//! is added with a file beside this one and a line in [`Column::ALL`].

mod capital;
mod column;
mod population;
mod printed;
mod region;
mod since;
mod sources;
mod spec;
mod state;
mod status;
mod value;

pub use self::column::Column;
pub use self::spec::{Alignment, ColumnSpec, Field, Fields, Order, TableColumn};
pub use self::value::{CellValue, Kind};

impl Column {
    /// By name, in the order of its language; the printed list by its own order.
    pub const STATE: Self = Self::new(&state::SPEC);
    /// By status, highest first.
    pub const STATUS: Self = Self::new(&status::SPEC);
    /// By UN region.
    pub const REGION: Self = Self::new(&region::SPEC);
    /// The capital, which only files have.
    pub const CAPITAL: Self = Self::new(&capital::SPEC);
    /// By the date since which the status holds.
    pub const SINCE: Self = Self::new(&since::SPEC);
    /// By population.
    pub const POPULATION: Self = Self::new(&population::SPEC);
    /// What the printed list says of it, which only files have.
    pub const PRINTED: Self = Self::new(&printed::SPEC);
    /// By how many sources it rests on.
    pub const SOURCES: Self = Self::new(&sources::SPEC);

    /// All columns, in the order of the design and of the files.
    pub const ALL: &'static [Self] = &[
        Self::STATE,
        Self::STATUS,
        Self::REGION,
        Self::CAPITAL,
        Self::SINCE,
        Self::POPULATION,
        Self::PRINTED,
        Self::SOURCES,
    ];
}
