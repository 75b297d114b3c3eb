//! The pages of a PDF in their order, each with what it inherits from those above it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::file::{Fault, File};
use super::object::{Dict, Object};

/// The most pages that are read.
const MOST: usize = 20_000;

/// A page.
pub(super) struct Page {
    pub dict: Dict,
    /// The fonts and pictures that it names, or what leads to them.
    pub resources: Rc<Object>,
    /// Left, bottom, right and top.
    pub bounds: [f64; 4],
    /// How far it is turned, in quarters.
    pub quarters: usize,
}

/// What pages inherit.
#[derive(Clone)]
struct Inherited {
    resources: Rc<Object>,
    bounds: [f64; 4],
    quarters: usize,
}

/// All pages. One that is not where the file says it is makes the file a broken one.
pub(super) fn all(file: &File<'_>) -> Vec<Page> {
    let root = file.root();
    let Some(first) = root.dict().and_then(|root| root.get("Pages")).cloned() else { return Vec::new() };
    let usual = Inherited { resources: Rc::new(Object::Null), bounds: [0.0, 0.0, 612.0, 792.0], quarters: 0 };
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = vec![(first, usual)];
    while let Some((object, inherited)) = next.pop() {
        if let Object::Ref(number) = object
            && !seen.insert(number)
        {
            continue;
        }
        let resolved = file.resolved(&object);
        let Some(dict) = resolved.dict() else {
            file.fail(Fault::Broken);
            break;
        };
        let own = inherit(dict, &inherited, file);
        if let Object::List(kids) = file.of(dict, "Kids") {
            if next.len() + kids.len() > 4 * MOST {
                file.fail(Fault::TooLarge);
                break;
            }
            next.extend(kids.into_iter().rev().map(|kid| (kid, own.clone())));
            continue;
        }
        let Inherited { resources, bounds, quarters } = own;
        pages.push(Page { dict: dict.clone(), resources, bounds, quarters });
        if pages.len() > MOST {
            file.fail(Fault::TooLarge);
            break;
        }
    }
    pages
}

fn inherit(dict: &Dict, above: &Inherited, file: &File<'_>) -> Inherited {
    let bounds = |name: &str| {
        let list = file.of(dict, name);
        let numbers: Vec<f64> = list.list()?.iter().take(4).filter_map(|own| file.resolved(own).number()).collect();
        let [a, b, c, d] = <[f64; 4]>::try_from(numbers).ok()?;
        let own = [a.min(c), b.min(d), a.max(c), b.max(d)];
        (own[2] - own[0] > 1.0 && own[3] - own[1] > 1.0).then_some(own)
    };
    let turned = file.of(dict, "Rotate").number();
    Inherited {
        resources: dict.get("Resources").cloned().map_or_else(|| Rc::clone(&above.resources), Rc::new),
        bounds: bounds("CropBox").or_else(|| bounds("MediaBox")).unwrap_or(above.bounds),
        quarters: turned.map_or(above.quarters, |turned| (turned / 90.0).rem_euclid(4.0) as usize % 4),
    }
}
