//! What the server says, before it is put on the wire.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::gzip::{Compressed, accepts_gzip};
use crate::kind::{Kind, kind_of};
use crate::route::{Route, route};

const HTML: Kind = Kind { content_type: "text/html; charset=utf-8", compressible: true };
const NOT_FOUND: &[u8] = b"<!DOCTYPE html><html lang=\"en\"><title>404</title><h1>404: there is nothing here</h1>";
/// Its icon is inline, so that a browser asks for nothing more.
const NEIGHBOUR: &[u8] =
    b"<!DOCTYPE html><html lang=\"en\"><title>Neighbour</title><link rel=\"icon\" href=\"data:,\">\
<h1>Another app of the same origin</h1>";
/// As long as GitHub Pages lets a browser keep a file.
const CACHE: &str = "max-age=600";

/// A whole answer.
pub(crate) type Reply = Response<Cursor<Arc<[u8]>>>;

/// The answer to `request` on a site of `folder` under `sub_path`.
pub(crate) fn reply(request: &Request, folder: &Path, sub_path: &str, compressed: &Compressed) -> Reply {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return page(405, Arc::default(), HTML);
    }
    match route(request.url(), sub_path) {
        Route::File(path) => file(request, &folder.join(path), compressed).unwrap_or_else(not_found),
        Route::Elsewhere(address) => moved(&address),
        Route::Neighbour => page(200, NEIGHBOUR.into(), HTML),
        Route::Nowhere => not_found(),
    }
}

/// The answer to a path that leads nowhere.
pub(crate) fn not_found() -> Reply {
    page(404, NOT_FOUND.into(), HTML)
}

fn file(request: &Request, path: &Path, compressed: &Compressed) -> Option<Reply> {
    if path.is_dir() {
        return Some(moved(&format!("{}/", crate::route::without_query(request.url()))));
    }
    let kind = kind_of(path);
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let gzip = kind.compressible && accepted.is_some_and(|header| accepts_gzip(header.value.as_str()));
    let bytes = if gzip { compressed.file(path).ok()? } else { std::fs::read(path).ok()?.into() };
    let mut reply = with(page(200, bytes, kind), "Cache-Control", CACHE);
    if kind.compressible {
        reply = with(reply, "Vary", "Accept-Encoding");
    }
    Some(if gzip { with(reply, "Content-Encoding", "gzip") } else { reply })
}

fn moved(address: &str) -> Reply {
    with(page(301, Arc::default(), HTML), "Location", address)
}

fn page(status: u16, body: Arc<[u8]>, kind: Kind) -> Reply {
    let length = body.len();
    // A static host tells the length beforehand, which chunks would hide.
    let reply = Response::new(StatusCode(status), Vec::new(), Cursor::new(body), Some(length), None)
        .with_chunked_threshold(usize::MAX);
    with(reply, "Content-Type", kind.content_type)
}

fn with(reply: Reply, name: &str, value: &str) -> Reply {
    match Header::from_bytes(name, value) {
        Ok(header) => reply.with_header(header),
        Err(()) => reply,
    }
}
