//! Files: handing them out, by the browser's own sharing where it has one, and reading one that was chosen.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, Navigator, Url};

/// A file to hand out.
pub struct Made<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its media type.
    pub kind: &'a str,
    /// What stands in it.
    pub text: &'a str,
}

/// Saves a file where the browser puts what it downloads.
pub fn save(made: &Made<'_>) {
    let _ = saved(made);
}

fn saved(made: &Made<'_>) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(made.kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&made.text.into()), &properties)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(made.name);
    // The address stays until the page goes: some browsers read from it only once the person said where to.
    link.click();
    Ok(())
}

/// Whether the browser hands files like this one to other apps.
pub fn can_share(made: &Made<'_>) -> bool {
    let can = |shared: &Object| called("canShare", shared).is_ok_and(|answer| answer.is_truthy());
    with_file(made).is_ok_and(|shared| can(&shared))
}

/// Hands a file to another app, which the person chooses.
pub fn share(made: &Made<'_>) {
    share_object(with_file(made));
}

/// Whether the browser hands texts to other apps.
pub fn can_share_text() -> bool {
    navigator().is_some_and(|navigator| Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Hands a text to another app, which the person chooses.
pub fn share_text(text: &str) {
    let shared = Object::new();
    let set = Reflect::set(&shared, &"text".into(), &text.into());
    share_object(set.map(|_| shared));
}

/// What the person then does, or that they change their mind, is theirs alone.
fn share_object(shared: Result<Object, JsValue>) {
    let Ok(promise) = shared.and_then(|shared| called("share", &shared)) else { return };
    spawn_local(async move {
        let _ = JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await;
    });
}

fn with_file(made: &Made<'_>) -> Result<Object, JsValue> {
    let properties = FilePropertyBag::new();
    properties.set_type(made.kind);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&made.text.into()), made.name, &properties)?;
    let shared = Object::new();
    Reflect::set(&shared, &"files".into(), &Array::of1(&file))?;
    Ok(shared)
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

/// Calls a method that not every browser has.
fn called(method: &str, with: &Object) -> Result<JsValue, JsValue> {
    let navigator = navigator().ok_or(JsValue::NULL)?;
    Reflect::get(&navigator, &method.into())?.dyn_into::<Function>()?.call1(&navigator, with)
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// None was chosen.
    Nothing,
    /// It has more bytes than are read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The bytes of the file chosen in a field, at most so many; the field is then empty, so that the same can be chosen again.
///
/// # Errors
/// See [`ReadError`].
pub async fn read(field: HtmlInputElement, most: usize) -> Result<Vec<u8>, ReadError> {
    let file = field.files().and_then(|files| files.get(0)).ok_or(ReadError::Nothing)?;
    let bytes = bytes_of(&file, most).await;
    field.set_value("");
    bytes
}

async fn bytes_of(file: &File, most: usize) -> Result<Vec<u8>, ReadError> {
    // Before it is read: a giant would take the memory of the page.
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    if file.size() > f64::from(most) {
        return Err(ReadError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
