//! Reads the form in which packs are sealed; see [`super::write`].

use std::str::SplitTerminator;

use postcard::de_flavors::Flavor;
use postcard::{Deserializer, Error};
use serde::de::DeserializeOwned;

/// The content of a shape and its texts.
///
/// # Errors
/// Those of postcard, and [`Error::DeserializeUnexpectedEnd`] where a text is missing.
pub(super) fn read<T: DeserializeOwned>(shape: &[u8], texts: &str) -> Result<T, Error> {
    let reader = Reader { shape: shape.iter(), ahead: texts.split_terminator('\n'), behind: Vec::new() };
    T::deserialize(&mut Deserializer::from_flavor(reader))
}

/// What is left to read, and the texts that were read.
struct Reader<'p> {
    shape: std::slice::Iter<'p, u8>,
    ahead: SplitTerminator<'p, char>,
    behind: Vec<&'p str>,
}

impl<'p> Flavor<'p> for Reader<'p> {
    type Remainder = ();
    type Source = ();

    fn pop(&mut self) -> Result<u8, Error> {
        self.shape.next().copied().ok_or(Error::DeserializeUnexpectedEnd)
    }

    /// A text: postcard asks for as many bytes as the shape says, which here is not its length but where it stands.
    fn try_take_n(&mut self, place: usize) -> Result<&'p [u8], Error> {
        let text = match place.checked_sub(1) {
            Some(place) => self.behind.get(place).copied(),
            None => self.ahead.next().inspect(|text| self.behind.push(text)),
        };
        text.map(str::as_bytes).ok_or(Error::DeserializeUnexpectedEnd)
    }

    fn finalize(self) -> Result<(), Error> {
        Ok(())
    }
}
