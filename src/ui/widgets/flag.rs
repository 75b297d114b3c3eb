//! Round flags.

use egui::load::Bytes;
use egui::{Align2, Image, ImageSource, Rect, Sense, Ui, vec2};

use crate::ui::theme::{Type, tokens_of};

macro_rules! flags {
    ($($code:literal)*) => {
        fn svg(alpha2: &str) -> Option<&'static [u8]> {
            match alpha2 {
                $($code => Some(include_bytes!(concat!("../../../assets/flags/", $code, ".svg"))),)*
                _ => None,
            }
        }
    };
}

flags! {
    "ae" "af" "am" "az" "bh" "by" "cn" "eg" "in" "ir" "kg" "kh" "kp" "kw" "kz" "la" "lk" "mm" "mn" "mv" "np" "pk" "qa"
    "ru" "sa" "tj" "tr" "uz"
}

/// The flag of a state by its ISO 3166-1 alpha-2 code, or, where none is bundled, the code in a ring. It says nothing
/// that the name beside it does not, so a screen reader passes over it.
pub fn flag(ui: &mut Ui, alpha2: &str, size: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::empty());
    paint_flag(ui, rect, alpha2);
}

/// Paints a flag into a square.
pub fn paint_flag(ui: &Ui, rect: Rect, alpha2: &str) {
    let t = tokens_of(ui);
    let code = alpha2.to_ascii_lowercase();
    if let Some(bytes) = svg(&code) {
        let uri = format!("bytes://flag-{code}-{}.svg", rect.width());
        let source = ImageSource::Bytes { uri: uri.into(), bytes: Bytes::Static(bytes) };
        Image::new(source).fit_to_exact_size(rect.size()).paint_at(ui, rect);
        // White at a flag's edge would melt into the page.
        ui.painter().circle_stroke(rect.center(), rect.width() / 2.0, (0.5, t.stroke));
    } else {
        ui.painter().circle(rect.center(), rect.width() / 2.0 - 0.5, t.field, (1.0, t.stroke));
        let font = egui::FontId::new(rect.width() * 0.4, Type::Caption.mono_font().family);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, alpha2.to_ascii_uppercase(), font, t.ink2);
    }
}
