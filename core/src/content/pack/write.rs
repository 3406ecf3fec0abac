//! Writes the form in which packs are sealed: the texts, each once, apart from the shape that they are put into.

use std::collections::BTreeMap;

use postcard::Error;
use serde::Serialize;
use serde::ser::{self, Impossible};

/// The shape and the texts of some content; what [`super::read`] reads.
///
/// # Errors
/// [`Error::WontImplement`] where a kind of value was never needed in a pack, and for a text of several lines.
pub(super) fn write(content: &impl Serialize) -> Result<(Vec<u8>, String), Error> {
    let mut writer = Writer::default();
    content.serialize(&mut writer)?;
    Ok((writer.shape, writer.texts))
}

/// What is written so far.
#[derive(Default)]
struct Writer {
    /// What postcard writes; but for a text, 0 where it is the next one, else its place among the texts, from 1.
    shape: Vec<u8>,
    /// A text a line, in the order of their first use.
    texts: String,
    /// Where each text stands.
    places: BTreeMap<String, usize>,
}

impl Writer {
    fn plain(&mut self, value: &impl Serialize) -> Result<(), Error> {
        self.shape.extend(postcard::to_stdvec(value)?);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        if let Some(place) = self.places.get(text) {
            return self.plain(&place.saturating_add(1));
        }
        if text.contains('\n') {
            return Err(Error::WontImplement);
        }
        self.places.insert(text.to_owned(), self.places.len());
        self.texts.push_str(text);
        self.texts.push('\n');
        self.plain(&0_usize)
    }
}

/// Values that postcard writes as they are.
macro_rules! as_they_are {
    ($($method:ident $type:ty),+) => { $(
        fn $method(self, value: $type) -> Result<(), Error> {
            self.plain(&value)
        }
    )+ };
}

/// Values that packs never hold.
macro_rules! never {
    ($($method:ident $type:ty),+) => { $(
        fn $method(self, _: $type) -> Result<(), Error> {
            Err(Error::WontImplement)
        }
    )+ };
}

impl ser::Serializer for &mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    as_they_are!(serialize_bool bool, serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);
    as_they_are!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);
    never!(serialize_f32 f32, serialize_f64 f64, serialize_char char, serialize_bytes &[u8]);

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.text(text)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.plain(&false)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.plain(&true)?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, variant: u32, _: &'static str) -> Result<(), Error> {
        self.plain(&variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.plain(&variant)?;
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Error> {
        self.plain(&length.ok_or(Error::SerializeSeqLengthUnknown)?)?;
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple_variant(self, _: &'static str, variant: u32, _: &'static str, _: usize) -> Result<Self, Error> {
        self.plain(&variant)?;
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(Error::WontImplement)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_struct_variant(self, _: &'static str, variant: u32, _: &'static str, _: usize) -> Result<Self, Error> {
        self.plain(&variant)?;
        Ok(self)
    }
}

/// What has parts: they are written one after the other, without their names.
macro_rules! parts {
    ($($trait:ident $method:ident $($name:ty)?),+) => { $(
        impl ser::$trait for &mut Writer {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $name,)? part: &T) -> Result<(), Error> {
                part.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Error> {
                Ok(())
            }
        }
    )+ };
}

parts!(SerializeSeq serialize_element, SerializeTuple serialize_element);
parts!(SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field);
parts!(SerializeStruct serialize_field &'static str, SerializeStructVariant serialize_field &'static str);
