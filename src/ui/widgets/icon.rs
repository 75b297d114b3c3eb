//! Phosphor icons, bundled as SVG and tinted when drawn.

use egui::{Color32, Image, ImageSource, Rect, Ui, load::Bytes};

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $file:literal,)*) => {
        /// An icon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon { $($(#[$doc])* $name,)* }

        impl Icon {
            const fn svg(self) -> (&'static str, &'static [u8]) {
                match self {
                    $(Self::$name => ($file, include_bytes!(concat!("../../../assets/icons/", $file, ".svg"))),)*
                }
            }
        }
    };
}

icons! {
    /// Back.
    ArrowLeft = "arrow-left",
    /// Forward.
    ArrowRight = "arrow-right",
    /// Attach a file.
    Paperclip = "paperclip",
    /// Sorted upwards.
    ArrowUp = "arrow-up",
    /// Sorted downwards.
    ArrowDown = "arrow-down",
    /// Previous.
    CaretUp = "caret-up",
    /// Next.
    CaretDown = "caret-down",
    /// Narrower, or to the left.
    CaretLeft = "caret-left",
    /// Wider, or to the right.
    CaretRight = "caret-right",
    /// Chosen.
    Check = "check",
    /// To the clipboard.
    Copy = "copy",
    /// Which columns a table has.
    Columns = "columns",
    /// Out of the program, into a file.
    Export = "export",
    /// Narrow a list down.
    Filter = "funnel-simple",
    /// A folder, to be looked into.
    FolderOpen = "folder-open",
    /// What can be done.
    List = "list",
    /// The map.
    Map = "map-trifold",
    /// Less of it.
    Minus = "minus",
    /// Dark theme.
    Moon = "moon",
    /// More of it.
    Plus = "plus",
    /// To the sentence.
    Quotes = "quotes",
    /// Find.
    Search = "magnifying-glass",
    /// The inspector.
    Sidebar = "sidebar-simple",
    /// Light theme.
    Sun = "sun",
    /// Close or remove.
    Close = "x",
}

impl Icon {
    /// Paints it into a square; the widget around it carries its name.
    pub fn paint(self, ui: &Ui, rect: Rect, color: Color32) {
        let (name, bytes) = self.svg();
        // One texture for each size: an SVG shared between two sizes is drawn blurred at one of them.
        let uri = format!("bytes://icon-{name}-{}.svg", rect.width());
        let source = ImageSource::Bytes { uri: uri.into(), bytes: Bytes::Static(bytes) };
        Image::new(source).tint(color).fit_to_exact_size(rect.size()).paint_at(ui, rect);
    }
}
