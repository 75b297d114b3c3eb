//! Errors of order and measure: ranks, comparisons with a year, which one to join, parts of figures, whose words are quoted.
//! Each was written down with its reach before it was run.

use super::{How, Reach, Said};

const TURNOVER: &str = "claim/turnover-2021-2024/reason";
const FORECAST: &str = "claim/forecast-2025/reason";
const MEMBERS: &str = "claim/ten-full-members/reason";
const GOODS: &str = "claim/manufactured-goods/reason";
const COUNCIL: &str = "claim/council-in-tianjin/reason";

pub(super) const SAID: &[Said] = &[
    (
        Reach::Words,
        "a place in the order of years that another year has",
        How::Whole(&[
            (TURNOVER, "Turnover in 2022 was the second-highest of all."),
            (TURNOVER, "Turnover had its third-best year in 2021."),
            (TURNOVER, "The lowest turnover but one was that of 2019."),
            (TURNOVER, "Im Jahr 2021 hatte der Handel den dritthöchsten Wert."),
        ]),
    ),
    (
        Reach::Words,
        "more than a year that had more, or less than one that had less",
        How::Whole(&[
            (FORECAST, "Trade was larger than in 2024."),
            (FORECAST, "Trade fell below the level of 2022."),
            (FORECAST, "Торговля была выше, чем в 2023 году."),
            (FORECAST, "Le commerce était plus élevé qu’en 2024."),
        ]),
    ),
    (
        Reach::Words,
        "another one in the order of joining",
        How::Whole(&[
            (MEMBERS, "Belarus was the ninth state to join."),
            (MEMBERS, "The second enlargement brought in Belarus."),
            (MEMBERS, "La segunda ampliación fue en 2024."),
        ]),
    ),
    (
        Reach::Words,
        "a part that is larger than its whole",
        How::Whole(&[
            (GOODS, "Goods for 115.49 bn were sold, of which 151.2 bn were machines."),
            (GOODS, "Es waren 115,49 Mrd., davon 151,2 Mrd. Maschinen."),
            (GOODS, "Из 115,49 млрд, в том числе 151,2 млрд на машины, мало что известно."),
        ]),
    ),
    (
        Reach::Words,
        "an event in another country than its city",
        How::Whole(&[
            (COUNCIL, "The council met in Uzbekistan on 15 July 2025."),
            (COUNCIL, "El consejo se reunió en Mongolia el 15 de julio de 2025."),
        ]),
    ),
];
