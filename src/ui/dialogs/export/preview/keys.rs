//! The keys that scroll and turn what is looked at, while it has the keyboard.

use egui::{EventFilter, Key, Response, Ui, Vec2, vec2};

const STEP: f32 = 48.0;

/// How far the keys scroll it; page keys by what is in view.
pub fn scrolled(ui: &Ui, response: &Response) -> Vec2 {
    let page = response.rect.height() - STEP;
    let pages = [(Key::PageDown, vec2(0.0, -page)), (Key::PageUp, vec2(0.0, page))];
    let turned: Vec2 = if held(ui, response) { pressed(ui, &pages) } else { Vec2::ZERO };
    turned + stepped(ui, response)
}

/// How far the arrows scroll it.
pub fn stepped(ui: &Ui, response: &Response) -> Vec2 {
    let steps = [
        (Key::ArrowDown, vec2(0.0, -STEP)),
        (Key::ArrowUp, vec2(0.0, STEP)),
        (Key::ArrowRight, vec2(-STEP, 0.0)),
        (Key::ArrowLeft, vec2(STEP, 0.0)),
    ];
    if held(ui, response) { pressed(ui, &steps) } else { Vec2::ZERO }
}

/// The page that the keys lead to from one of so many.
pub fn turned(ui: &Ui, response: &Response, at: usize, pages: usize) -> Option<usize> {
    let last = pages.checked_sub(1)?;
    let keys =
        [(Key::PageDown, (at + 1).min(last)), (Key::PageUp, at.saturating_sub(1)), (Key::Home, 0), (Key::End, last)];
    let to = |key: Key| ui.input(|input| input.key_pressed(key));
    if held(ui, response) { keys.into_iter().find_map(|(key, page)| to(key).then_some(page)) } else { None }
}

/// Whether it has the keyboard, which then leaves it the arrows.
fn held(ui: &Ui, response: &Response) -> bool {
    if !response.has_focus() {
        return false;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    true
}

fn pressed(ui: &Ui, steps: &[(Key, Vec2)]) -> Vec2 {
    let pressed = steps.iter().filter(|(key, _)| ui.input(|input| input.key_pressed(*key)));
    pressed.fold(Vec2::ZERO, |sum, (_, step)| sum + *step)
}
