//! An empty window: eframe with the features, the renderer and the size of the program's, and one line of text.

/// Opens it.
pub fn open() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: eframe::egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..Default::default()
    };
    eframe::run_ui_native("floor", options, |ui, _| {
        ui.label("The floor");
    })
}
