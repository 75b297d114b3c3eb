//! The picture by which a link to a page is shown before anybody opens it: what the briefing is, in letters that are read
//! small.

use super::measure::Measure;
use super::svg::{Head, Svg};
use super::{Picture, Theme};
use crate::briefing::Briefing;
use crate::drawing::{Anchor, Area, Face, Ink, Shapes, Text};

/// As large as what shows links asks for: 1.91 times as wide as high, which all of them show whole.
const SIZE: [f32; 2] = [1200.0, 630.0];
const MARGIN: f32 = 72.0;
/// The bar at the left edge.
const BAR: f32 = 14.0;

/// Each text with the most lines that it may take, and what is free below it.
const NAME: (Face, usize, f32) = (Face { size: 26.0, strong: false, mono: false }, 1, 28.0);
const TITLE: (Face, usize, f32) = (Face { size: 52.0, strong: true, mono: false }, 3, 24.0);
const ABOUT: (Face, usize, f32) = (Face { size: 28.0, strong: false, mono: false }, 4, 0.0);
const FOOT: (Face, usize, f32) = (Face { size: 22.0, strong: false, mono: false }, 1, 0.0);

/// Draws it: the name of the briefing, a title, what it is about, and a line at its foot.
pub fn card(briefing: &Briefing, title: &str, about: &str, foot: &str) -> Picture {
    let [width, height] = SIZE;
    let (mut measure, mut shapes) = (Measure::new(), Shapes::default());
    shapes.ground(Area { left: 0.0, top: 0.0, right: width, bottom: height }, Ink::Paper);
    shapes.ground(Area { left: 0.0, top: 0.0, right: BAR, bottom: height }, Ink::Accent);
    let mut y = MARGIN;
    let mut say = |text: &str, (face, most, below): (Face, usize, f32), ink: Ink, y: &mut f32| {
        for line in measure.lines(text, face, width - 2.0 * MARGIN, most) {
            let at = [MARGIN, *y + face.base_line()];
            shapes.text(Text::new(at, Anchor::Start, face, ink, &line));
            *y += face.line();
        }
        *y += below;
    };
    say(&briefing.manifest.name, NAME, Ink::Muted, &mut y);
    say(title, TITLE, Ink::Text, &mut y);
    say(about, ABOUT, Ink::Secondary, &mut y);
    say(foot, FOOT, Ink::Muted, &mut (height - MARGIN + 16.0 - FOOT.0.line()));

    let language = briefing.manifest.languages.first().map_or("", String::as_str);
    let mut svg = Svg::new(Theme::Light.palette());
    svg.paint(&shapes);
    let provenance = vec![briefing.manifest.name.clone(), foot.to_owned()];
    let head = Head { id: "card", language, size: SIZE, title, alt: about, lines: &provenance };
    Picture {
        svg: svg.finish(head),
        width,
        height,
        title: title.to_owned(),
        alt: about.to_owned(),
        provenance,
        digest: briefing.digest.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{SIZE, card};
    use crate::briefing::Briefing;
    use crate::export::picture::Density;

    #[test]
    fn the_longest_texts_and_none_stay_within_it() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        for text in [String::new(), "Minister ".repeat(400), "x".repeat(4000), "会谈".repeat(900), "لقاء ".repeat(900)]
        {
            let picture = card(&briefing, &text, &text, &text);
            let bounds = picture.tree().expect("it is drawn").root().abs_bounding_box();
            assert!(bounds.right() <= SIZE[0] && bounds.bottom() <= SIZE[1], "{bounds:?}: {text:.40}");
            let pixels = picture.pixels(Density::One).expect("it is drawn");
            assert_eq!([pixels.width, pixels.height], [1200, 630]);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn no_text_is_taken_for_markup(text in "\\PC{0,80}") {
            let briefing = Briefing::bundled().expect("the bundled briefing loads");
            prop_assert!(card(&briefing, &text, &text, &text).tree().is_ok());
        }
    }
}
