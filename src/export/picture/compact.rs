//! Many lines as the data of one path, in as few signs as a tenth of a point takes: a page is sent by mail.

use std::fmt::Write as _;

/// Tenths of a point, as which places are written.
const TENTHS: f32 = 10.0;

/// The data of a path of lines, each from place to place relative to the one before it. Where they are clipped by an area,
/// given by its corners, those beyond it are left out.
pub fn data(lines: impl Iterator<Item = Vec<[f32; 2]>>, clip: Option<[f32; 4]>) -> String {
    let mut data = String::new();
    let mut at = [0_i32; 2];
    for line in lines.filter(|line| clip.is_none_or(|clip| meets(line, clip))) {
        data.push('m');
        for (number, point) in line.iter().enumerate() {
            let point = point.map(|part| (part * TENTHS).round() as i32);
            // Behind `m` whatever follows is drawn to; the same place at a tenth needs no line.
            if number == 0 || point != at {
                write(&mut data, [point[0] - at[0], point[1] - at[1]], number > 0);
                at = point;
            }
        }
    }
    data
}

/// Whether anything of a line can lie in an area.
fn meets(line: &[[f32; 2]], [left, top, right, bottom]: [f32; 4]) -> bool {
    let all = |is: &dyn Fn(&[f32; 2]) -> bool| line.iter().all(is);
    !(all(&|[x, _]| *x < left) || all(&|[x, _]| *x > right) || all(&|[_, y]| *y < top) || all(&|[_, y]| *y > bottom))
}

/// Writes a place, with a space before a number only where it could be taken for a part of the one before it.
fn write(data: &mut String, tenths: [i32; 2], follows: bool) {
    for (number, part) in tenths.into_iter().enumerate() {
        if part >= 0 && (follows || number > 0) {
            data.push(' ');
        }
        let sign = if part < 0 { "-" } else { "" };
        let (whole, rest) = (part.unsigned_abs() / 10, part.unsigned_abs() % 10);
        // Writing to a string does not fail.
        let _ = match (whole, rest) {
            (whole, 0) => write!(data, "{sign}{whole}"),
            (0, rest) => write!(data, "{sign}.{rest}"),
            (whole, rest) => write!(data, "{sign}{whole}.{rest}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::data;

    #[test]
    fn places_are_relative_and_take_few_signs() {
        let lines = [vec![[10.0, 5.04], [10.5, 4.0], [9.0, 4.0]], vec![[9.0, 5.0], [9.0, 6.0]]];
        assert_eq!(data(lines.clone().into_iter(), None), "m10 5 .5-1-1.5 0m0 1 0 1");
        // Twice the same place at a tenth draws nothing between them.
        assert_eq!(data([vec![[1.0, 1.0], [1.01, 1.0], [2.0, 1.0]]].into_iter(), None), "m1 1 1 0");
        assert_eq!(data(lines.into_iter(), Some([0.0, 5.5, 20.0, 20.0])), "m9 5 0 1", "what lies above is left out");
    }
}
