//! Leaving in a hurry: one press, or three of Escape, and nothing of the triage is on the page or the device.

use std::cell::RefCell;

use crate::browser::{document, keys, location};
use crate::care::CareState;
use crate::state::State;

/// How many presses of Escape leave.
const PRESSES: usize = 3;

/// Within how many milliseconds.
const WITHIN: f64 = 2000.0;

/// Erases the triage under way and puts the neutral page in the place of the app. The record of the pathways stays; where
/// it has a lock, it is closed in every tab.
pub fn leave(state: State, care: CareState) {
    state.erase();
    document::hide();
    care.close_everywhere();
    location::replace(&document::neutral_page().unwrap_or_default());
}

/// Leaves when Escape is pressed three times, on every screen.
pub fn leave_by_escape(state: State, care: CareState) {
    let presses = RefCell::new(Presses::default());
    keys::on_escape(move |moment| {
        let leaves = presses.borrow_mut().count(moment);
        if leaves {
            leave(state, care);
        }
        leaves
    });
}

/// When Escape was pressed of late, in milliseconds.
#[derive(Default)]
struct Presses(Vec<f64>);

impl Presses {
    /// Counts a press; whether it is the last of enough in the time given.
    fn count(&mut self, moment: f64) -> bool {
        self.0.retain(|before| moment - before <= WITHIN);
        self.0.push(moment);
        self.0.len() >= PRESSES
    }
}

#[cfg(test)]
mod tests {
    use super::Presses;

    /// Whether each of the presses leaves.
    fn counted(moments: &[f64]) -> Vec<bool> {
        let mut presses = Presses::default();
        moments.iter().map(|moment| presses.count(*moment)).collect()
    }

    #[test]
    fn three_presses_within_two_seconds_leave() {
        assert_eq!(counted(&[0.0, 900.0, 2000.0]), [false, false, true]);
    }

    #[test]
    fn two_presses_or_three_slow_ones_do_not() {
        assert_eq!(counted(&[0.0, 100.0]), [false, false]);
        assert_eq!(counted(&[0.0, 1500.0, 2001.0, 3501.0]), [false, false, false, false]);
    }

    /// A browser that did not follow the third press, as without a network, is asked again by the fourth.
    #[test]
    fn whoever_goes_on_pressing_leaves_again() {
        assert_eq!(counted(&[0.0, 100.0, 200.0, 300.0]), [false, false, true, true]);
    }
}
