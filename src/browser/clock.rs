//! The day and the moment, by the clock of the device.

use chrono::NaiveDate;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The day, where the device is.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let day = i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, now.get_month().saturating_add(1), now.get_date()));
    day.unwrap_or(NaiveDate::MIN)
}

/// A number that grows with time and that two tabs hardly share: milliseconds, and a thousandth by chance.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds since 1970 are far below 2^53"
)]
pub fn now_number() -> u64 {
    let moment = js_sys::Date::now().max(0.0) as u64;
    let chance = (js_sys::Math::random() * 1000.0) as u64;
    moment.saturating_mul(1000).saturating_add(chance)
}

/// Calls back when the page is looked at again, and every minute while it is: an open page follows midnight.
pub fn on_new_day(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(call);
    let function = listener.as_ref().unchecked_ref();
    let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(function, 60_000);
    let _ = window.add_event_listener_with_callback("focus", function);
    listener.forget();
}
