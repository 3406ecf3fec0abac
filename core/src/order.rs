//! Putting lists in order. The standard sort is ten times as large for each kind of list, in a page that a bad network
//! must bring; this one is as fast where most of a list is in order already, as records are, and for some hundreds of
//! entries. What may be long and in any order is sorted by the standard one.

/// Puts a list in the order of a key; what has the same key stays as it was.
pub fn put_in_order<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let (sorted, rest) = list.split_at(end);
        let Some(next) = rest.first().map(&key) else { return };
        let is_there = sorted.last().is_none_or(|last| key(last) <= next);
        let to = if is_there { end } else { sorted.partition_point(|known| key(known) <= next) };
        for place in (to..end).rev() {
            list.swap(place, place.saturating_add(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::put_in_order;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_sort(list in prop::collection::vec((0_u8..20, 0_u8..20), 0..60)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            put_in_order(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
