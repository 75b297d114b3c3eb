//! Addresses as Word opens them. It takes a file for broken in which one address is none, so whatever is doubtful is text.

use std::fmt::Write as _;

use crate::export::markdown_text::is_link;

/// An address as a file can refer to it; none where it is no address of the web, or one that Word would not take.
pub fn target(address: &str) -> Option<String> {
    if !is_link(address) {
        return None;
    }
    let (scheme, rest) = address.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (site, path) = rest.split_at(end);
    let (host, port) = site.split_once(':').map_or((site, None), |(host, port)| (host, Some(port)));
    let is_name = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.chars().all(|sign| sign.is_alphanumeric() || "-_".contains(sign))
    };
    let is_host = host.len() <= 253 && host.split('.').all(is_name);
    if !is_host || port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return None;
    }
    let mut target = format!("{scheme}://{site}");
    let mut hash = false;
    for (at, sign) in path.char_indices() {
        let is_escape = sign == '%'
            && path.as_bytes().get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        // A second one would end what the first begins.
        let is_allowed = is_escape || sign.is_ascii_alphanumeric() || "-._~/?!$&'()*+,;=:@".contains(sign);
        if is_allowed || sign == '#' && !std::mem::replace(&mut hash, true) {
            target.push(sign);
        } else {
            for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(target, "%{byte:02X}");
            }
        }
    }
    Some(target)
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn what_is_doubtful_in_an_address_is_escaped() {
        for (address, expected) in [
            ("https://a.org/b?c=d&e=%20#f", Some("https://a.org/b?c=d&e=%20#f")),
            ("https://a.org/a|b^c`d{e}\"<>\\", Some("https://a.org/a%7Cb%5Ec%60d%7Be%7D%22%3C%3E%5C")),
            ("https://a.org/Лавров#x#y", Some("https://a.org/%D0%9B%D0%B0%D0%B2%D1%80%D0%BE%D0%B2#x%23y")),
            ("https://a.org/100%", Some("https://a.org/100%25")),
            ("http://президент.рф:8080", Some("http://президент.рф:8080")),
            ("http://a:b/", None),
            ("http://a:99999/", None),
            ("http:///a", None),
            ("http://a..b/", None),
            ("http://user@a.org/", None),
            ("http://[::1]/", None),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("https://a.org/ b", None),
        ] {
            assert_eq!(target(address).as_deref(), expected, "{address}");
        }
        assert_eq!(target(&format!("https://a.org/{}", "x".repeat(60_000))), None);
    }
}
