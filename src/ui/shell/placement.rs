//! Back onto a screen: a window is remembered where it stood, and the screen that it stood on may be gone.
//!
//! Egui's window library sees to it on macOS and Windows. On X11 a window opens wherever it is told to, and what a
//! window manager makes of that shows only once the window is there; Wayland places windows by itself.

use std::time::Duration;

use egui::{Context, Pos2, Rect, Vec2};
use egui_winit::winit::window::Window;

/// How many seconds after it is there is looked whether the window can be seen. Each draws a frame, and a window manager
/// that moves windows does so soon.
const LOOKS: [f64; 4] = [0.0, 0.05, 0.15, 0.5];
/// The part of a window by which it is moved, in pixels from its top.
const HANDLE: f32 = 32.0;

/// Watches over the place of a window that has just opened.
#[derive(Debug, Default)]
pub struct Placement {
    /// How often has been looked.
    looks: usize,
    /// When the window was there.
    since: Option<f64>,
}

impl Placement {
    /// Moves the window onto a screen if too little of it is on any. To be called in every frame; after the first few
    /// it does nothing.
    pub fn look(&mut self, ctx: &Context, frame: &eframe::Frame) {
        let Some(window) = frame.winit_window() else { return };
        let now = ctx.input(|input| input.time);
        let since = now - *self.since.get_or_insert(now);
        if LOOKS.get(self.looks).is_some_and(|due| since >= *due) {
            self.looks += 1;
            bring_back(window);
        }
        if let Some(due) = LOOKS.get(self.looks) {
            ctx.request_repaint_after(Duration::from_secs_f64((due - since).max(0.0)));
        }
    }
}

/// Moves a window onto a screen if too little of it is on any.
fn bring_back(window: &Window) {
    if window.is_maximized() || window.fullscreen().is_some() {
        return;
    }
    let Ok(mut place) = window.outer_position() else { return };
    let rect = |[x, y]: [i32; 2], [width, height]: [u32; 2]| {
        Rect::from_min_size(Pos2::new(x as f32, y as f32), Vec2::new(width as f32, height as f32))
    };
    let screens: Vec<Rect> = window
        .available_monitors()
        .map(|screen| (screen.position(), screen.size()))
        .map(|(at, size)| rect([at.x, at.y], [size.width, size.height]))
        .collect();
    let outer = window.outer_size();
    let stands = rect([place.x, place.y], [outer.width, outer.height]);
    if let Some(target) = back(stands, &screens) {
        (place.x, place.y) = (target.min.x as i32, target.min.y as i32);
        window.set_outer_position(place);
        let mut inner = window.inner_size();
        let (wider, higher) = (stands.width() - target.width(), stands.height() - target.height());
        if wider > 0.0 || higher > 0.0 {
            inner.width = inner.width.saturating_sub(wider as u32);
            inner.height = inner.height.saturating_sub(higher as u32);
            // Whether it is so much smaller at once or later does not matter here.
            let _ = window.request_inner_size(inner);
        }
    }
}

/// Where a window has to go to be seen; none where it can be: half of it at least is on screens, and there is enough of
/// its top to move it by.
fn back(window: Rect, screens: &[Rect]) -> Option<Rect> {
    let shared = |screen: &Rect| screen.intersect(window);
    let area = |part: Rect| if part.is_positive() { part.area() } else { 0.0 };
    let seen: f32 = screens.iter().map(|screen| area(shared(screen))).sum();
    let handle = window.with_max_y(window.top() + HANDLE.min(window.height()));
    let held: f32 = screens.iter().map(|screen| area(screen.intersect(handle))).sum();
    if seen * 2.0 >= window.area() && held * 2.0 >= handle.area() {
        return None;
    }
    let off = |screen: &Rect| screen.center().distance_sq(window.center());
    let fits =
        |a: &&Rect, b: &&Rect| area(shared(a)).total_cmp(&area(shared(b))).then_with(|| off(b).total_cmp(&off(a)));
    let screen = screens.iter().filter(|screen| screen.is_positive()).max_by(fits)?;
    let size = window.size().min(screen.size());
    let min = window.min.clamp(screen.min, screen.max - size);
    Some(Rect::from_min_size(min, size))
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};
    use proptest::prelude::*;

    use super::back;

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(width, height))
    }

    #[test]
    fn a_window_off_every_screen_comes_back_onto_the_nearest() {
        let (left, right) = (rect(0.0, 0.0, 1280.0, 800.0), rect(1280.0, 0.0, 1920.0, 1080.0));
        for (window, screens, target) in [
            (rect(2000.0, 100.0, 1000.0, 700.0), vec![left], Some(rect(280.0, 100.0, 1000.0, 700.0))),
            (rect(2000.0, 100.0, 1000.0, 700.0), vec![left, right], None),
            (rect(1154.0, 0.0, 1280.0, 800.0), vec![left], Some(left)),
            (rect(-4000.0, -4000.0, 1000.0, 700.0), vec![left, right], Some(rect(0.0, 0.0, 1000.0, 700.0))),
            (rect(100.0, -400.0, 1000.0, 700.0), vec![left], Some(rect(100.0, 0.0, 1000.0, 700.0))),
            (rect(100.0, -20.0, 1000.0, 700.0), vec![left], Some(rect(100.0, 0.0, 1000.0, 700.0))),
            (rect(-300.0, 100.0, 1000.0, 700.0), vec![left], None),
            (rect(780.0, 50.0, 1000.0, 700.0), vec![left, right], None),
            (rect(5000.0, 0.0, 3000.0, 2000.0), vec![left], Some(left)),
            (rect(5000.0, 0.0, 1000.0, 700.0), vec![left, right], Some(rect(2200.0, 0.0, 1000.0, 700.0))),
            (rect(5000.0, 0.0, 1000.0, 700.0), vec![], None),
        ] {
            assert_eq!(back(window, &screens), target, "{window:?} on {screens:?}");
        }
    }

    proptest! {
        #[test]
        fn wherever_it_goes_it_can_be_seen_and_stays(
            x in -5000..5000_i32, y in -5000..5000_i32, width in 1..4000_i32, height in 1..4000_i32, second: bool,
        ) {
            let mut screens = vec![rect(0.0, 0.0, 1280.0, 800.0)];
            screens.extend(second.then_some(rect(-1024.0, 200.0, 1024.0, 768.0)));
            let window = rect(x as f32, y as f32, width as f32, height as f32);
            if let Some(target) = back(window, &screens) {
                prop_assert!(screens.iter().any(|screen| screen.contains_rect(target)), "{target:?}");
                prop_assert_eq!(back(target, &screens), None);
            }
        }
    }
}
