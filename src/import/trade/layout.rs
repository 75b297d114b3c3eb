//! What a layout is: one value in one list, with what knows it again and what reads it.

use std::borrow::Cow;

use super::gather::Sink;
use super::usual::Usual;
use crate::briefing::{Message, SourceKind};
use crate::import::choices::Choices;
use crate::import::number::DecimalMark;
use crate::import::plan::ColumnUse;
use crate::import::table::{Fields, Row, column_called};
use crate::import::unit::{UnitRead, unit};
use crate::import::{ImportError, TableFault};
use crate::label;

/// A way in which tables of figures are laid out.
pub struct Layout {
    /// The key that programs are told and told by, and that its series begin with.
    pub key: &'static str,
    /// What it is called.
    pub name: Message,
    /// Who publishes tables in it; empty where that is not known.
    pub publisher: &'static str,
    /// What the data are called; empty where that is not known.
    pub data_set: &'static str,
    /// What kind of publisher that is, and whether it speaks of its own acts.
    pub kind: SourceKind,
    pub primary: bool,
    /// Which row of its beginning is the head of a table in this layout; none where it is in another.
    pub head: fn(&Head<'_>) -> Option<usize>,
    /// Begins to read below that head.
    pub begin: fn(&Head<'_>, usize) -> Result<Begun, ImportError>,
}

/// What reads the rows of a layout.
pub trait RowReader {
    /// The columns that it reads, each with what it takes it as; of a column that is named twice the first counts.
    fn roles(&self) -> Vec<(usize, Role)>;

    /// As what its columns can be chosen, where they are not what they are called.
    fn choosable(&self) -> &'static [Role] {
        &[]
    }

    /// Takes a column, with its head, as what it was chosen as; none where nothing is to be that.
    fn choose(&mut self, _role: Role, _column: Option<(usize, &str)>) {}

    /// A column that was chosen as something is no longer what it was taken as.
    fn release(&mut self, _column: usize) {}

    /// How fractions are set.
    fn mark(&mut self, _mark: DecimalMark) {}

    /// Columns of which is not known what they say, and those of which not all was taken that they say: where they differ,
    /// figures may be of something else.
    fn apart(&self) -> &[usize] {
        &[]
    }

    /// Columns by which rows are parts of others, which it leaves.
    fn parts(&self) -> Vec<usize> {
        Vec::new()
    }

    /// What is so in the whole table, where a reader can say that.
    fn usual(&mut self) -> Option<&mut Usual> {
        None
    }

    /// Reads a row.
    fn read(&mut self, row: &Row, sink: &mut Sink<'_>);
}

/// A layout that was recognised in a table.
pub struct Begun {
    /// Its columns.
    pub columns: Vec<ColumnUse>,
    pub reader: Box<dyn RowReader>,
    /// What is to be known of the table as a whole.
    pub remarks: Vec<Message>,
    /// Who published it and what it is called, where it says so itself.
    pub told: Told,
    /// What its columns are called, where that stands in more rows than one.
    pub titles: Option<Titles>,
    /// The heads of the columns that may tell figures apart though nothing more is known of them.
    pub apart: Vec<String>,
}

/// What a table says of where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What keys begin with.
    pub prefix: Option<String>,
    pub publisher: Option<String>,
    pub data_set: Option<String>,
}

impl Begun {
    /// Columns, and what reads them.
    pub fn new(columns: Vec<ColumnUse>, reader: impl RowReader + 'static) -> Self {
        Self {
            columns,
            reader: Box::new(reader),
            remarks: Vec::new(),
            told: Told::default(),
            titles: None,
            apart: Vec::new(),
        }
    }
}

/// The beginning of a table, and what was chosen for it.
pub struct Head<'a> {
    pub file: &'a str,
    pub rows: &'a [Row],
    pub choices: &'a Choices,
}

impl Head<'_> {
    /// The heads of the columns in a row.
    pub fn titles(&self, at: usize) -> Titles {
        let fields = self.rows.get(at).map(|row| &row.fields);
        let names: Vec<String> =
            fields.into_iter().flat_map(Fields::iter).map(|name| title(name).into_owned()).collect();
        Titles::of(names)
    }

    /// The first row whose heads have all of some names, among the first so many.
    pub fn row_with(&self, within: usize, names: &[&str]) -> Option<usize> {
        (0..within.min(self.rows.len())).find(|at| {
            let titles = self.titles(*at);
            names.iter().all(|name| titles.find(name).is_some())
        })
    }

    /// The cells of a column below a row.
    pub fn below(&self, at: usize, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().skip(at + 1).map(move |row| row.field(column))
    }

    /// What values are in: as it was chosen, else the first currency of some texts of the table.
    pub fn unit<'t>(&self, told: impl IntoIterator<Item = &'t str>) -> Option<UnitRead> {
        let told = || told.into_iter().map(unit).find(|unit| !unit.currency.is_empty());
        self.choices.unit.as_deref().map(unit).or_else(told)
    }

    /// A fault of a column.
    pub fn fault(&self, column: Option<&str>, what: Message, remedy: Message) -> ImportError {
        let (file, column) = (self.file.to_owned(), column.map(str::to_owned));
        ImportError::Table(Box::new(TableFault { file, row: None, column, what, remedy }))
    }
}

/// A head without what only sets it.
fn title(name: &str) -> Cow<'_, str> {
    let name = name.trim().trim_start_matches('\u{feff}');
    if name.contains(['\n', '\r']) {
        Cow::Owned(name.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        name.into()
    }
}

/// The heads of columns.
#[derive(Clone, Debug)]
pub struct Titles {
    pub names: Vec<String>,
    lower: Vec<String>,
}

impl Titles {
    /// The heads by their names.
    pub fn of(names: Vec<String>) -> Self {
        let lower = names.iter().map(|name| name.to_lowercase()).collect();
        Self { names, lower }
    }

    /// The column with a name, whatever its case.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.lower.iter().position(|own| own.eq_ignore_ascii_case(name))
    }

    /// The column with the first of some names that there is.
    pub fn any(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.find(name))
    }

    /// The column that goes by one of some names, however it is set.
    pub fn like(&self, names: &[&str]) -> Option<usize> {
        column_called(&self.names, names)
    }

    /// The column by its code, behind which some publishers put a colon and its label.
    pub fn coded(&self, names: &[&str]) -> Option<usize> {
        let code = |name: &String| name.split(':').next().unwrap_or_default().trim().to_owned();
        self.any(names).or_else(|| Self::of(self.names.iter().map(code).collect()).any(names))
    }

    /// The name of a column.
    pub fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// The column that was chosen by its head.
    pub fn chosen(&self, head: &Head<'_>, given: &str) -> Result<usize, ImportError> {
        let found = self.find(given).or_else(|| self.like(&[given])).or_else(|| self.coded(&[given]));
        found.ok_or_else(|| ImportError::no_column(head.file, given, &self.names))
    }

    /// What each column is taken as, with what stands below its head.
    pub fn uses(&self, head: &Head<'_>, at: usize, roles: &[(usize, Role)]) -> Vec<ColumnUse> {
        let sample = |column: usize| head.below(at, column).find(|cell| !cell.is_empty()).unwrap_or_default();
        let role = |column: usize| roles.iter().find(|(own, _)| *own == column).map(|(_, role)| role.key());
        let all = self.names.iter().enumerate();
        all.filter(|(column, name)| !name.is_empty() || role(*column).is_some())
            .map(|(column, name)| ColumnUse::new(name, role(column), sample(column)))
            .collect()
    }
}

/// The columns of a code and of a name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns {
    pub code: Option<usize>,
    pub name: Option<usize>,
}

/// The columns that say what a figure is of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dimensions {
    pub reporter: Columns,
    pub partner: Columns,
    pub flow: Columns,
    pub product: Columns,
}

impl Dimensions {
    /// The column of a role, where it is one of these.
    const fn of(&mut self, role: Role) -> Option<&mut Option<usize>> {
        Some(match role {
            Role::Reporter => &mut self.reporter.name,
            Role::ReporterCode => &mut self.reporter.code,
            Role::Partner => &mut self.partner.name,
            Role::PartnerCode => &mut self.partner.code,
            Role::Flow => &mut self.flow.name,
            Role::FlowCode => &mut self.flow.code,
            Role::Product => &mut self.product.name,
            Role::ProductCode => &mut self.product.code,
            _ => return None,
        })
    }

    /// Takes a column as one of these. Whoever chooses a name means it, and not a code that was found beside it.
    pub fn choose(&mut self, role: Role, column: Option<usize>) {
        let code = match role {
            Role::Reporter => Some(Role::ReporterCode),
            Role::Partner => Some(Role::PartnerCode),
            Role::Flow => Some(Role::FlowCode),
            Role::Product => Some(Role::ProductCode),
            _ => None,
        };
        for (role, column) in [(Some(role), column), (code, None)] {
            if let Some(own) = role.and_then(|role| self.of(role)) {
                *own = column;
            }
        }
    }

    /// No longer takes a column as any of these, nor the code or the name beside it.
    pub fn release(&mut self, column: usize) {
        for both in [&mut self.reporter, &mut self.partner, &mut self.flow, &mut self.product] {
            if [both.code, both.name].contains(&Some(column)) {
                *both = Columns::default();
            }
        }
    }

    /// Those that there are.
    pub fn roles(&self) -> impl Iterator<Item = (usize, Role)> {
        let all = [
            (self.reporter.code, Role::ReporterCode),
            (self.reporter.name, Role::Reporter),
            (self.partner.code, Role::PartnerCode),
            (self.partner.name, Role::Partner),
            (self.flow.code, Role::FlowCode),
            (self.flow.name, Role::Flow),
            (self.product.code, Role::ProductCode),
            (self.product.name, Role::Product),
        ];
        all.into_iter().filter_map(|(column, role)| Some((column?, role)))
    }
}

/// What a column is taken as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Reporter,
    ReporterCode,
    Partner,
    PartnerCode,
    Flow,
    FlowCode,
    Product,
    ProductCode,
    Period,
    Year,
    Month,
    Quarter,
    Frequency,
    Value,
    Unit,
    Multiplier,
    Prices,
    Valuation,
    Status,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Reporter,
        Self::ReporterCode,
        Self::Partner,
        Self::PartnerCode,
        Self::Flow,
        Self::FlowCode,
        Self::Product,
        Self::ProductCode,
        Self::Period,
        Self::Year,
        Self::Month,
        Self::Quarter,
        Self::Frequency,
        Self::Value,
        Self::Unit,
        Self::Multiplier,
        Self::Prices,
        Self::Valuation,
        Self::Status,
    ];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reporter => "reporter",
            Self::ReporterCode => "reporter-code",
            Self::Partner => "partner",
            Self::PartnerCode => "partner-code",
            Self::Flow => "flow",
            Self::FlowCode => "flow-code",
            Self::Product => "product",
            Self::ProductCode => "product-code",
            Self::Period => "period",
            Self::Year => "year",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Frequency => "frequency",
            Self::Value => "value",
            Self::Unit => "unit",
            Self::Multiplier => "multiplier",
            Self::Prices => "prices",
            Self::Valuation => "valuation",
            Self::Status => "status",
        }
    }

    /// What it is called for a reader.
    pub const fn label(self) -> Message {
        match self {
            Self::Reporter => label!(import_options::role_reporter),
            Self::ReporterCode => label!(import_options::role_reporter_code),
            Self::Partner => label!(import_options::role_partner),
            Self::PartnerCode => label!(import_options::role_partner_code),
            Self::Flow => label!(import_options::role_flow),
            Self::FlowCode => label!(import_options::role_flow_code),
            Self::Product => label!(import_options::role_product),
            Self::ProductCode => label!(import_options::role_product_code),
            Self::Period => label!(import_options::role_period),
            Self::Year => label!(import_options::role_year),
            Self::Month => label!(import_options::role_month),
            Self::Quarter => label!(import_options::role_quarter),
            Self::Frequency => label!(import_options::role_frequency),
            Self::Value => label!(import_options::role_value),
            Self::Unit => label!(import_options::role_unit),
            Self::Multiplier => label!(import_options::role_multiplier),
            Self::Prices => label!(import_options::role_prices),
            Self::Valuation => label!(import_options::role_valuation),
            Self::Status => label!(import_options::role_status),
        }
    }
}
