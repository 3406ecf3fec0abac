//! Whatever a shape says, reading it ends, and in a sentence.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]

use proptest::prelude::*;

use super::super::{PackError, Start, write};
use super::{DEEPEST, read};
use crate::content::{CareDraft, Condition, Draft, Explain, SystemDraft};

/// A condition with so many others around it.
fn deep(depth: u8) -> Condition {
    (0..depth).fold(Condition::Is("a".into()), |inner, _| Condition::All(vec![inner]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// Small numbers lead far into choices and lists, all others to where they do not fit. A value that the types
    /// refuse would end the whole program.
    #[test]
    fn whatever_the_shape_says(
        shape in prop::collection::vec(prop_oneof![9 => 0_u8..6, 1 => any::<u8>()], 0..300),
        lines in 0_usize..40,
    ) {
        let texts = "a\n".repeat(lines);
        let _ = (read::<Start>(&shape, &texts), read::<Draft>(&shape, &texts), read::<CareDraft>(&shape, &texts));
        let _ = (read::<SystemDraft>(&shape, &texts), read::<Explain>(&shape, &texts));
    }

    /// What was written comes back; a shape that is one byte shorter or longer is none, nor is one that lacks a text.
    #[test]
    fn what_was_written_is_read_and_nothing_else(depth in 0..DEEPEST, flags in any::<(bool, u16, i64, Option<u8>)>()) {
        let content = (deep(depth), flags);
        let (mut shape, texts) = write::write(&content).unwrap();
        prop_assert_eq!(read(&shape, &texts), Ok(content.clone()));
        prop_assert_eq!(read::<(Condition, (bool, u16, i64, Option<u8>))>(&shape, ""), Err(PackError::Unreadable));
        let more = format!("{texts}b\n");
        prop_assert_eq!(read::<(Condition, (bool, u16, i64, Option<u8>))>(&shape, &more), Err(PackError::Unreadable));
        shape.push(0);
        prop_assert_eq!(read::<(Condition, (bool, u16, i64, Option<u8>))>(&shape, &texts), Err(PackError::Unreadable));
        shape.truncate(shape.len() - 2);
        prop_assert_eq!(read::<(Condition, (bool, u16, i64, Option<u8>))>(&shape, &texts), Err(PackError::Unreadable));
    }
}

#[test]
fn what_no_type_allows_is_refused() {
    assert_eq!(read::<bool>(&[2], ""), Err(PackError::Unreadable));
    assert_eq!(read::<u16>(&[0x80, 0x80, 0x04], ""), Err(PackError::Unreadable));
    assert_eq!(read::<i32>(&[0xff, 0xff, 0xff, 0xff, 0x0f], ""), Err(PackError::Unreadable));
    assert_eq!(read::<Condition>(&[4, 0], "a\n"), Err(PackError::Unreadable));
    assert_eq!(read::<Vec<u8>>(&[3, 1, 1], ""), Err(PackError::Unreadable));
    assert_eq!(read::<String>(&[2], "a\n"), Err(PackError::Unreadable));
}

#[test]
fn choices_in_choices_end() {
    let (shape, texts) = write::write(&deep(DEEPEST + 2)).unwrap();
    assert_eq!(read::<Condition>(&shape, &texts), Err(PackError::Unreadable));
}
