//! How wide the columns of a table are on a page.

/// Columns as wide as they are asked to be, except that those with room to spare give it to those whose longest word
/// needs more. Where there is not enough, each that needs more gets the same part of what it needs.
pub fn widths(asked: &[f32], needed: &[f32]) -> Vec<f32> {
    /// What no word needs of a page: longer ones are broken.
    const MOST: f32 = 0.3;
    let room: f32 = asked.iter().sum();
    let needed = needed.iter().map(|needed| needed.min(room * MOST));
    let spare: Vec<f32> = asked.iter().zip(needed).map(|(asked, needed)| asked - needed).collect();
    let [lack, plenty] = [-1.0_f32, 1.0].map(|sign| spare.iter().map(|spare| (sign * spare).max(0.0)).sum::<f32>());
    let moved = lack.min(plenty);
    let width = |(asked, spare): (&f32, &f32)| {
        let part =
            if *spare < 0.0 { moved / lack.max(f32::MIN_POSITIVE) } else { moved / plenty.max(f32::MIN_POSITIVE) };
        asked - spare * part
    };
    asked.iter().zip(&spare).map(width).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::widths;

    proptest! {
        #[test]
        fn columns_fill_the_same_room_and_no_word_is_broken_while_there_is_room(
            columns in prop::collection::vec((20f32..200.0, 0f32..120.0), 1..9),
        ) {
            let (asked, needed): (Vec<f32>, Vec<f32>) = columns.into_iter().unzip();
            let given = widths(&asked, &needed);
            let sum = |of: &[f32]| of.iter().sum::<f32>();
            prop_assert!((sum(&given) - sum(&asked)).abs() < 0.5);
            let room = sum(&asked);
            let needed: Vec<f32> = needed.iter().map(|needed| needed.min(room * 0.3)).collect();
            if sum(&needed) <= room {
                for (given, needed) in given.iter().zip(&needed) {
                    prop_assert!(given + 0.1 >= *needed, "{given} for {needed}");
                }
            }
        }
    }
}
