//! What is packed, unpacked: as often as the file says, and never to more than is allowed.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

use super::object::{Dict, Object};

/// What came of unpacking.
pub(super) enum Unpacked {
    Whole(Vec<u8>),
    /// The bytes end before what is packed in them does, or make no sense.
    Broken,
    /// There is more than allowed.
    TooLarge,
    /// A picture, which has no text.
    Picture,
}

/// Undoes one way of packing, told by its name, to at most so many bytes.
pub(super) fn undone(filter: &str, bytes: &[u8], parameters: Option<&Dict>, most: usize) -> Unpacked {
    let whole = match filter {
        "FlateDecode" | "Fl" => inflated(bytes, most),
        "LZWDecode" | "LZW" => {
            let early = parameters.and_then(|own| own.count("EarlyChange")) != Some(0);
            lzw(bytes, usize::from(early), most)
        }
        "ASCIIHexDecode" | "AHx" => Unpacked::Whole(hex(bytes)),
        "ASCII85Decode" | "A85" => ascii85(bytes, most),
        "RunLengthDecode" | "RL" => runs(bytes, most),
        "Crypt" => Unpacked::Whole(bytes.to_vec()),
        _ => Unpacked::Picture,
    };
    match (whole, parameters) {
        (Unpacked::Whole(bytes), Some(parameters)) if matches!(filter, "FlateDecode" | "Fl" | "LZWDecode" | "LZW") => {
            predicted(bytes, parameters)
        }
        (whole, _) => whole,
    }
}

fn inflated(bytes: &[u8], most: usize) -> Unpacked {
    let first = match decompress_to_vec_zlib_with_limit(bytes, most) {
        Ok(whole) => return Unpacked::Whole(whole),
        Err(err) => err,
    };
    match first.status {
        TINFLStatus::HasMoreOutput => Unpacked::TooLarge,
        // A wrong sum at the end is written by some, and read by all.
        TINFLStatus::Adler32Mismatch => Unpacked::Whole(first.output),
        // Only the sum is missing, or its head is.
        _ => match decompress_to_vec_with_limit(bytes.get(2..).unwrap_or_default(), most)
            .or_else(|_| decompress_to_vec_with_limit(bytes, most))
        {
            Ok(whole) => Unpacked::Whole(whole),
            Err(err) if err.status == TINFLStatus::HasMoreOutput => Unpacked::TooLarge,
            Err(_) => Unpacked::Broken,
        },
    }
}

fn lzw(bytes: &[u8], early: usize, most: usize) -> Unpacked {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // Each entry is the one before it and a byte; how long each is makes it be written from behind.
    let mut entries: Vec<(usize, u8, usize)> = Vec::new();
    let start: Vec<(usize, u8, usize)> =
        (0..258_usize).map(|code| (usize::MAX, u8::try_from(code).unwrap_or_default(), 1)).collect();
    entries.extend(&start);
    let (mut held, mut bits, mut width) = (0_u32, 0_u32, 9_u32);
    let mut before: Option<usize> = None;
    let mut out: Vec<u8> = Vec::new();
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits) as usize;
        held &= (1 << bits) - 1;
        match code {
            CLEAR => {
                entries.truncate(258);
                (width, before) = (9, None);
                continue;
            }
            END => break,
            _ => {}
        }
        let from = if code < entries.len() { code } else { before.unwrap_or_default() };
        let Some((_, _, length)) = entries.get(from).copied() else { return Unpacked::Broken };
        if out.len() + length + 1 > most {
            return Unpacked::TooLarge;
        }
        let start = out.len();
        out.resize(start + length, 0);
        let mut at = from;
        for place in (start..start + length).rev() {
            let Some((above, byte, _)) = entries.get(at).copied() else { break };
            if let Some(slot) = out.get_mut(place) {
                *slot = byte;
            }
            at = above;
        }
        let first = out.get(start).copied().unwrap_or_default();
        if code >= entries.len() {
            if code > entries.len() || before.is_none() {
                return Unpacked::Broken;
            }
            out.push(first);
        }
        if let Some(before) = before
            && entries.len() < 4096
        {
            let length = entries.get(before).map_or(1, |entry| entry.2);
            entries.push((before, first, length + 1));
        }
        before = Some(code);
        width = match entries.len() + early {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
    Unpacked::Whole(out)
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default()).collect()
}

fn ascii85(bytes: &[u8], most: usize) -> Unpacked {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::new();
    let write = |group: &[u32], out: &mut Vec<u8>| {
        let padded = (0..5).map(|at| group.get(at).copied().unwrap_or(84));
        let value = padded.fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(digit));
        out.extend(value.to_be_bytes().iter().take(group.len().saturating_sub(1)));
    };
    for byte in bytes {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => {
                group.push(u32::from(byte - b'!'));
                if group.len() == 5 {
                    write(&group, &mut out);
                    group.clear();
                }
            }
            _ => {}
        }
        if out.len() > most {
            return Unpacked::TooLarge;
        }
    }
    if !group.is_empty() {
        write(&group, &mut out);
    }
    Unpacked::Whole(out)
}

fn runs(bytes: &[u8], most: usize) -> Unpacked {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(length) = bytes.get(at).copied().filter(|length| *length != 128) {
        if length < 128 {
            let end = (at + 2 + usize::from(length)).min(bytes.len());
            out.extend_from_slice(bytes.get(at + 1..end).unwrap_or_default());
            at = end;
        } else {
            let Some(byte) = bytes.get(at + 1) else { break };
            out.extend(std::iter::repeat_n(*byte, 257 - usize::from(length)));
            at += 2;
        }
        if out.len() > most {
            return Unpacked::TooLarge;
        }
    }
    Unpacked::Whole(out)
}

/// What was written as differences from what stands before or above it.
fn predicted(bytes: Vec<u8>, parameters: &Dict) -> Unpacked {
    let of = |name: &str, usual: usize| parameters.get(name).and_then(Object::count).unwrap_or(usual);
    let predictor = of("Predictor", 1);
    if predictor < 2 {
        return Unpacked::Whole(bytes);
    }
    let (colors, depth, columns) = (of("Colors", 1), of("BitsPerComponent", 8), of("Columns", 1));
    if colors > 32 || depth > 16 || columns > 1 << 24 {
        return Unpacked::Broken;
    }
    let step = (colors * depth).div_ceil(8).max(1);
    let row = (colors * depth * columns).div_ceil(8).max(1);
    if row > bytes.len() {
        return if bytes.is_empty() { Unpacked::Whole(bytes) } else { Unpacked::Broken };
    }
    if predictor == 2 {
        // Only pictures are written so, and what is not a byte for each colour is one for certain.
        let mut bytes = bytes;
        for line in bytes.chunks_mut(row) {
            for at in step..line.len() {
                line[at] = line[at].wrapping_add(line[at - step]);
            }
        }
        return Unpacked::Whole(bytes);
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; row];
    for line in bytes.chunks(row + 1) {
        let Some((kind, line)) = line.split_first() else { break };
        let mut own = line.to_vec();
        for at in 0..own.len() {
            let left = at.checked_sub(step).and_then(|at| own.get(at).copied()).unwrap_or_default();
            let up = above.get(at).copied().unwrap_or_default();
            let corner = at.checked_sub(step).and_then(|at| above.get(at).copied()).unwrap_or_default();
            let guess = match kind {
                1 => left,
                2 => up,
                3 => u16::midpoint(u16::from(left), u16::from(up)) as u8,
                4 => paeth(left, up, corner),
                _ => 0,
            };
            own[at] = own[at].wrapping_add(guess);
        }
        out.extend_from_slice(&own);
        own.resize(row, 0);
        above = own;
    }
    Unpacked::Whole(out)
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let [to_left, to_up, to_corner] = [b - c, a - c, a + b - 2 * c].map(i16::abs);
    if to_left <= to_up && to_left <= to_corner {
        left
    } else if to_up <= to_corner {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::{Unpacked, undone};

    fn text(filter: &str, bytes: &[u8]) -> String {
        match undone(filter, bytes, None, 1000) {
            Unpacked::Whole(bytes) => String::from_utf8(bytes).expect("letters"),
            Unpacked::Broken => "broken".to_owned(),
            Unpacked::TooLarge => "too large".to_owned(),
            Unpacked::Picture => "picture".to_owned(),
        }
    }

    #[test]
    fn each_way_of_packing_is_undone_and_goes_no_further_than_it_may() {
        assert_eq!(text("ASCIIHexDecode", b"48 65 6C6c 6F>"), "Hello");
        assert_eq!(text("ASCII85Decode", b"87cURD]i,\"Ebo80~>"), "Hello World!");
        assert_eq!(text("RunLengthDecode", &[2, b'a', b'b', b'c', 254, b'z', 128]), "abczzz");
        // The example of the specification.
        assert_eq!(text("LZWDecode", &[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]), "-----A---B");
        let packed = |text: &[u8]| miniz_oxide::deflate::compress_to_vec_zlib(text, 6);
        assert_eq!(text("FlateDecode", &packed(b"Hello")), "Hello");
        assert_eq!(text("FlateDecode", &packed(&[b' '; 2000])), "too large");
        assert_eq!(text("FlateDecode", packed(&[7; 900]).get(..9).unwrap_or_default()), "broken");
        assert_eq!(text("RunLengthDecode", &[129, b'z'].repeat(20)), "too large");
        assert_eq!(text("DCTDecode", b""), "picture");
    }
}
