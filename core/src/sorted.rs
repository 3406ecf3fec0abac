//! A map in a sorted vector: for the some dozens of entries that this crate holds, smaller to ship than a tree and as fast.

use std::borrow::Borrow;
use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// A map whose entries stand in the order of their keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorted<K, V> {
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<K: Ord, V> Sorted<K, V> {
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.entries.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().and_then(|place| self.entries.get(place)).map(|(_, value)| value)
    }

    /// Whether a key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// The values of many keys, which must come in their order: one pass through the map instead of a search for each.
    pub fn get_each<'m>(&'m self, keys: impl Iterator<Item = &'m K>) -> impl Iterator<Item = Option<&'m V>> {
        let mut rest = self.entries.iter().peekable();
        keys.map(move |key| {
            loop {
                let (known, value) = rest.peek()?;
                match known.cmp(key) {
                    Ordering::Less => rest.next(),
                    Ordering::Equal => return Some(value),
                    Ordering::Greater => return None,
                };
            }
        })
    }

    /// Sets the value of a key, in the place of the one it had.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => {
                if let Some(entry) = self.entries.get_mut(place) {
                    entry.1 = value;
                }
            }
            Err(place) => self.entries.insert(place, (key, value)),
        }
    }

    /// The value of a key, which is the default where there was none.
    pub fn get_or_default(&mut self, key: K) -> Option<&mut V>
    where
        V: Default,
    {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.entries.insert(place, (key, V::default()));
            place
        });
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Takes a key away.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        if let Ok(place) = self.place(key) {
            self.entries.remove(place);
        }
    }

    /// The entries, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// The entries, in the order of their keys, whose values may be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::Sorted;

    #[test]
    fn it_holds_what_a_map_holds() {
        let mut map: Sorted<String, u8> = Sorted::default();
        assert!(map.is_empty());
        for (key, value) in [("b", 1), ("a", 2), ("c", 3), ("b", 4)] {
            map.insert(key.to_owned(), value);
        }
        assert_eq!(
            map.iter().map(|(key, value)| (key.as_str(), *value)).collect::<Vec<_>>(),
            [("a", 2), ("b", 4), ("c", 3)]
        );
        map.remove("b");
        assert_eq!((map.get("a"), map.get("b"), map.contains_key("c")), (Some(&2), None, true));
    }

    #[test]
    fn many_keys_in_order_find_what_each_finds_alone() {
        let map: Sorted<u8, u8> = [2, 3, 5, 7].into_iter().map(|key| (key, key * 10)).collect();
        let keys: Vec<u8> = vec![0, 2, 2, 4, 5, 6, 7, 7, 9];
        let alone: Vec<_> = keys.iter().map(|key| map.get(key)).collect();
        assert_eq!(map.get_each(keys.iter()).collect::<Vec<_>>(), alone);
    }
}
