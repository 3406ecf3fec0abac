//! JSON from elsewhere, within limits: its size, its depth and how many values it has are known before it is read.

use serde_json::Value;

pub use super::message::{JsonError, MOST_FILE_BYTES as MOST_BYTES};

/// How deep lists and objects may stand in one another; FHIR and our own files stay below half of it.
pub const MOST_DEPTH: usize = 60;

/// The most values that a file may have; each takes some dozens of bytes of memory once read.
pub const MOST_VALUES: usize = 1_000_000;

/// The JSON in some bytes. A mark of byte order before it is passed over.
///
/// # Errors
/// See [`JsonError`].
pub fn read(bytes: &[u8]) -> Result<Value, JsonError> {
    if bytes.len() > MOST_BYTES {
        return Err(JsonError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| JsonError::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    measure(text.as_bytes())?;
    serde_json::from_str(text).map_err(|_| JsonError::NotJson)
}

/// JSON as people read it: a line for each value.
#[must_use]
pub fn write(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Goes through the text once and keeps nothing of it.
fn measure(text: &[u8]) -> Result<(), JsonError> {
    let (mut depth, mut values, mut in_text, mut is_escaped) = (0_usize, 1_usize, false, false);
    for byte in text {
        match (in_text, byte) {
            (true, _) if is_escaped => is_escaped = false,
            (true, b'\\') => is_escaped = true,
            (_, b'"') => in_text = !in_text,
            (true, _) => {}
            (false, b'[' | b'{') => {
                depth = depth.saturating_add(1);
                values = values.saturating_add(1);
            }
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            (false, b',') => values = values.saturating_add(1),
            (false, _) => {}
        }
        if depth > MOST_DEPTH {
            return Err(JsonError::TooDeep);
        }
        if values > MOST_VALUES {
            return Err(JsonError::TooMany);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{JsonError, MOST_BYTES, MOST_DEPTH, MOST_VALUES, read};
    use serde_json::json;

    #[test]
    fn json_is_read_with_and_without_a_mark_of_byte_order() {
        assert_eq!(read(br#"{"a": ["\"[", 1.5, null]}"#), Ok(json!({"a": ["\"[", 1.5, null]})));
        assert_eq!(read("\u{feff}[]".as_bytes()), Ok(json!([])));
    }

    #[test]
    fn hostile_bytes_end_in_a_reason() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(nested(MOST_DEPTH).as_bytes()).is_ok());
        assert_eq!(read(nested(MOST_DEPTH + 1).as_bytes()), Err(JsonError::TooDeep));
        assert_eq!(read("{\"a\":".repeat(2_000_000).as_bytes()), Err(JsonError::TooDeep));
        assert_eq!(read(&vec![b' '; 50_000_000]), Err(JsonError::TooLarge));
        assert_eq!(read(&vec![b' '; MOST_BYTES]), Err(JsonError::NotJson));
        assert_eq!(read(("[".to_owned() + &"0,".repeat(MOST_VALUES) + "0]").as_bytes()), Err(JsonError::TooMany));
        for not_text in [b"\xff\xfe{\x00}\x00".as_slice(), b"\x1f\x8b\x08", b"{\"a\": \"\xe9\"}"] {
            assert_eq!(read(not_text), Err(JsonError::NotText));
        }
        for cut in ["", "{", "{\"a\": \"", "[1,]", "<Bundle/>", "{} {}"] {
            assert_eq!(read(cut.as_bytes()), Err(JsonError::NotJson), "{cut}");
        }
    }
}
