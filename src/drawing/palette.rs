//! The colours of what is drawn, for the window and for pictures: each is written down here once.
//!
//! The window's own surfaces and controls are in its theme, which takes the rest from here.

use std::fmt;

use super::ink::Ink;
use crate::briefing::StatusShape;

/// A colour: red, green and blue, eight bits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rgb(pub u32);

/// The colours of one look, as a painter has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette<C = Rgb> {
    /// What is drawn on.
    pub paper: C,
    /// Sea.
    pub panel: C,
    /// Grid lines.
    pub hairline: C,
    /// The line at zero.
    pub rule: C,
    /// Marks of an axis.
    pub stroke: C,
    /// A line that carries what is drawn; borders of fields.
    pub control: C,
    /// Main text.
    pub ink: C,
    /// Secondary text.
    pub ink2: C,
    /// Captions, counts, units.
    pub muted: C,
    /// Annotations; the only accent.
    pub accent: C,
    /// The status drawn as a circle: Okabe-Ito blue / sky blue.
    pub circle: C,
    /// The status drawn as a diamond: Okabe-Ito orange, darkened on light.
    pub diamond: C,
    /// The status drawn as a triangle: Okabe-Ito bluish green.
    pub triangle: C,
    /// The status drawn as a square: the hue of the triangle, told apart by its shape.
    pub square: C,
    /// Supported, pass.
    pub good: C,
    /// Disputed, fail (Okabe-Ito vermillion).
    pub bad: C,
    /// Outdated, warn (Okabe-Ito orange).
    pub caution: C,
    /// Unverified, info.
    pub neutral: C,
    /// Glyph of a mark on good and bad.
    pub on_mark: C,
    /// Glyph of a mark on caution.
    pub on_caution: C,
    /// Both directions together.
    pub total: C,
    /// The forward direction.
    pub series_forward: C,
    /// The backward direction.
    pub series_backward: C,
    /// Further flows where several play one part; after the last, the first again.
    pub further: [C; 6],
    /// Label on a bar of the forward direction or the total.
    pub on_series: C,
    /// Label on a bar of the backward direction.
    pub on_backward: C,
    /// Map land fill.
    pub land: C,
    /// Map coastline stroke.
    pub coast: C,
    /// Whether it must be readable without colour as well, as on a printer that has none.
    pub without_colour: bool,
}

/// The light theme.
pub const LIGHT: Palette = Palette {
    paper: Rgb(0xfd_fc_fa),
    panel: Rgb(0xf8_f6_f2),
    hairline: Rgb(0xe3_de_d4),
    rule: Rgb(0x1b_1c_1f),
    stroke: Rgb(0xc9_c3_b7),
    control: Rgb(0x87_81_76),
    ink: Rgb(0x1b_1c_1f),
    ink2: Rgb(0x46_44_3f),
    muted: Rgb(0x63_5f_58),
    accent: Rgb(0x81_2f_5e),
    circle: Rgb(0x00_72_b2),
    diamond: Rgb(0xb0_75_00),
    triangle: Rgb(0x00_90_68),
    square: Rgb(0x00_90_68),
    good: Rgb(0x00_74_5a),
    bad: Rgb(0xb3_43_00),
    caution: Rgb(0xaa_78_00),
    neutral: Rgb(0x63_5f_58),
    on_mark: Rgb(0xff_ff_ff),
    on_caution: Rgb(0x0b_0c_0d),
    total: Rgb(0x1b_1c_1f),
    series_forward: Rgb(0x00_72_b2),
    series_backward: Rgb(0xc2_54_00),
    further: [Rgb(0x00_80_5c), Rgb(0x8a_6a_00), Rgb(0x5a_4f_b0), Rgb(0xa3_3b_6f), Rgb(0x1f_7a_8c), Rgb(0x6b_72_00)],
    on_series: Rgb(0xff_ff_ff),
    on_backward: Rgb(0xff_ff_ff),
    land: Rgb(0xe9_e4_da),
    coast: Rgb(0xb9_b2_a4),
    without_colour: false,
};

/// The dark theme.
pub const DARK: Palette = Palette {
    paper: Rgb(0x18_19_1c),
    panel: Rgb(0x14_15_17),
    hairline: Rgb(0x2c_2e_33),
    rule: Rgb(0xe9_e7_e1),
    stroke: Rgb(0x45_48_4f),
    control: Rgb(0x83_86_8d),
    ink: Rgb(0xec_ea_e4),
    ink2: Rgb(0xc6_c3_bc),
    muted: Rgb(0xa1_9e_97),
    accent: Rgb(0xe4_9c_c6),
    circle: Rgb(0x56_b4_e9),
    diamond: Rgb(0xe6_9f_00),
    triangle: Rgb(0x2d_be_93),
    square: Rgb(0x2d_be_93),
    good: Rgb(0x2d_be_93),
    bad: Rgb(0xf2_85_4a),
    caution: Rgb(0xe6_b0_4a),
    neutral: Rgb(0xa1_9e_97),
    on_mark: Rgb(0x14_15_17),
    on_caution: Rgb(0x14_15_17),
    total: Rgb(0xd3_d0_c9),
    series_forward: Rgb(0x56_b4_e9),
    series_backward: Rgb(0xf0_8a_4b),
    further: [Rgb(0x4f_c9_9b), Rgb(0xd6_b4_6b), Rgb(0xa9_9f_f2), Rgb(0xf0_8f_b4), Rgb(0x6f_cf_dd), Rgb(0xc3_cc_5a)],
    on_series: Rgb(0x14_15_17),
    on_backward: Rgb(0x14_15_17),
    land: Rgb(0x26_28_2c),
    coast: Rgb(0x4e_51_57),
    without_colour: false,
};

/// The light theme at high contrast: black on white, no grey text, and nothing that carries a text under 7:1.
pub const CONTRAST_LIGHT: Palette = Palette {
    paper: Rgb(0xff_ff_ff),
    panel: Rgb(0xff_ff_ff),
    hairline: Rgb(0x76_76_76),
    rule: Rgb(0x00_00_00),
    stroke: Rgb(0x00_00_00),
    control: Rgb(0x00_00_00),
    ink: Rgb(0x00_00_00),
    ink2: Rgb(0x00_00_00),
    muted: Rgb(0x00_00_00),
    accent: Rgb(0x6d_12_47),
    circle: Rgb(0x00_4a_78),
    diamond: Rgb(0x69_43_00),
    triangle: Rgb(0x00_53_3d),
    square: Rgb(0x00_53_3d),
    good: Rgb(0x00_53_3d),
    bad: Rgb(0x7d_2b_00),
    caution: Rgb(0x64_43_00),
    neutral: Rgb(0x00_00_00),
    on_mark: Rgb(0xff_ff_ff),
    on_caution: Rgb(0xff_ff_ff),
    total: Rgb(0x00_00_00),
    series_forward: Rgb(0x00_4a_78),
    series_backward: Rgb(0x7d_2b_00),
    further: [Rgb(0x00_53_3d), Rgb(0x57_42_00), Rgb(0x3d_34_86), Rgb(0x7c_1f_50), Rgb(0x0f_4f_5d), Rgb(0x45_4a_00)],
    on_series: Rgb(0xff_ff_ff),
    on_backward: Rgb(0xff_ff_ff),
    land: Rgb(0xee_ee_ee),
    coast: Rgb(0x59_59_59),
    without_colour: false,
};

/// The dark theme at high contrast: the inverse.
pub const CONTRAST_DARK: Palette = Palette {
    paper: Rgb(0x00_00_00),
    panel: Rgb(0x00_00_00),
    hairline: Rgb(0x8c_8c_8c),
    rule: Rgb(0xff_ff_ff),
    stroke: Rgb(0xff_ff_ff),
    control: Rgb(0xff_ff_ff),
    ink: Rgb(0xff_ff_ff),
    ink2: Rgb(0xff_ff_ff),
    muted: Rgb(0xff_ff_ff),
    accent: Rgb(0xff_b3_df),
    circle: Rgb(0x8f_d0_ff),
    diamond: Rgb(0xff_c1_4d),
    triangle: Rgb(0x55_e0_b0),
    square: Rgb(0x55_e0_b0),
    good: Rgb(0x55_e0_b0),
    bad: Rgb(0xff_ad_85),
    caution: Rgb(0xff_cf_70),
    neutral: Rgb(0xff_ff_ff),
    on_mark: Rgb(0x00_00_00),
    on_caution: Rgb(0x00_00_00),
    total: Rgb(0xff_ff_ff),
    series_forward: Rgb(0x8f_d0_ff),
    series_backward: Rgb(0xff_ad_85),
    further: [Rgb(0x6f_e3_b8), Rgb(0xe8_cb_86), Rgb(0xc7_c0_ff), Rgb(0xff_b3_cd), Rgb(0x93_e4_ef), Rgb(0xd8_e0_7a)],
    on_series: Rgb(0x00_00_00),
    on_backward: Rgb(0x00_00_00),
    land: Rgb(0x26_26_26),
    coast: Rgb(0xa6_a6_a6),
    without_colour: false,
};

/// For print: ink on white paper. The two directions differ as much in lightness as in hue, so that a printer without
/// colour keeps them apart.
pub const PRINT: Palette = Palette {
    paper: Rgb(0xff_ff_ff),
    panel: Rgb(0xff_ff_ff),
    hairline: Rgb(0xd6_d6_d6),
    rule: Rgb(0x00_00_00),
    stroke: Rgb(0x9a_9a_9a),
    control: Rgb(0x76_76_76),
    ink: Rgb(0x00_00_00),
    ink2: Rgb(0x30_30_30),
    muted: Rgb(0x50_50_50),
    accent: Rgb(0x81_2f_5e),
    circle: Rgb(0x00_4a_7c),
    diamond: Rgb(0xb0_68_00),
    triangle: Rgb(0x00_70_50),
    square: Rgb(0x00_70_50),
    good: Rgb(0x00_63_4c),
    bad: Rgb(0xa0_3c_00),
    caution: Rgb(0xb8_80_00),
    neutral: Rgb(0x50_50_50),
    on_mark: Rgb(0xff_ff_ff),
    on_caution: Rgb(0x00_00_00),
    total: Rgb(0x00_00_00),
    series_forward: Rgb(0x00_3a_60),
    series_backward: Rgb(0xd9_70_00),
    further: [Rgb(0x00_5c_40), Rgb(0xa0_78_00), Rgb(0x4a_3f_a0), Rgb(0xb8_50_80), Rgb(0x10_50_60), Rgb(0x80_88_10)],
    on_series: Rgb(0xff_ff_ff),
    on_backward: Rgb(0x00_00_00),
    land: Rgb(0xe6_e6_e6),
    coast: Rgb(0x8c_8c_8c),
    without_colour: true,
};

/// A colour that a style sheet has under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named(&'static str);

/// The colours of a page in a browser, which has them in its style sheet by the names of [`Palette::named`].
pub const NAMED: Palette<Named> = Palette {
    paper: Named("paper"),
    panel: Named("panel"),
    hairline: Named("hairline"),
    rule: Named("rule"),
    stroke: Named("stroke"),
    control: Named("control"),
    ink: Named("ink"),
    ink2: Named("ink2"),
    muted: Named("muted"),
    accent: Named("accent"),
    circle: Named("circle"),
    diamond: Named("diamond"),
    triangle: Named("triangle"),
    square: Named("square"),
    good: Named("good"),
    bad: Named("bad"),
    caution: Named("caution"),
    neutral: Named("neutral"),
    on_mark: Named("on-mark"),
    on_caution: Named("on-caution"),
    total: Named("total"),
    series_forward: Named("forward"),
    series_backward: Named("backward"),
    further: [
        Named("further-1"),
        Named("further-2"),
        Named("further-3"),
        Named("further-4"),
        Named("further-5"),
        Named("further-6"),
    ],
    on_series: Named("on-series"),
    on_backward: Named("on-backward"),
    land: Named("land"),
    coast: Named("coast"),
    without_colour: false,
};

/// How much is left of a colour where something is dimmed.
pub mod alpha {
    /// The lines of a hatched bar.
    pub const HATCH: f32 = 0.55;
    /// A mark on the map that the filters leave out.
    pub const MAP_FILTERED_OUT: f32 = 0.32;
}

impl<C: Copy> Palette<C> {
    /// Each colour with its name, as a style sheet calls it.
    pub const fn named(&self) -> [(&'static str, C); 33] {
        let [further_1, further_2, further_3, further_4, further_5, further_6] = self.further;
        [
            ("paper", self.paper),
            ("panel", self.panel),
            ("hairline", self.hairline),
            ("rule", self.rule),
            ("stroke", self.stroke),
            ("control", self.control),
            ("ink", self.ink),
            ("ink2", self.ink2),
            ("muted", self.muted),
            ("accent", self.accent),
            ("circle", self.circle),
            ("diamond", self.diamond),
            ("triangle", self.triangle),
            ("square", self.square),
            ("good", self.good),
            ("bad", self.bad),
            ("caution", self.caution),
            ("neutral", self.neutral),
            ("on-mark", self.on_mark),
            ("on-caution", self.on_caution),
            ("total", self.total),
            ("forward", self.series_forward),
            ("backward", self.series_backward),
            ("further-1", further_1),
            ("further-2", further_2),
            ("further-3", further_3),
            ("further-4", further_4),
            ("further-5", further_5),
            ("further-6", further_6),
            ("on-series", self.on_series),
            ("on-backward", self.on_backward),
            ("land", self.land),
            ("coast", self.coast),
        ]
    }

    /// The colour of an ink.
    pub const fn of(&self, ink: Ink) -> C {
        match ink {
            Ink::Paper => self.paper,
            Ink::Panel => self.panel,
            Ink::Hairline => self.hairline,
            Ink::Rule => self.rule,
            Ink::Stroke => self.stroke,
            Ink::Control => self.control,
            Ink::Text => self.ink,
            Ink::Secondary => self.ink2,
            Ink::Muted => self.muted,
            Ink::Accent => self.accent,
            Ink::Status(StatusShape::Circle | StatusShape::Ring | StatusShape::Saltire | StatusShape::Half) => {
                self.circle
            }
            Ink::Status(
                StatusShape::Diamond | StatusShape::HollowDiamond | StatusShape::Cross | StatusShape::Wedge,
            ) => self.diamond,
            Ink::Status(StatusShape::Triangle | StatusShape::HollowTriangle | StatusShape::Star) => self.triangle,
            Ink::Status(StatusShape::Square | StatusShape::HollowSquare | StatusShape::Bar) => self.square,
            Ink::Good => self.good,
            Ink::Bad => self.bad,
            Ink::Caution => self.caution,
            Ink::Neutral => self.neutral,
            Ink::OnMark => self.on_mark,
            Ink::OnCaution => self.on_caution,
            Ink::Total => self.total,
            Ink::Forward => self.series_forward,
            Ink::Backward => self.series_backward,
            Ink::Further(number) => self.further[number as usize % 6],
            Ink::OnSeries => self.on_series,
            Ink::OnBackward => self.on_backward,
            Ink::Land => self.land,
            Ink::Coast => self.coast,
        }
    }

    /// Whether the hatching of an ink falls to the right instead of rising: in print that of the backward direction
    /// and of every other further flow does, since a printer may have no colour.
    pub const fn falls(&self, ink: Ink) -> bool {
        self.without_colour && matches!(ink, Ink::Backward | Ink::Further(1 | 3 | 5))
    }
}

impl fmt::Display for Rgb {
    /// As SVG and CSS write it: `#1b1c1f`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

impl fmt::Display for Named {
    /// As CSS writes it: `var(--ink)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "var(--{})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, NAMED, PRINT, Palette, Rgb};

    /// Relative luminance as WCAG 2.2 defines it; it is also all that a printer without colour keeps.
    fn luminance(color: Rgb) -> f64 {
        let [_, red, green, blue] = color.0.to_be_bytes().map(|value| {
            let c = f64::from(value) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (high, low) = (luminance(a).max(luminance(b)), luminance(a).min(luminance(b)));
        (high + 0.05) / (low + 0.05)
    }

    const LOOKS: [(&str, &Palette); 5] = [
        ("light", &LIGHT),
        ("dark", &DARK),
        ("high contrast light", &CONTRAST_LIGHT),
        ("high contrast dark", &CONTRAST_DARK),
        ("print", &PRINT),
    ];

    #[test]
    fn text_can_be_read() {
        for (look, p) in LOOKS {
            for (number, text) in [p.ink, p.ink2, p.muted, p.accent].into_iter().enumerate() {
                for surface in [p.paper, p.panel, p.land] {
                    let ratio = contrast(text, surface);
                    assert!(ratio >= 4.5, "{look}: text {number} on {surface} has only {ratio:.2}");
                }
            }
            let pairs = [
                (p.on_mark, p.good),
                (p.on_mark, p.bad),
                (p.on_caution, p.caution),
                (p.on_series, p.series_forward),
                (p.on_series, p.total),
                (p.on_backward, p.series_backward),
            ];
            for (glyph, fill) in pairs {
                let ratio = contrast(glyph, fill);
                assert!(ratio >= 4.5, "{look}: {glyph} on {fill} has only {ratio:.2}");
            }
        }
    }

    #[test]
    fn a_style_sheet_has_every_colour_by_its_name() {
        for (name, colour) in NAMED.named() {
            assert_eq!(colour.to_string(), format!("var(--{name})"));
        }
    }

    #[test]
    fn shapes_stand_out_from_paper_sea_and_land() {
        for (look, p) in LOOKS {
            for shape in [p.circle, p.diamond, p.triangle, p.square] {
                for surface in [p.paper, p.panel, p.land] {
                    let ratio = contrast(shape, surface);
                    assert!(ratio >= 3.0, "{look}: {shape} on {surface} has only {ratio:.2}");
                }
            }
            let flows = [p.total, p.series_forward, p.series_backward].into_iter().chain(p.further);
            for shape in [p.good, p.bad, p.caution, p.neutral].into_iter().chain(flows) {
                let ratio = contrast(shape, p.paper);
                assert!(ratio >= 3.0, "{look}: {shape} on paper has only {ratio:.2}");
            }
        }
    }

    #[test]
    fn a_printer_without_colour_keeps_the_two_directions_apart() {
        let ratio = contrast(PRINT.series_forward, PRINT.series_backward);
        assert!(ratio >= 3.0, "only {ratio:.2}");
    }
}
