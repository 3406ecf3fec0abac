//! Plain text as QR codes, which any phone reads without network; a long text as several, each of which says its place.
//!
//! The codes hold the text itself, not an address: whoever photographs them can read it.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

pub use super::message::{Code, MOST_CODES, QrError};

/// The largest code that is made: 117 modules a side, which an ordinary printer and phone manage at seven centimetres.
const LARGEST: u8 = 25;

/// The bytes that the largest code holds where a seventh of it may be damaged (ISO/IEC 18004, version 25, level M).
pub const MOST_BYTES_OF_ONE: usize = 997;

/// The codes of a text, to be read in their order.
///
/// # Errors
/// See [`QrError`].
pub fn codes(text: &str) -> Result<Vec<Code>, QrError> {
    parts(text)?.iter().map(|part| code(part)).collect()
}

fn code(text: &str) -> Result<Code, QrError> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let made = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::new(LARGEST),
        None::<Mask>,
        true,
    );
    let made = made.map_err(|_| QrError::TooLong)?;
    let side = 0..made.size();
    let dark: Vec<bool> =
        side.clone().flat_map(|y| side.clone().map(move |x| (x, y))).map(|(x, y)| made.get_module(x, y)).collect();
    Ok(Code { size: usize::try_from(made.size()).unwrap_or(0), dark })
}

/// The text of each code: as many whole lines as it holds, behind its place where there are several.
fn parts(text: &str) -> Result<Vec<String>, QrError> {
    let text = plain(text);
    if text.is_empty() {
        return Err(QrError::Empty);
    }
    if text.len() <= MOST_BYTES_OF_ONE {
        return Ok(vec![text]);
    }
    if text.len() > MOST_BYTES_OF_ONE.saturating_mul(MOST_CODES) {
        return Err(QrError::TooLong);
    }
    // "1/9" and the end of its line.
    let room = MOST_BYTES_OF_ONE.saturating_sub(4);
    let mut parts: Vec<String> = Vec::new();
    for line in text.split('\n') {
        for piece in pieces(line, room) {
            let needed = piece.len().saturating_add(1);
            match parts.last_mut().filter(|part| part.len().saturating_add(needed) <= room) {
                Some(part) => {
                    part.push('\n');
                    part.push_str(piece);
                }
                None => parts.push(piece.to_owned()),
            }
        }
    }
    if parts.len() > MOST_CODES {
        return Err(QrError::TooLong);
    }
    let all = parts.len();
    Ok(parts.into_iter().zip(1..).map(|(part, place): (String, usize)| format!("{place}/{all}\n{part}")).collect())
}

/// A line in pieces of at most so many bytes, cut after a space where there is one.
fn pieces(line: &str, room: usize) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), line);
    while rest.len() > room {
        let fits = rest.char_indices().map(|(at, letter)| (at.saturating_add(letter.len_utf8()), letter));
        let fits = fits.take_while(|(end, _)| *end <= room);
        let (mut end, mut after_space) = (0, None);
        for (at, letter) in fits {
            end = at;
            if letter == ' ' {
                after_space = Some(at);
            }
        }
        let Some((piece, tail)) = rest.split_at_checked(after_space.unwrap_or(end)) else { break };
        pieces.push(piece.trim_end());
        rest = tail;
    }
    pieces.push(rest);
    pieces
}

/// A text with the signs that phones surely show: ordinary spaces and apostrophes, and nothing that controls.
fn plain(text: &str) -> String {
    let letters = text.trim().chars().filter(|letter| *letter == '\n' || !letter.is_control());
    letters
        .map(|letter| match letter {
            '\u{a0}' | '\u{202f}' => ' ',
            '’' => '\'',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{MOST_BYTES_OF_ONE, MOST_CODES, QrError, codes, parts};
    use proptest::prelude::*;

    #[test]
    fn the_largest_code_holds_what_it_says() {
        let whole = "a".repeat(MOST_BYTES_OF_ONE);
        let code = codes(&whole).unwrap();
        assert_eq!((code.len(), code[0].size, code[0].side()), (1, 117, 125));
        assert_eq!(codes(&(whole + "a")).unwrap().len(), 2);
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        assert_eq!(codes(" \n\u{a0}"), Err(QrError::Empty));
        assert_eq!(codes(&"é".repeat(MOST_BYTES_OF_ONE * MOST_CODES)), Err(QrError::TooLong));
    }

    #[test]
    fn the_path_draws_every_dark_module_and_no_other() {
        let code = codes("Bonjour").unwrap().remove(0);
        let widths = code.path();
        let drawn: usize = widths.split('h').filter_map(|part| part.split_once('v')?.0.parse::<usize>().ok()).sum();
        assert_eq!(drawn, code.dark.iter().filter(|dark| **dark).count());
        assert!(widths.starts_with("M4 4h7v1h-7z"), "the corner of every code");
    }

    proptest! {
        #[test]
        fn the_parts_say_it_all_in_order(lines in prop::collection::vec("[a-zà-ü€😀 ]{0,1300}", 1..6)) {
            let text = lines.join("\n");
            match parts(&text) {
                Err(QrError::Empty) => prop_assert!(text.trim().is_empty()),
                Err(QrError::TooLong) => prop_assert!(text.len() > MOST_BYTES_OF_ONE * MOST_CODES / 2),
                Ok(parts) => {
                    let all = parts.len();
                    let mut said = String::new();
                    for (place, part) in parts.iter().enumerate() {
                        prop_assert!(part.len() <= MOST_BYTES_OF_ONE);
                        let head = format!("{}/{all}\n", place + 1);
                        said.push_str(if all == 1 { part.as_str() } else { part.strip_prefix(&head).unwrap() });
                        said.push(' ');
                    }
                    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
                    prop_assert_eq!(letters(&said), letters(&text));
                }
            }
        }
    }
}
