//! Tables of whoever, as people have them: what comes of their heads, units, numbers and periods.

use std::fmt::Write as _;

use crate::briefing::Briefing;
use crate::import::tests::{desk, said};
use crate::import::trade::tests::{applied, planned};
use crate::import::{Choices, Plan};

/// What comes of a table, short: the unit of each series, its flows with their figures, what is left, and what is said.
fn came(text: &str, choices: &Choices) -> String {
    let mut desk = desk();
    let plan = match planned(&desk, "t.csv", text, choices) {
        Ok(plan) => plan,
        Err(err) => return said(&err),
    };
    let briefing = applied(&mut desk, &plan);
    written(&plan, &briefing)
}

fn written(plan: &Plan, briefing: &Briefing) -> String {
    let mut lines = Vec::new();
    let source = plan.table.source.clone().expect("a source");
    let own = |citations: &[crate::briefing::Citation]| citations.iter().any(|citation| citation.source == source);
    for series in briefing.all_series().filter(|series| series.observations.iter().any(|value| own(&value.citations))) {
        let unit = [&series.unit.currency, &series.unit.scale, &series.unit.prices].map(String::as_str);
        let unit = unit.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        lines.push(if unit.is_empty() { "no unit".to_owned() } else { unit });
        for flow in &series.flows {
            let values = series.observations.iter().filter(|value| value.flow == flow.id);
            let mut line = String::new();
            for value in values {
                let note = value.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
                let _ = write!(line, " {}={}{note}", value.period, value.value);
            }
            if !line.is_empty() {
                lines.push(format!("{}:{line}", flow.id));
            }
        }
    }
    lines.extend(plan.left.iter().map(|left| format!("left {} {}", left.count, left.why.id())));
    let said = plan.remarks.iter().map(crate::briefing::Message::id).filter(|id| *id != "no-publisher");
    lines.extend(said.map(|id| format!("says {id}")));
    lines.join("\n")
}

/// Tables, each beside what comes of it.
fn each(tables: &[(&str, &str)]) {
    for (text, expected) in tables {
        assert_eq!(came(text, &Choices::default()), *expected, "{text}");
    }
}

fn unit(given: &str) -> Choices {
    Choices { unit: Some(given.to_owned()), ..Choices::default() }
}

#[test]
fn figures_of_four_digits_are_no_years() {
    let two = "USD bn\nexports: 2014=1.2 2015=1.201\nimports: 2014=1.5 2015=1.501";
    each(&[
        ("Year,Exports (USD m),Imports (USD m)\n2014,1200,1500\n2015,1201,1501\n", two),
        // Neither where years lie apart, nor with fractions, nor where the last row has none below it.
        (
            "Year,Exports (USD bn),Imports (USD bn)\n1990,2000,2010\n1995,2001.5,2011.5\n2000,2002,2012\n",
            "USD bn\nexports: 1990=2000 1995=2001.5 2000=2002\nimports: 1990=2010 1995=2011.5 2000=2012\nsays gaps\nsays gaps",
        ),
        (
            "Period,Exports (EUR m)\n2022Q1,1221.5\n2022Q2,1222.5\n",
            "EUR bn\nexports: 2022-01/2022-03=1.2215 2022-04/2022-06=1.2225",
        ),
        (
            "reporter,partner,year,flow,value_usd_million\nJapan,Fiji,2014,exports,1900\nJapan,Fiji,2014,imports,2500\n",
            "USD bn\nexports: 2014=1.9\nimports: 2014=2.5",
        ),
        // A head of years stays one, whatever stands above and below it.
        (
            "Trade of A, with B, in million USD\nFlow,2019,2020,2021\nExports,2019,2500,1999\n",
            "USD bn\nexports: 2019=2.019 2020=2.5 2021=1.999",
        ),
    ]);
    let none = came("2014,1200,1500\n2015,1201,1501\n", &Choices::default());
    assert!(none.contains("no layout is known by these columns"), "{none}");
}

#[test]
fn each_column_is_in_what_its_head_says() {
    each(&[
        (
            "Year,Exports (US$ bn),Imports (US$ m)\n2014,12.5,97014\n",
            "USD bn\nexports: 2014=12.5\nimports: 2014=97.014",
        ),
        (
            "Year,Exports (USD bn),Imports (EUR bn)\n2014,12.5,95.5\n",
            "USD bn\nexports: 2014=12.5\nEUR bn\nimports: 2014=95.5",
        ),
        (
            "Year,Exports (£m),Imports (£m)\n2014,345100.5,446200.5\n",
            "GBP bn\nexports: 2014=345.1005\nimports: 2014=446.2005",
        ),
        ("Year,Exports (C$ million)\n2014,345100.5\n", "CAD bn\nexports: 2014=345.1005"),
        // What one says is so of the other, which says nothing; a dollar of nobody is said.
        (
            "Year,Exports ($ millions),Imports\n2014,3000,4000\n",
            "USD bn\nexports: 2014=3\nimports: 2014=4\nsays unit-guessed",
        ),
        // What is not understood is asked for.
        ("Year,Exports (zillion USD)\n2014,3000\n", "no unit\nexports: 2014=3000\nsays unit-unclear"),
        ("Year,Exports (Z$ million)\n2014,3000\n", "no unit\nexports: 2014=3000000000\nsays unit-unclear"),
        ("Year,Exports\n2014,3000\n", "no unit\nexports: 2014=3000\nsays no-unit"),
        // The scale of a head and the currency of a cell.
        ("Year,Flow,Value (million),Currency\n2014,Exports,3000,EUR\n", "EUR bn\nexports: 2014=3"),
        (
            "Year,\"Exports, constant 2015 US$ m\",\"Imports, constant 2015 US$ m\"\n2014,1500,1400\n",
            "USD bn constant prices of 2015\nexports: 2014=1.5\nimports: 2014=1.4",
        ),
        ("Year,Exports (current US$)\n2014,1500\n", "USD current prices\nexports: 2014=1500"),
    ]);
    let text = "Year,Exports (kr million)\n2014,3000\n";
    assert_eq!(came(text, &unit("SEK")), "SEK bn\nexports: 2014=3", "the scale of the head stays");
    assert_eq!(came(text, &unit("bn SEK")), "SEK bn\nexports: 2014=3000");
    assert_eq!(came("Year,Exports\n2014,3000\n", &unit("cars")), "cars\nexports: 2014=3000");
    let wide = "Flow,2019,2020\nExports (zillion USD),1.5,2.5\nImports (bn),3.5,4.5\nExport growth,5,6\n";
    assert_eq!(
        came(wide, &unit("USD bn")),
        "USD bn\nexports: 2019=1.5 2020=2.5\nimports: 2019=3.5 2020=4.5\nExport growth\nexport-growth: 2019=5 2020=6"
    );
    assert!(came(text, &unit("zillion USD")).contains("“zillion” in the unit “zillion USD” is not understood"));
}

#[test]
fn a_cell_that_is_no_number_leaves_its_column_where_it_is() {
    each(&[
        (
            "Year,Exports (USD bn)\n2014,145.5\n2015,146.5[1]\n2016,147.5 (p)\n2017,148.5*\n2018,conf.\n2019,10%\n",
            "USD bn\nexports: 2014=145.5 2015=146.5 (Marked in the table, which explains its marks.) 2016=147.5 (Provisional.) \
             2017=148.5 (Marked in the table, which explains its marks.)\nleft 2 left-no-number\nsays marked",
        ),
        // Most of a column of words are none.
        (
            "Year,Exports (USD bn),Remark\n2014,1.5,see 3\n2015,2.5,4\n2016,3.5,new\n",
            "USD bn\nexports: 2014=1.5 2015=2.5 2016=3.5",
        ),
    ]);
}

#[test]
fn what_is_no_flow_of_goods_in_money_is_left_and_said() {
    let pair = "USD bn\nexports: 2014=63.5\nimports: 2014=70.3\nsays columns-left";
    each(&[
        ("Year,Exports USD bn,Imports USD bn,Share\n2014,63.5,70.3,12.0\n", pair),
        ("Year,\"Export growth, %\",Exports USD bn,Imports USD bn\n2014,3.1,63.5,70.3\n", pair),
        ("Year,Exports USD bn,Growth,Imports USD bn\n2014,63.5,5.1%,70.3\n", pair),
        ("Year,Exports of services (USD bn),Exports of goods (USD bn),Imports (USD bn)\n2014,12.5,63.5,70.3\n", pair),
        ("Year,Exports (USD bn),Exports (tonnes),Imports (USD bn)\n2014,63.5,900,70.3\n", pair),
        ("Year,Exports (USD bn),Imports (USD bn),\"Imports, y/y\"\n2014,63.5,70.3,2.2\n", pair),
        ("Date,time,Exports (USD bn)\n2014,2014,63.5\n", "USD bn\nexports: 2014=63.5"),
        // A balance is one in any language, and traditional characters say what simplified ones do.
        (
            "Année;Exportations (Md€);Importations (Md€);Solde\n2014;1,5;2,5;-1,0\n",
            "EUR bn\nexports: 2014=1.5\nimports: 2014=2.5\nleft 1 left-balance",
        ),
        ("年份,出口（億美元）,進口（億美元）\n2014,15,25\n", "USD bn\nexports: 2014=1.5\nimports: 2014=2.5"),
        // Where nothing goes a way, all are taken; and a share alone is one.
        ("Year,Oil (USD bn),Gas (USD bn)\n2014,1.5,2.5\n", "USD bn\noil-usd-bn: 2014=1.5\ngas-usd-bn: 2014=2.5"),
        ("Year,Exports (% of GDP)\n2014,21.5\n", "% of GDP\nexports-of-gdp: 2014=21.5"),
        ("Year,Exports (USD bn),Total (USD bn)\n2014,1.5,4.5\n", "USD bn\nexports: 2014=1.5\ntotal: 2014=4.5"),
    ]);
    let chosen = Choices { columns: [("value".to_owned(), "Share".to_owned())].into(), ..Choices::default() };
    let share = came("Year,Exports USD bn,Share\n2014,63.5,12.0\n", &chosen);
    assert_eq!(share, "Share\nshare: 2014=12.0", "what was chosen is taken");
}

#[test]
fn parts_of_years_are_read_where_they_stand_apart_from_them() {
    let quarters = "USD bn\nexports: 2022-01/2022-03=1.5 2022-04/2022-06=2.5 2023-01/2023-03=3.5\nsays gaps";
    each(&[
        ("Year,Quarter,Exports (USD bn)\n2022,1,1.5\n2022,2,2.5\n2023,1,3.5\n", quarters),
        ("Year,Quarter,Exports (USD bn)\n2022,I,1.5\n2022,II,2.5\n2023,1 кв.,3.5\n", quarters),
        ("Quarter,Exports (USD bn)\n2022Q1,1.5\n2022Q2,2.5\n2023Q1,3.5\n", quarters),
        ("Year,Month,Exports (USD bn)\n2022,1,1.5\n2022,2,2.5\n", "USD bn\nexports: 2022-01=1.5 2022-02=2.5"),
        // A year stands once for its block, in a column without a head beside it.
        (
            "Period,,Exports (USD bn)\n2022,Q1,1.5\n,Q2,2.5\n,Q3,3.5\n2023,Q1,4.5\n",
            "USD bn\nexports: 2022-01/2022-03=1.5 2022-04/2022-06=2.5 2022-07/2022-09=3.5 2023-01/2023-03=4.5\n\
             says year-carried\nsays gaps",
        ),
        // Months side by side; their sum is left.
        (
            "Year,Flow,Jan,Feb,Total\n2022,Exports,1.5,2.5,4.0\n2023,Exports,3.5,,3.5\n",
            "no unit\nexports: 2022-01=1.5 2022-02=2.5 2023-01=3.5\nsays columns-left\nsays no-unit\nsays gaps",
        ),
    ]);
}

#[test]
fn days_that_stand_for_months_become_them() {
    each(&[
        (
            "Period,Exports (USD bn)\n2023-01-01,1.5\n2023-02-01,2.5\n2023-03-15,9\n",
            "USD bn\nexports: 2023-01-01=1.5 2023-02-01=2.5 2023-03-15=9\nsays gaps",
        ),
        (
            "Period,Exports (USD bn)\n2023-01-01,1.5\n2023-02-01,2.5\n",
            "USD bn\nexports: 2023-01=1.5 2023-02=2.5\nsays days-are",
        ),
        (
            "Date,Exports (USD bn)\n2022-03-31,1.5\n2022-06-30,2.5\n",
            "USD bn\nexports: 2022-01/2022-03=1.5 2022-04/2022-06=2.5\nsays days-are",
        ),
        (
            "\"In USD bn\"\nFlow,2023-01-01,2023-02-01\nExports,1.5,2.5\n",
            "USD bn\nexports: 2023-01=1.5 2023-02=2.5\nsays days-are",
        ),
    ]);
}

#[test]
fn fiscal_years_are_asked_for_the_month_in_which_they_begin() {
    let long = "Year,Exports (USD bn)\n2005-06,1.5\n2006-07,2.5\n2007-08,3.5\n";
    let wide = "\"In USD bn\"\nFlow,2012-13,2013-14,2014-15\nExports,1.5,2.5,3.5\n";
    for text in [long, wide] {
        assert!(came(text, &Choices::default()).contains("it is not said in which month they begin"), "{text}");
    }
    let april = Choices { fiscal: Some(4), ..Choices::default() };
    let years = "USD bn\nexports: 2005-04/2006-03=1.5 2006-04/2007-03=2.5 2007-04/2008-03=3.5";
    assert_eq!(came(long, &april), years);
    assert_eq!(came(&long.replace("Year", "Financial year"), &april), years);
    let years = "USD bn\nexports: 2012-04/2013-03=1.5 2013-04/2014-03=2.5 2014-04/2015-03=3.5";
    assert_eq!(came(wide, &april), years);
    let none = came("Year,Exports (USD bn)\n2005,1.5\n", &april);
    assert!(none.contains("has no years such as 2013-14"), "{none}");
    // June of a year and of no other.
    each(&[("Period,Exports (USD bn)\n2005-06,1.5\n2005-07,2.5\n", "USD bn\nexports: 2005-06=1.5 2005-07=2.5")]);
}

fn of_fiji() -> Choices {
    Choices { reporter: Some("Fiji".to_owned()), ..Choices::default() }
}

#[test]
fn what_is_said_of_a_table_and_what_it_says_itself_are_taken_together() {
    // A scale in a cell and the currency that was chosen, whatever the layout.
    let long = "Year,Flow,Value,Unit\n2022,Exports,5.5,million\n";
    assert_eq!(came(long, &unit("SEK")), "SEK m\nexports: 2022=5.5");
    let wide = "Flow,Unit,2020,2021\nExports,million,5.5,6.5\n";
    assert_eq!(came(wide, &unit("SEK")), "SEK m\nexports: 2020=5.5 2021=6.5");
    // Trade with one state is no part of the same figure as trade with all.
    assert_eq!(
        came("Year,Exports (USD m),Exports to Kenya (USD m)\n2022,20.5,10.5\n", &of_fiji()),
        "USD m\nexports: 2022=20.5\nUSD m\nexports: 2022=10.5"
    );
    // So much of goods goes a way as well.
    assert_eq!(came("Year,Exports (tonnes)\n2022,900.5\n", &Choices::default()), "tonnes\nexports: 2022=900.5");
}

#[test]
fn a_head_of_two_rows_has_units_and_years_of_its_own() {
    let own = "Country,Exports (USD m),,Imports (EUR m),\n,2020,2021,2020,2021\nKenya,10.5,11.5,7.5,8.5\n";
    let meant = "USD m\nexports: 2020=10.5 2021=11.5\nEUR m\nimports: 2020=7.5 2021=8.5";
    assert_eq!(came(own, &of_fiji()), meant);
    let years =
        "In million USD\nCountry,2012-13,,2013-14,\n,Exports,Imports,Exports,Imports\nKenya,10.5,7.5,11.5,8.5\n";
    assert!(came(years, &of_fiji()).contains("it is not said in which month they begin"));
    assert_eq!(
        came(years, &Choices { fiscal: Some(7), ..of_fiji() }),
        "USD m\nexports: 2012-07/2013-06=10.5 2013-07/2014-06=11.5\nimports: 2012-07/2013-06=7.5 2013-07/2014-06=8.5"
    );
}

#[test]
fn prices_of_an_agency_are_of_different_series_or_asked_for() {
    let table = |other: &str, indicator: &str| {
        format!(
            "DATAFLOW,REF_AREA,COUNTERPART_AREA,INDICATOR,PRICE_BASE,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n\
             XYZ:T(1.0),KZ,UZ,{indicator},{other},A,2022,110.5,6\nXYZ:T(1.0),KZ,UZ,{indicator},L,A,2022,100.5,6\n"
        )
    };
    let usual = Choices::default();
    assert_eq!(
        came(&table("V", "XG_USD"), &usual),
        "USD m current prices\nexports: 2022=110.5\nUSD m constant prices\nexports: 2022=100.5"
    );
    assert!(came(&table("Q", "XG_USD"), &usual).contains("PRICE_BASE (L, Q)"));
    // What cannot be done is refused in every layout.
    let fiscal = came(&table("V", "XG_USD"), &Choices { fiscal: Some(4), ..Choices::default() });
    assert!(fiscal.contains("has no years such as"), "{fiscal}");
    let unread = came(&table("V", "X"), &unit("zillion USD"));
    assert!(unread.contains("“zillion” in the unit “zillion USD” is not understood"), "{unread}");
}

#[test]
fn figures_that_only_a_column_of_kinds_tells_apart_are_asked_for() {
    let usual = Choices::default();
    let own = "Year,Regime,Exports (USD m),Remark\n2022,general,5.5,late\n2022,special,4.5,early\n";
    let asked = came(own, &usual);
    assert!(asked.contains("Regime (general, special)") && asked.contains("--keep"), "{asked}");
    // Remarks alone ask nothing.
    let remarks = "Year,Exports (USD m),Remark\n2021,5.5,late\n2022,6.5,early\n";
    assert_eq!(came(remarks, &usual), "USD m\nexports: 2021=5.5 2022=6.5");
}

#[test]
fn codes_beside_names_are_read_where_they_are_letters() {
    let usual = Choices::default();
    let odds = "Country,Code,Year,Exports (USD m)\nAustria,AU,2022,5.5\n";
    assert!(came(odds, &usual).contains("Austria (AU)"));
    let beside = "reporter,partner,partner iso,year,exports (USD m)\nPeru,Austria,AU,2022,5.5\n";
    assert!(came(beside, &usual).contains("Austria (AU)"));
    // Numbers are of a list of somebody's own.
    let numbers = "Country,Code,Year,Exports (USD m)\nAustria,036,2022,5.5\n";
    assert!(came(numbers, &usual).starts_with("USD m\nexports: 2022=5.5"), "{}", came(numbers, &usual));
    // And who says which column it is means that one.
    let mut chosen = Choices::default();
    chosen.columns.insert("reporter".to_owned(), "Country".to_owned());
    assert!(came(odds, &chosen).starts_with("USD m\nexports: 2022=5.5"), "{}", came(odds, &chosen));
    // In a table of periods side by side a code is no flow.
    let across = "Country,Code,2021,2022\nAustria,AT,5.5,6.5\n";
    let made = came(across, &unit("USD m"));
    assert!(made.starts_with("USD m\ntotal: 2021=5.5 2022=6.5"), "{made}");
}

#[test]
fn months_side_by_side_are_of_the_year_that_is_named_or_said() {
    let own = "Flow (USD m),Jan,Feb,Mar\nExports,5.5,6.5,7.5\n";
    let asked = came(own, &Choices::default());
    assert!(asked.contains("--period 2024"), "{asked}");
    let meant = "USD m\nexports: 2023-01=5.5 2023-02=6.5 2023-03=7.5";
    let told = Choices { period: Some("2023".to_owned().try_into().expect("a year")), ..Choices::default() };
    assert_eq!(came(own, &told), meant);
    let titled = format!("Trade of Peru in 2023,,,\n{own}");
    assert_eq!(came(&titled, &Choices::default()), format!("{meant}\nsays months-of"));
    let beside = "Flow (USD m),Q1,Q2,Q3,Q4,2023\nExports,1.5,2.5,3.5,4.5,12\n";
    let meant = "USD m\nexports: 2023-01/2023-03=1.5 2023=12 2023-04/2023-06=2.5 2023-07/2023-09=3.5 \
                 2023-10/2023-12=4.5\nsays months-of";
    assert_eq!(came(beside, &Choices::default()), meant);
    let two = format!("Trade of Peru in 2023 and 2024,,,\n{own}");
    assert!(came(&two, &Choices::default()).contains("nothing says of which year"));
}

#[test]
fn states_may_be_named_by_their_codes_alone() {
    let own = "reporterISO,partnerISO,year,flow,value\nDEU,POL,2022,export,93\nPOL,DEU,2022,export,77\n";
    let meant = "USD m\nexports: 2022=93\nUSD m\nexports: 2022=77";
    assert_eq!(came(own, &unit("USD m")), meant);
    let arabic = "السنة,الصادرات (مليون دولار)\n2021,1.5\n2022,2.5\n";
    assert!(came(arabic, &Choices::default()).starts_with("USD m\nexports: 2021=1.5 2022=2.5"));
}

#[test]
fn units_may_stand_in_a_row_of_their_own() {
    let own = "Year,Exports,Imports\n,mn EUR,mn USD\n2022,100.5,90.5\n2023,110.5,95.5\n";
    let meant = "EUR m\nexports: 2022=100.5 2023=110.5\nUSD m\nimports: 2022=90.5 2023=95.5";
    let made = came(own, &Choices::default());
    assert!(made.starts_with(meant) && !made.contains("no-unit"), "{made}");
}
