//! How the window looks: colours, type and spacing, the same for every tab.

mod fonts;
pub mod tokens;
mod typography;

use egui::style::{ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection, WidgetVisuals};
use egui::{
    Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Visuals, vec2,
};

use super::direction::Direction;

pub use fonts::{definitions, look_in_system, search_system};
pub use tokens::{Tokens, of as color_of};
pub use typography::Type;

/// Corner radii in points.
pub mod radius {
    /// Chips and small boxes.
    pub const CHIP: u8 = 4;
    /// Buttons, fields and other controls.
    pub const CONTROL: u8 = 6;
    /// Panels and messages.
    pub const PANEL: u8 = 8;
}

/// Lengths in points, before zoom.
pub mod layout {
    /// The top bar's height.
    pub const TOP_BAR: f32 = 44.0;
    /// The tab strip's height.
    pub const TAB_STRIP: f32 = 36.0;
    /// The status bar's height.
    pub const STATUS_BAR: f32 = 24.0;
    /// Left and right of every page.
    pub const PAGE_MARGIN: f32 = 24.0;
    /// The inspector's width at first, at least and at most.
    pub const INSPECTOR: (f32, f32, f32) = (312.0, 280.0, 420.0);
    /// The inspector's padding left and right.
    pub const INSPECTOR_PADDING: f32 = 20.0;
    /// From this window width on the inspector stands beside the page; below, it covers it.
    pub const FULL: f32 = 1200.0;
    /// Below this window width side columns go under the main one and panels fold into buttons.
    pub const FOLD: f32 = 1000.0;
    /// Below this window width there is one pane.
    pub const COMPACT: f32 = 700.0;
}

/// Sets fonts, the direction of text and both themes up; once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
    ctx.add_plugin(Direction::default());
    set_look(ctx, Look::default());
}

/// How both themes look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether they are of high contrast.
    pub contrast: bool,
    /// Whether nothing glides: what is scrolled to is there at once.
    pub still: bool,
}

/// Gives both themes a look.
pub fn set_look(ctx: &Context, look: Look) {
    let (light, dark) =
        if look.contrast { (&tokens::CONTRAST_LIGHT, &tokens::CONTRAST_DARK) } else { (&tokens::LIGHT, &tokens::DARK) };
    ctx.style_mut_of(Theme::Light, |style| apply(style, light, Visuals::light()));
    ctx.style_mut_of(Theme::Dark, |style| apply(style, dark, Visuals::dark()));
    let glide = if look.still { ScrollAnimation::none() } else { ScrollAnimation::default() };
    ctx.all_styles_mut(|style| style.scroll_animation = glide);
}

/// The colours of the theme that is on.
pub fn tokens_of(ui: &Ui) -> &'static Tokens {
    let visuals = ui.visuals();
    let (usual, contrast) = if visuals.dark_mode {
        (&tokens::DARK, &tokens::CONTRAST_DARK)
    } else {
        (&tokens::LIGHT, &tokens::CONTRAST_LIGHT)
    };
    // Each theme has a paper of its own.
    if visuals.panel_fill == contrast.paper { contrast } else { usual }
}

fn apply(style: &mut Style, t: &Tokens, base: Visuals) {
    style.text_styles = [
        (TextStyle::Small, Type::Caption.size(), FontFamily::Proportional),
        (TextStyle::Body, Type::Body.size(), FontFamily::Proportional),
        (TextStyle::Button, Type::Body.size(), FontFamily::Proportional),
        (TextStyle::Heading, Type::Title.size(), typography::semibold()),
        (TextStyle::Monospace, Type::Caption.size(), FontFamily::Monospace),
    ]
    .map(|(style, size, family)| (style, FontId::new(size, family)))
    .into();
    style.animation_time = 0.0;
    style.interaction.tooltip_delay = 0.3;
    style.spacing.item_spacing = vec2(8.0, 4.0);
    style.spacing.button_padding = vec2(12.0, 4.0);
    style.spacing.interact_size = vec2(28.0, 20.0);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.tooltip_width = 360.0;
    style.spacing.scroll = ScrollStyle {
        bar_width: 6.0,
        floating_width: 4.0,
        // Fading the ends of a list would dim text that can be read.
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        ..ScrollStyle::floating()
    };
    style.visuals = visuals(t, base);
}

fn visuals(t: &Tokens, base: Visuals) -> Visuals {
    let widget = |fill, border, ink| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(t.edge, border),
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    let mut visuals = base;
    visuals.widgets.noninteractive = widget(t.paper, t.hairline, t.ink);
    visuals.widgets.inactive = widget(t.field, t.stroke, t.ink);
    visuals.widgets.hovered = widget(t.hover, t.stroke, t.ink);
    visuals.widgets.active = widget(t.selected, t.accent, t.ink);
    visuals.widgets.open = widget(t.selected, t.accent, t.ink);
    visuals.selection = Selection { bg_fill: t.selected, stroke: Stroke::new(1.0, t.accent) };
    visuals.text_cursor.stroke = Stroke::new(1.5, t.accent);
    visuals.hyperlink_color = t.accent;
    visuals.weak_text_color = Some(t.muted);
    visuals.faint_bg_color = t.panel;
    visuals.extreme_bg_color = t.field;
    visuals.code_bg_color = t.panel;
    visuals.warn_fg_color = t.caution;
    visuals.error_fg_color = t.bad;
    visuals.panel_fill = t.paper;
    visuals.window_fill = t.raised;
    visuals.window_stroke = Stroke::new(1.0, t.rule);
    visuals.window_corner_radius = CornerRadius::same(radius::PANEL);
    visuals.menu_corner_radius = CornerRadius::same(radius::CONTROL);
    // Flat, as the design asks: rules and fills divide, nothing floats.
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.image_loading_spinners = false;
    visuals
}
/// Lets tooltips be no wider than the window, however large a reader makes what is in it.
pub fn keep_tooltips_within(ctx: &egui::Context) {
    /// As wide as is easily read.
    const WIDEST: f32 = 500.0;
    let width = (ctx.content_rect().width() - 48.0).clamp(120.0, WIDEST);
    if (ctx.global_style().spacing.tooltip_width - width).abs() > 0.5 {
        ctx.all_styles_mut(|style| style.spacing.tooltip_width = width);
    }
}
