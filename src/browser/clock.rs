//! The day and the moment, by the clock of the device, where it is or in another time zone.

use chrono::{DateTime, FixedOffset, NaiveDate};
use js_sys::{Array, Date, Function, Object, Reflect};
use sentier_core::orientation::Moment;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The day, where the device is.
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    let day = i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, now.get_month().saturating_add(1), now.get_date()));
    day.unwrap_or(NaiveDate::MIN)
}

/// The moment, where the device is; none where its clock shows no day.
pub fn here() -> Option<Moment> {
    let now = Date::new_0();
    let day = NaiveDate::from_ymd_opt(
        i32::try_from(now.get_full_year()).ok()?,
        now.get_month().checked_add(1)?,
        now.get_date(),
    );
    Moment::new(day?, u16::try_from(now.get_hours()).ok()?, u16::try_from(now.get_minutes()).ok()?)
}

/// The moment to the second, in the time of the device; none where its clock shows no day.
#[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are far below 2^53, minutes below 2^31")]
pub fn now_here() -> Option<DateTime<FixedOffset>> {
    let now = Date::new_0();
    // Minutes that the device is behind UTC.
    let behind = FixedOffset::west_opt((now.get_timezone_offset() as i32).checked_mul(60)?)?;
    DateTime::from_timestamp((now.get_time() / 1000.0) as i64, 0).map(|moment| moment.with_timezone(&behind))
}

/// The moment in a time zone, by its IANA name; none where the browser does not know the zone.
pub fn in_zone(zone: &str) -> Option<Moment> {
    let parts = parts_in(zone).ok()?;
    let part = |name: &str| {
        let is_named =
            |part: &JsValue| get(part, "type").ok().and_then(|kind| kind.as_string()).as_deref() == Some(name);
        get(&parts.iter().find(is_named)?, "value").ok()?.as_string()?.parse::<u16>().ok()
    };
    let day = NaiveDate::from_ymd_opt(part("year")?.into(), part("month")?.into(), part("day")?.into())?;
    Moment::new(day, part("hour")?, part("minute")?)
}

/// The pieces of the day and the hour in a time zone. `Reflect` hands the refusal of an unknown zone back as an error;
/// the constructor of `js_sys::Intl` would let it through.
fn parts_in(zone: &str) -> Result<Array, JsValue> {
    let options = Object::new();
    for (name, value) in [
        ("timeZone", zone),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
    ] {
        Reflect::set(&options, &name.into(), &value.into())?;
    }
    let constructor: Function = get(&get(&js_sys::global(), "Intl")?, "DateTimeFormat")?.dyn_into()?;
    let format = Reflect::construct(&constructor, &Array::of2(&"en-u-ca-gregory-nu-latn".into(), &options))?;
    let to_parts: Function = get(&format, "formatToParts")?.dyn_into()?;
    to_parts.call1(&format, &Date::new_0())?.dyn_into()
}

fn get(target: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(target, &name.into())
}

/// A number that grows with time and that two tabs hardly share: milliseconds, and a thousandth by chance.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds since 1970 are far below 2^53"
)]
pub fn now_number() -> u64 {
    let moment = Date::now().max(0.0) as u64;
    let chance = (js_sys::Math::random() * 1000.0) as u64;
    moment.saturating_mul(1000).saturating_add(chance)
}

/// Calls back when the page is looked at again, and every minute while it is: an open page follows the clock.
pub fn on_new_minute(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(call);
    let function = listener.as_ref().unchecked_ref();
    let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(function, 60_000);
    let _ = window.add_event_listener_with_callback("focus", function);
    if let Some(document) = window.document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", function);
    }
    listener.forget();
}
