//! Reads the form in which packs are sealed; see [`super::write`].
//!
//! A reader that can fail at every value costs the app a tenth of its size: each place has to let go of what was read
//! before it. This one reads to the end whatever it finds, keeps to what the types allow, and says at the end whether
//! the shape was one.

use std::str::SplitTerminator;

use chrono::{Datelike, NaiveDate};
use serde::de::value::U32Deserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess,
    Visitor,
};

use super::PackError;

/// How deep choices may stand in each other. No condition of the content comes near it.
const DEEPEST: u8 = 64;

/// The content of a shape and its texts.
///
/// # Errors
/// [`PackError::Unreadable`] where the shape says what its types do not allow, ends too early or too late, or asks for
/// a text that is missing.
pub(super) fn read<T: DeserializeOwned>(shape: &[u8], texts: &str) -> Result<T, PackError> {
    let ahead = texts.split_terminator('\n');
    let mut reader = Reader { shape: shape.iter(), ahead, behind: Vec::new(), depth: 0, is_broken: false };
    let content = T::deserialize(&mut reader).unwrap_or_else(|never| match never {});
    let is_whole = !reader.is_broken && reader.shape.len() == 0 && reader.ahead.next().is_none();
    is_whole.then_some(content).ok_or(PackError::Unreadable)
}

/// What is left to read, and the texts that were read.
struct Reader<'p> {
    shape: std::slice::Iter<'p, u8>,
    ahead: SplitTerminator<'p, char>,
    behind: Vec<&'p str>,
    /// How many choices stand around this place.
    depth: u8,
    /// Whether something was found that no writer writes. From there on all numbers are 0, and all lists empty.
    is_broken: bool,
}

impl Reader<'_> {
    /// The next byte; 0 once the shape is broken.
    fn byte(&mut self) -> u8 {
        let next = if self.is_broken { None } else { self.shape.next() };
        self.is_broken |= next.is_none();
        next.copied().unwrap_or_default()
    }

    /// A whole number, as postcard writes it: seven bits a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0_u32);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
            shift = shift.saturating_add(7);
            if byte & 0x80 == 0 {
                return number;
            }
        }
    }

    /// A whole number of a type that holds less; 0, and broken, where it does not fit.
    fn smaller<N: TryFrom<u64> + Default>(&mut self) -> N {
        let number = N::try_from(self.number());
        self.is_broken |= number.is_err();
        number.unwrap_or_default()
    }

    /// A text: the next one, or one that was read before.
    #[inline(never)]
    fn text(&mut self) -> String {
        let text = match self.smaller::<usize>().checked_sub(1) {
            Some(place) => self.behind.get(place).copied(),
            None => self.ahead.next().inspect(|text| self.behind.push(text)),
        };
        self.is_broken |= text.is_none();
        text.unwrap_or_default().to_owned()
    }

    /// How many elements a list has: never more than there are bytes left.
    fn length(&mut self) -> usize {
        let length = self.smaller();
        self.is_broken |= length > self.shape.len();
        if self.is_broken { 0 } else { length }
    }

    /// A whole number that may be negative.
    #[inline(never)]
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ (number & 1).cast_signed().wrapping_neg()
    }

    /// A whole number that may be the number of a day: never one that no calendar has.
    #[inline(never)]
    fn day(&mut self) -> i32 {
        let days = NaiveDate::MIN.num_days_from_ce()..=NaiveDate::MAX.num_days_from_ce();
        let day = i32::try_from(self.signed()).ok().filter(|day| days.contains(day));
        self.is_broken |= day.is_none();
        day.unwrap_or_default()
    }

    /// Yes or no.
    fn flag(&mut self) -> bool {
        let flag = self.byte();
        self.is_broken |= flag > 1;
        flag == 1
    }

    /// Which of so many choices; the first one where the shape is broken.
    #[inline(never)]
    fn choice(&mut self, choices: usize) -> u32 {
        let choice: u32 = self.smaller();
        let is_one = usize::try_from(choice).is_ok_and(|choice| choice < choices);
        self.is_broken |= !is_one || self.depth > DEEPEST;
        if self.is_broken { 0 } else { choice }
    }
}

/// What cannot go wrong: there is no such error.
#[derive(Debug)]
enum Never {}

impl std::fmt::Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    /// Choices, days and lengths are kept within what their types allow, and structures get all their parts: so no type
    /// of a pack finds anything to refuse. `tests::whatever_the_shape_says` holds it.
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        std::process::abort()
    }
}

/// Values as they are written.
macro_rules! values {
    ($($method:ident $visit:ident $read:ident),+) => { $(
        fn $method<V: Visitor<'p>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.$read())
        }
    )+ };
}

/// Values that packs never hold: whoever asks for one is told that it is nothing.
macro_rules! nothing {
    ($($method:ident),+) => { $(
        fn $method<V: Visitor<'p>>(self, visitor: V) -> Result<V::Value, Never> {
            self.is_broken = true;
            visitor.visit_unit()
        }
    )+ };
}

impl<'p> Deserializer<'p> for &mut Reader<'p> {
    type Error = Never;

    values!(deserialize_bool visit_bool flag, deserialize_u8 visit_u8 byte, deserialize_u16 visit_u16 smaller);
    values!(deserialize_u64 visit_u64 number, deserialize_i32 visit_i32 day, deserialize_i64 visit_i64 signed);
    values!(deserialize_u32 visit_u32 smaller, deserialize_str visit_string text, deserialize_string visit_string text);
    nothing!(deserialize_any, deserialize_ignored_any, deserialize_identifier, deserialize_char, deserialize_bytes);
    nothing!(deserialize_byte_buf, deserialize_f32, deserialize_f64, deserialize_i8, deserialize_i16);

    fn deserialize_option<V: Visitor<'p>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.flag() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_unit<V: Visitor<'p>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'p>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'p>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'p>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.length();
        visitor.visit_seq(Elements { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'p>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'p>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(self))
    }

    fn deserialize_struct<V: Visitor<'p>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(self))
    }

    fn deserialize_map<V: Visitor<'p>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'p>>(
        self,
        _: &'static str,
        choices: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.depth = self.depth.saturating_add(1);
        let choice = self.choice(choices.len());
        let value = visitor.visit_enum(Choice { reader: &mut *self, choice });
        self.depth = self.depth.saturating_sub(1);
        value
    }
}

/// The parts of a structure. There is always a next one: its type asks for as many as it has.
struct Parts<'r, 'p>(&'r mut Reader<'p>);

impl<'p> SeqAccess<'p> for Parts<'_, 'p> {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'p>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// The elements of a list.
struct Elements<'r, 'p> {
    reader: &'r mut Reader<'p>,
    left: usize,
}

impl<'p> SeqAccess<'p> for Elements<'_, 'p> {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'p>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// One of several choices, with what it holds.
struct Choice<'r, 'p> {
    reader: &'r mut Reader<'p>,
    choice: u32,
}

impl<'r, 'p> EnumAccess<'p> for Choice<'r, 'p> {
    type Error = Never;
    type Variant = Held<'r, 'p>;

    fn variant_seed<S: DeserializeSeed<'p>>(self, seed: S) -> Result<(S::Value, Held<'r, 'p>), Never> {
        let choice: U32Deserializer<Never> = self.choice.into_deserializer();
        seed.deserialize(choice).map(|choice| (choice, Held(self.reader)))
    }
}

/// What a choice holds.
struct Held<'r, 'p>(&'r mut Reader<'p>);

impl<'p> VariantAccess<'p> for Held<'_, 'p> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'p>>(self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(&mut *self.0)
    }

    fn tuple_variant<V: Visitor<'p>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(&mut *self.0))
    }

    fn struct_variant<V: Visitor<'p>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(&mut *self.0))
    }
}

#[cfg(test)]
mod tests;
