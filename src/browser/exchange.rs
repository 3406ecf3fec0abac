//! The worker that makes and reads files (ADR 0022): a new one for each request, ended after its answer or its time.

use js_sys::{Array, Promise, Uint8Array};
use sentier_core::exchange::message::{Reply, Request};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// How long its code may take to arrive, in milliseconds: some times what a bad network needs.
const ARRIVAL: i32 = 60_000;

/// How long it may take over a request, in milliseconds: some times what a slow phone needs for the largest file.
const ANSWER: i32 = 20_000;

/// Why there is no reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangeError {
    /// There is more than a request may carry.
    TooLarge,
    /// The code of the worker did not arrive, or the browser runs none.
    Unavailable,
    /// It took too long and was ended.
    TooLong,
    /// It ended before its reply, or its reply is none.
    Stopped,
}

/// What a request is answered.
///
/// # Errors
/// See [`ExchangeError`]. What the worker refuses itself is a reply.
pub async fn ask(request: &Request<'_>) -> Result<Reply, ExchangeError> {
    let bytes = request.encode().map_err(|_| ExchangeError::TooLarge)?;
    let worker = begun().ok_or(ExchangeError::Unavailable)?;
    let reply = answered(&worker, &bytes).await;
    worker.terminate();
    reply
}

/// A worker whose code is under way.
fn begun() -> Option<Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&super::document::exchange_script()?, &options).ok()
}

async fn answered(worker: &Worker, bytes: &[u8]) -> Result<Reply, ExchangeError> {
    let ready = heard(next(worker, ARRIVAL), ExchangeError::Unavailable).await?;
    if ready != "ready" {
        return Err(ExchangeError::Unavailable);
    }
    let answer = next(worker, ANSWER);
    let bytes = Uint8Array::from(bytes);
    worker.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer())).map_err(|_| ExchangeError::Stopped)?;
    let bytes: Uint8Array =
        heard(answer, ExchangeError::Stopped).await?.dyn_into().map_err(|_| ExchangeError::Stopped)?;
    Reply::decode(&bytes.to_vec()).ok_or(ExchangeError::Stopped)
}

/// The next message, an error, or nothing once the time is over; listened for from now on.
fn next(worker: &Worker, milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_1(&reject, milliseconds, &JsValue::NULL);
        }
    })
}

/// What the message says; an error where none comes.
async fn heard(message: Promise, otherwise: ExchangeError) -> Result<JsValue, ExchangeError> {
    match JsFuture::from(message).await {
        Ok(event) => Ok(event.unchecked_into::<MessageEvent>().data()),
        Err(reason) if reason.is_null() => Err(ExchangeError::TooLong),
        Err(_) => Err(otherwise),
    }
}
