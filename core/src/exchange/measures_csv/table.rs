//! From bytes to rows of cells: encodings and separators as spreadsheets write them.

use super::{CsvError, MOST_BYTES, MOST_LINES};

/// A row, and the line of the file on which it begins, from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub line: usize,
    pub cells: Vec<String>,
}

/// The rows of a table, those without any letter left out.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, CsvError> {
    if bytes.len() > MOST_BYTES {
        return Err(CsvError::TooLarge);
    }
    let text = text(bytes)?;
    // A spreadsheet may name its separator in a line of its own.
    let (separator, body, first) =
        match text.strip_prefix("sep=").map(|rest| (rest.chars().next(), rest.split_once('\n'))) {
            Some((Some(separator), Some((_, body)))) => (separator, body, 2),
            _ => (separator(&text), text.as_str(), 1),
        };
    split(body, separator, first)
}

/// The text of some bytes: UTF-8 or UTF-16 with its mark, UTF-8 without, or what Windows writes in Western Europe.
fn text(bytes: &[u8]) -> Result<String, CsvError> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok().map(of)).collect();
        String::from_utf16(&units).map_err(|_| CsvError::NotText)
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).map_err(|_| CsvError::NotText)?,
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
        },
    };
    if text.contains('\0') { Err(CsvError::NotText) } else { Ok(text) }
}

/// A letter of Windows-1252. Of those between 128 and 159 only the ones that French writes matter here.
fn windows(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x8C => 'Œ',
        0x92 => '’',
        0x9C => 'œ',
        0x9F => 'Ÿ',
        other => char::from(other),
    }
}

/// What most often stands between the headings.
fn separator(text: &str) -> char {
    let headings = text.lines().next().unwrap_or_default();
    let count = |separator: &char| headings.chars().filter(|letter| letter == separator).count();
    // Of as many the first: a semicolon needs no quotation marks, where a comma is in a heading.
    [',', '\t', ';'].into_iter().max_by_key(count).unwrap_or(';')
}

fn split(text: &str, separator: char, first: usize) -> Result<Vec<Row>, CsvError> {
    let mut rows = Vec::new();
    let (mut line, mut begins, mut is_quoted) = (first, first, false);
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    loop {
        let letter = letters.next();
        match letter {
            Some('"') if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            Some('"') if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
            Some('\n') | None if !is_quoted => {
                cells.push(std::mem::take(&mut cell));
                let cells = std::mem::take(&mut cells);
                if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    if rows.len() >= MOST_LINES {
                        return Err(CsvError::TooLarge);
                    }
                    rows.push(Row { line: begins, cells: cells.iter().map(|cell| cell.trim().to_owned()).collect() });
                }
                line = line.saturating_add(1);
                begins = line;
                if letter.is_none() {
                    return Ok(rows);
                }
            }
            None => return Err(CsvError::OpenQuote),
            Some(letter) if letter == separator && !is_quoted => cells.push(std::mem::take(&mut cell)),
            Some(letter) => {
                line = line.saturating_add(usize::from(letter == '\n'));
                cell.push(letter);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::{CsvError, rows};
    use crate::exchange::measures_csv::MOST_BYTES;
    use proptest::prelude::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        rows(bytes).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn one_table_in_all_the_ways_in_which_spreadsheets_save_it() {
        let text = "Été;Cœur\r\nun \"deux\";\"trois;\nquatre \"\"5\"\"\"\r\n";
        let wide = |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
        let windows =
            text.chars().map(|letter| if letter == 'œ' { 0x9C } else { u8::try_from(u32::from(letter)).unwrap() });
        let saved = [
            text.as_bytes().to_vec(),
            [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
            [vec![0xFF, 0xFE], wide(u16::to_le_bytes)].concat(),
            [vec![0xFE, 0xFF], wide(u16::to_be_bytes)].concat(),
            windows.collect(),
            format!("sep=;\r\n{text}").into_bytes(),
        ];
        for bytes in saved {
            assert_eq!(cells(&bytes), [["Été", "Cœur"], ["un \"deux\"", "trois;\nquatre \"5\""]], "{bytes:?}");
        }
    }

    #[test]
    fn the_separator_is_the_one_of_the_headings() {
        assert_eq!(cells(b"a,b\n1,2;3"), [["a", "b"], ["1", "2;3"]]);
        assert_eq!(cells(b"a\tb\n1\t2,3"), [["a", "b"], ["1", "2,3"]]);
        assert_eq!(cells(b"a;b\n1;2,3\n\n ; \n"), [["a", "b"], ["1", "2,3"]]);
    }

    #[test]
    fn a_row_knows_its_line() {
        let lines: Vec<usize> = rows(b"a;b\n\n\"1\n2\";3\n4;5").unwrap().iter().map(|row| row.line).collect();
        assert_eq!(lines, [1, 3, 5]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(rows(&vec![b'a'; MOST_BYTES + 1]), Err(CsvError::TooLarge));
        assert_eq!(rows(&b"a\n".repeat(60_000)), Err(CsvError::TooLarge));
        assert_eq!(rows(b"PK\x03\x04\0\0"), Err(CsvError::NotText));
        assert_eq!(rows(&[0xFF, 0xFE, 0x00, 0xD8]), Err(CsvError::NotText));
        assert_eq!(rows(&[0xEF, 0xBB, 0xBF, 0xFF]), Err(CsvError::NotText));
        assert_eq!(rows(b"a;\"b\n"), Err(CsvError::OpenQuote));
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = rows(&bytes);
        }

        #[test]
        fn what_is_quoted_comes_back(table in prop::collection::vec(prop::collection::vec("[^\0\r]{0,8}", 2), 1..8)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";");
            let text = format!("a;b\r\n{}", table.iter().map(line).collect::<Vec<_>>().join("\r\n"));
            let trimmed = table.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
            let kept: Vec<Vec<String>> = trimmed.filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
            prop_assert_eq!(&cells(text.as_bytes())[1..], &kept[..]);
        }
    }
}
