//! The colours of both themes: the only place in the window that names one. What pictures are drawn with as well is
//! taken from their palette.
//!
//! Ratios of contrast are held by the test below, on every surface a colour is used on.

use std::ops::Deref;

use egui::Color32;

use crate::drawing::palette::{self, Palette, Rgb};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// What drawings are drawn with.
    palette: Palette<Color32>,
    /// Top bar, tab strip, status bar.
    pub chrome: Color32,
    /// Inputs, buttons, citation chips.
    pub field: Color32,
    /// Palette, hover read-out.
    pub raised: Color32,
    /// Hovered row, hovered chart column.
    pub hover: Color32,
    /// Selected row, active segment, active chip.
    pub selected: Color32,
    /// Disabled text (exempt).
    pub disabled: Color32,
    /// Pressed or hovered link.
    pub accent_hover: Color32,
    /// Text and glyphs on accent.
    pub on_accent: Color32,
    /// A state with no status.
    pub no_status: Color32,
    /// Flat layer behind the palette.
    pub scrim: Color32,
    /// How wide the border of a control is.
    pub edge: f32,
    /// How wide the ring is around what has the keyboard.
    pub ring: f32,
    /// How many times as heavy as in files hatching is.
    pub hatch: f32,
}

/// The light theme.
pub const LIGHT: Tokens = Tokens {
    palette: colors(&palette::LIGHT),
    chrome: hex(0xf2_ef_e9),
    field: hex(0xff_ff_ff),
    raised: hex(0xff_ff_ff),
    hover: hex(0xee_ea_e2),
    selected: hex(0xf5_e7_ef),
    disabled: hex(0xa3_9d_92),
    accent_hover: hex(0x69_24_4b),
    on_accent: hex(0xff_ff_ff),
    no_status: hex(0x87_81_76),
    scrim: hex(0x1b_1c_1f),
    edge: 1.0,
    ring: 2.0,
    hatch: 1.0,
};

/// The dark theme.
pub const DARK: Tokens = Tokens {
    palette: colors(&palette::DARK),
    chrome: hex(0x11_12_14),
    field: hex(0x20_22_27),
    raised: hex(0x20_22_27),
    hover: hex(0x26_28_2d),
    selected: hex(0x35_25_2e),
    disabled: hex(0x66_68_6d),
    accent_hover: hex(0xf0_b9_d7),
    on_accent: hex(0x21_10_1a),
    no_status: hex(0x83_86_8d),
    scrim: hex(0x00_00_00),
    edge: 1.0,
    ring: 2.0,
    hatch: 1.0,
};

/// The light theme at high contrast.
pub const CONTRAST_LIGHT: Tokens = Tokens {
    palette: colors(&palette::CONTRAST_LIGHT),
    chrome: hex(0xff_ff_ff),
    field: hex(0xff_ff_ff),
    raised: hex(0xff_ff_ff),
    hover: hex(0xee_ee_ee),
    selected: hex(0xf7_e4_ef),
    disabled: hex(0x59_59_59),
    accent_hover: hex(0x4d_0b_33),
    on_accent: hex(0xff_ff_ff),
    no_status: hex(0x00_00_00),
    scrim: hex(0x00_00_00),
    edge: 2.0,
    ring: 3.0,
    hatch: 2.0,
};

/// The dark theme at high contrast.
pub const CONTRAST_DARK: Tokens = Tokens {
    palette: colors(&palette::CONTRAST_DARK),
    chrome: hex(0x00_00_00),
    field: hex(0x00_00_00),
    raised: hex(0x00_00_00),
    hover: hex(0x1f_1f_1f),
    selected: hex(0x33_14_1f),
    disabled: hex(0xa6_a6_a6),
    accent_hover: hex(0xff_d6_ee),
    on_accent: hex(0x00_00_00),
    no_status: hex(0xff_ff_ff),
    scrim: hex(0x00_00_00),
    edge: 2.0,
    ring: 3.0,
    hatch: 2.0,
};

/// What drawings are drawn with is drawn with in the window too.
impl Deref for Tokens {
    type Target = Palette<Color32>;

    fn deref(&self) -> &Self::Target {
        &self.palette
    }
}

/// How much is left of a colour where something is dimmed.
pub mod alpha {
    pub use crate::drawing::palette::alpha::{HATCH, MAP_FILTERED_OUT};
    /// The layer behind a dialog in the light theme.
    pub const SCRIM_LIGHT: f32 = 0.36;
    /// The same in the dark theme.
    pub const SCRIM_DARK: f32 = 0.6;
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where colours are made")]
const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// A colour of what is drawn, as the window has it.
pub const fn of(color: Rgb) -> Color32 {
    hex(color.0)
}

const fn colors(p: &Palette) -> Palette<Color32> {
    Palette {
        paper: of(p.paper),
        panel: of(p.panel),
        hairline: of(p.hairline),
        rule: of(p.rule),
        stroke: of(p.stroke),
        control: of(p.control),
        ink: of(p.ink),
        ink2: of(p.ink2),
        muted: of(p.muted),
        accent: of(p.accent),
        circle: of(p.circle),
        diamond: of(p.diamond),
        triangle: of(p.triangle),
        square: of(p.square),
        good: of(p.good),
        bad: of(p.bad),
        caution: of(p.caution),
        neutral: of(p.neutral),
        on_mark: of(p.on_mark),
        on_caution: of(p.on_caution),
        total: of(p.total),
        series_forward: of(p.series_forward),
        series_backward: of(p.series_backward),
        further: [
            of(p.further[0]),
            of(p.further[1]),
            of(p.further[2]),
            of(p.further[3]),
            of(p.further[4]),
            of(p.further[5]),
        ],
        on_series: of(p.on_series),
        on_backward: of(p.on_backward),
        land: of(p.land),
        coast: of(p.coast),
        without_colour: p.without_colour,
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTRAST_DARK, CONTRAST_LIGHT, Color32, DARK, LIGHT, Tokens};

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let c = f64::from(value) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (high, low) = (luminance(a).max(luminance(b)), luminance(a).min(luminance(b)));
        (high + 0.05) / (low + 0.05)
    }

    const THEMES: [(&str, &Tokens); 4] =
        [("light", &LIGHT), ("dark", &DARK), ("contrast light", &CONTRAST_LIGHT), ("contrast dark", &CONTRAST_DARK)];

    /// What carries a text has at least 7:1 in the themes of high contrast, as level AAA of WCAG 2.2 asks: every colour of
    /// a text on every surface, and every text on a fill.
    #[test]
    fn at_high_contrast_every_text_has_seven_to_one() {
        for (theme, t) in &THEMES[2..] {
            let texts = [
                t.ink,
                t.ink2,
                t.muted,
                t.accent,
                t.accent_hover,
                t.good,
                t.bad,
                t.caution,
                t.neutral,
                t.no_status,
                t.circle,
                t.diamond,
                t.triangle,
                t.square,
                t.total,
                t.series_forward,
                t.series_backward,
            ];
            for (number, text) in texts.into_iter().chain(t.further).enumerate() {
                for surface in surfaces(t).into_iter().chain([t.raised, t.land]) {
                    let ratio = contrast(text, surface);
                    assert!(ratio >= 7.0, "{theme}: text {number} on {surface:?} has only {ratio:.2}");
                }
            }
            let fills = [
                (t.on_mark, t.good),
                (t.on_mark, t.bad),
                (t.on_caution, t.caution),
                (t.on_accent, t.accent),
                (t.on_series, t.series_forward),
                (t.on_series, t.total),
                (t.on_backward, t.series_backward),
            ];
            let further = t.further.map(|fill| (t.on_series, fill));
            for (number, (text, fill)) in fills.into_iter().chain(further).enumerate() {
                let ratio = contrast(text, fill);
                assert!(ratio >= 7.0, "{theme}: pair {number} has only {ratio:.2}");
            }
            for line in [t.control, t.stroke, t.rule, t.hairline] {
                let ratio = contrast(line, t.paper);
                assert!(ratio >= 4.5, "{theme}: {line:?} has only {ratio:.2}");
            }
        }
    }

    fn surfaces(t: &Tokens) -> [Color32; 6] {
        [t.paper, t.panel, t.chrome, t.field, t.hover, t.selected]
    }

    #[test]
    fn text_can_be_read_on_every_surface() {
        for (theme, t) in THEMES {
            let texts = [t.ink, t.ink2, t.muted, t.accent, t.accent_hover, t.good, t.bad, t.neutral];
            for (number, text) in texts.into_iter().enumerate() {
                for surface in surfaces(t) {
                    let ratio = contrast(text, surface);
                    assert!(ratio >= 4.5, "{theme}: text {number} on {surface:?} has only {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn shapes_can_be_told_from_every_surface() {
        for (theme, t) in THEMES {
            let shapes = [
                t.circle,
                t.diamond,
                t.triangle,
                t.square,
                t.no_status,
                t.caution,
                t.total,
                t.series_forward,
                t.series_backward,
                t.control,
            ];
            for (number, shape) in shapes.into_iter().enumerate() {
                for surface in surfaces(t) {
                    let ratio = contrast(shape, surface);
                    assert!(ratio >= 3.0, "{theme}: shape {number} on {surface:?} has only {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn glyphs_can_be_read_on_their_fills() {
        for (theme, t) in THEMES {
            let pairs = [
                (t.on_mark, t.good),
                (t.on_mark, t.bad),
                (t.on_caution, t.caution),
                (t.on_accent, t.accent),
                (t.on_series, t.series_forward),
                (t.on_series, t.series_backward),
                (t.on_series, t.total),
            ];
            for (number, (glyph, fill)) in pairs.into_iter().enumerate() {
                let ratio = contrast(glyph, fill);
                assert!(ratio >= 4.5, "{theme}: pair {number} has only {ratio:.2}");
            }
        }
    }

    /// The three colours that can stand in one chart.
    fn series(t: &Tokens) -> [(&'static str, Color32); 3] {
        [("total", t.total), ("forward", t.series_forward), ("backward", t.series_backward)]
    }

    /// Linear light of a colour.
    fn linear(color: Color32) -> [f64; 3] {
        [color.r(), color.g(), color.b()].map(|value| {
            let c = f64::from(value) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn times(matrix: [[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
        matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
    }

    /// What is seen where one kind of cone is missing, on linear light: Machado, Oliveira and Fernandes, 2009, at the
    /// full severity of 1.0.
    const DEFICIENCIES: [(&str, [[f64; 3]; 3]); 3] = [
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        ),
        (
            "tritanopia",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    /// CIELAB under D65, of linear light.
    fn lab(rgb: [f64; 3]) -> [f64; 3] {
        const TO_XYZ: [[f64; 3]; 3] = [
            [0.412_456_4, 0.357_576_1, 0.180_437_5],
            [0.212_672_9, 0.715_152_2, 0.072_175_0],
            [0.019_333_9, 0.119_192_0, 0.950_304_1],
        ];
        let xyz = times(TO_XYZ, rgb.map(|c| c.clamp(0.0, 1.0)));
        let f = |value: f64, white: f64| {
            let ratio = value / white;
            if ratio > 0.008_856 { ratio.cbrt() } else { ratio.mul_add(7.787, 16.0 / 116.0) }
        };
        let (x, y, z) = (f(xyz[0], 0.950_47), f(xyz[1], 1.0), f(xyz[2], 1.088_83));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// The distance of two colours as CIE 1976 defines it; two that differ by less than about 2 look the same.
    fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
        let (a, b) = (lab(a), lab(b));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn the_distance_of_known_colours_is_known() {
        let black_to_white = distance([0.0; 3], [1.0; 3]);
        assert!((black_to_white - 100.0).abs() < 0.1, "{black_to_white}");
        // A grey has no hue to lose.
        for (name, matrix) in DEFICIENCIES {
            let seen = times(matrix, [0.5; 3]);
            assert!(distance(seen, [0.5; 3]) < 1.0, "{name} turns grey into {seen:?}");
        }
    }

    /// The series of a chart are told apart with normal sight and under each of the three deficiencies, and the two
    /// directions, which stand side by side, by far.
    #[test]
    fn the_series_of_a_chart_are_told_apart_by_the_colour_blind() {
        let unchanged = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        for (theme, t) in [("light", &LIGHT), ("dark", &DARK)] {
            for (sight, matrix) in [("normal sight", unchanged)].into_iter().chain(DEFICIENCIES) {
                let seen = series(t).map(|(name, color)| (name, times(matrix, linear(color))));
                let least = |a: &str, b: &str| if a == "total" || b == "total" { 25.0 } else { 70.0 };
                for (index, (a, one)) in seen.iter().enumerate() {
                    for (b, other) in &seen[..index] {
                        let apart = distance(*one, *other);
                        assert!(apart >= least(a, b), "{theme}, {sight}: {a} and {b} are only {apart:.1} apart");
                    }
                }
            }
        }
    }

    /// Where a colour is lost altogether, as in a grey print, each series still stands out from the paper.
    #[test]
    fn the_series_of_a_chart_stand_out_from_the_paper_for_the_colour_blind() {
        for (theme, t) in [("light", &LIGHT), ("dark", &DARK)] {
            for (sight, matrix) in DEFICIENCIES {
                let luminance = |color: Color32| {
                    let [r, g, b] = times(matrix, linear(color)).map(|c| c.clamp(0.0, 1.0));
                    0.2126 * r + 0.7152 * g + 0.0722 * b
                };
                for (name, color) in series(t) {
                    let (one, other) = (luminance(color), luminance(t.paper));
                    let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                    assert!(ratio >= 3.0, "{theme}, {sight}: {name} on paper has only {ratio:.2}");
                }
            }
        }
    }
}
