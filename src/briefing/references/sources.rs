//! The keys of the sources, and whose text they carry.

use ahash::AHashMap;

use super::{Check, circles};
use crate::briefing::limits::MAX_LEVELS;
use crate::briefing::trail::Trail;
use crate::briefing::{Key, Source};
use crate::message;

impl<'a> Check<'a> {
    pub(super) fn sources(&mut self) {
        let Some(sources) = self.parts.sources.get() else { return };
        let root = Trail::default();
        let list = root.field("sources");
        self.unique(&list, "id", sources.sources.iter().map(|source| &source.id));
        self.origins(&sources.sources, &list);
    }

    /// Checks that whose text a source carries is said in one way, leads to a source, and comes to an end.
    fn origins(&mut self, sources: &'a [Source], list: &Trail<'_>) {
        let places: AHashMap<&Key, usize> = sources.iter().zip(0..).map(|(source, at)| (&source.id, at)).collect();
        for (index, source) in sources.iter().enumerate() {
            let Some(origin) = &source.origin else { continue };
            let trail = list.index(index);
            let trail = trail.field("origin");
            let agency = origin.agency.as_ref().filter(|agency| !agency.trim().is_empty());
            match (&origin.source, agency) {
                (Some(_), Some(_)) => {
                    self.problem(&trail, message!(problems::two_origins), message!(problems::origin_remedy));
                }
                (None, None) => self.problem(&trail, message!(problems::no_origin), message!(problems::origin_remedy)),
                (Some(key), None) => self.source(&trail.field("source"), key),
                (None, Some(_)) => {}
            }
        }
        let next = |at: usize| {
            let key = sources.get(at)?.origin.as_ref()?.source.as_ref()?;
            places.get(key).copied()
        };
        let circles = circles(sources.len(), next);
        // Whose text it is in the end is asked of each source again and again.
        let way = |at: usize| std::iter::successors(Some(at), |at| next(*at)).take(MAX_LEVELS + 2);
        let far = |at: &usize| way(*at).count() > MAX_LEVELS + 1;
        let led = |at: &usize| way(*at).any(|at| circles.contains(&at));
        if let Some(at) = (0..sources.len()).find(|at| far(at) && !led(at)) {
            let what = message!(problems::too_many_origins, key = &sources[at].id, most = MAX_LEVELS.to_string());
            let remedy = message!(problems::too_many_origins_remedy);
            self.problem(&list.index(at).field("origin").field("source"), what, remedy);
        }
        for at in circles {
            let what = message!(problems::origin_in_a_circle, key = &sources[at].id);
            let remedy = message!(problems::origin_in_a_circle_remedy);
            self.problem(&list.index(at).field("origin").field("source"), what, remedy);
        }
    }
}
