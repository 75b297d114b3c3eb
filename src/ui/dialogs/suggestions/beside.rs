//! The suggestion at hand: its sentence with what of it is meant, what it is taken as, and what that writes.

use egui::text::LayoutJob;
use egui::{Label, ScrollArea, Stroke, TextFormat, Ui};

use super::kinds::{name, taken_as};
use crate::import::{Offer, Writing};
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{hairline, heading};
use crate::words::Words;

/// Draws it in the room there is.
pub fn ui(ui: &mut Ui, words: &Words, offer: &Offer) {
    let t = tokens_of(ui);
    let Offer { suggestion, sentence, words: place, writings } = offer;
    let room = ui.available_height();
    let scroll = ScrollArea::vertical().id_salt(("suggestion", &suggestion.id)).auto_shrink(false);
    scroll.max_height(room).min_scrolled_height(room).show(ui, |ui| {
        let at = suggestion.at.to_string();
        ui.add(Label::new(Type::Caption.text(words.say(&message!(suggest::sentence, at = at)), t.ink2)));
        ui.add_space(2.0);
        let plain = Type::Body.format(t.ink);
        let meant = TextFormat { background: t.selected, underline: Stroke::new(2.0, t.accent), ..plain.clone() };
        let mut job = LayoutJob::default();
        job.append(sentence.get(..place.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(sentence.get(place.clone()).unwrap_or_default(), 0.0, meant);
        job.append(sentence.get(place.end..).unwrap_or_default(), 0.0, plain);
        job.wrap.max_width = ui.available_width();
        let galley = in_order(ui, ui.painter().layout_job(job));
        ui.add(Label::new(galley));
        ui.add_space(12.0);
        heading(ui, Type::Body, &words.say(&name(&suggestion.what)));
        ui.add(Label::new(Type::Body.text(words.say(&taken_as(&suggestion.what)), t.ink)).wrap());
        ui.add_space(12.0);
        hairline(ui);
        ui.add_space(4.0);
        ui.add(Label::new(Type::Caption.text(words.say(&message!(suggest::writes)), t.muted)));
        for Writing { file, path, appends, .. } in writings {
            let (file, path) = (file.clone(), path.clone());
            let said = match (path.as_str(), *appends) {
                ("$", _) => message!(suggest::writes_file, file = file),
                (_, true) => message!(suggest::writes_entry, file = file, path = path),
                (_, false) => message!(suggest::writes_value, file = file, path = path),
            };
            ui.add(Label::new(Type::Caption.text(words.say(&said), t.ink2)).wrap());
        }
    });
}
