//! One file with everything inside, which opens from a disk: `sentier.html`.
//!
//! A page from a disk may fetch nothing and import nothing. So the code of the app and the boot script become one inline
//! script, allowed by its SHA-256; what would be fetched stands in the page as text, compressed; and the worker is made
//! from such text. What the browser would keep is shared by all files of the disk: the page keeps nothing.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use flate2::{Compression, write::GzEncoder};

use crate::listing::{base64, files, integrity, replaced};

/// What runs before the boot script in the one file.
const BEFORE: &str = include_str!("single.js");

/// What stands in the place of the offer of the next version.
const NOTE: &str = "<div class=\"update\" role=\"note\"><p>Ce fichier ne garde rien. \
    Imprimez ou enregistrez ce que vous voulez garder avant de le fermer.</p></div>";

/// The files of a build, by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// The one file, made from the finished build in `folder` and the page it was built from.
///
/// # Errors
/// If the folder is no finished build, or one that is put together otherwise than this knows.
pub fn single(page: &str, folder: &Path) -> io::Result<String> {
    let all = files(folder)?;
    let sheet = |start: &str| text(&all, named(&all, |path| path.starts_with(start) && path.ends_with(".css"))?);
    let style = without_faces(&sheet("sentier-")?) + &sheet("rooms-")?;
    let script = script(&all)?;
    if [&script, &style].iter().any(|code| code.contains("</s")) {
        return Err(io::Error::other("a script or style would end within itself"));
    }
    let icon = base64(text(&all, "icons/sentier.svg")?.as_bytes());
    let head = format!(
        "{}\n    <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n    <style>{style}</style>",
        policy(&script, &style)
    );

    let linked: Vec<&str> = page.lines().filter(|line| !line.trim_start().starts_with("<link ")).collect();
    let page = linked.join("\n");
    let page = replaced(&page, piece(&page, "<meta http-equiv=", ">")?, &head)?;
    // There are no other files: leaving in a hurry leads to an empty page, and nothing to the plain pages.
    let page = replaced(&page, "notes.html", "about:blank")?;
    let page = replaced(&page, piece(&page, ", et <a href=\"pages/", "</a> aussi")?, "")?;
    let page = replaced(&page, piece(&page, "<p class=\"hint\"><a href=\"pages/", "</p>")?, "")?;
    let page = replaced(&page, piece(&page, "<!-- Shown where nothing", "-->")?, "")?;
    let page = replaced(&page, piece(&page, "<div id=\"update\"", "</div>")?, NOTE)?;
    let worker = text(&all, "sw.js")?;
    let build = piece(&worker, "const BUILD = \"", "\";")?.split('"').nth(1).unwrap_or_default();
    let tag = format!("<script type=\"module\" data-wasm data-exchange data-build=\"{build}\">{script}</script>\n");
    replaced(&page, "</body>", &[data(&all)?, tag, "</body>".to_owned()].concat())
}

/// A style without the faces that it would fetch: the one file fetches nothing, and is read in those of the device.
fn without_faces(style: &str) -> String {
    let mut rules = style.split("@font-face{");
    let first = rules.next().unwrap_or_default().to_owned();
    rules.filter_map(|rule| rule.split_once('}')).fold(first, |style, (_, rest)| style + rest)
}

/// The policy: this script, this style, workers made by it, and nothing from anywhere.
fn policy(script: &str, style: &str) -> String {
    let (script, style) = (integrity(script.as_bytes()), integrity(style.as_bytes()));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{style}'; img-src data:; worker-src blob:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default\">"
    )
}

/// The code of the app, what makes up for the missing files, and the boot script, in one module.
fn script(all: &Files) -> io::Result<String> {
    let is_app = |path: &str| path.starts_with("sentier-") && path.ends_with(".js") && !path.contains("exchange");
    let parts = named(all, |path| path.starts_with("parts-"))?;
    // It asks for its parts by an object that stands before it.
    let app = text(all, named(all, is_app)?)?;
    let app = imports(&app, parts)
        .into_iter()
        .fold(app.clone(), |app, (whole, name)| app.replacen(&whole, &format!("const {name}=parts;"), 1));
    let app = parts_object(&text(all, parts)?)? + &as_object(&app, "sentier")?;
    let mut boot = text(all, named(all, |path| path.starts_with("boot-"))?)?;
    for (fetched, inside) in [
        ("await import(new URL(here.dataset.js, document.baseURI).href)", "sentier"),
        ("new URL(here.dataset.wasm, document.baseURI).href", "await single.app"),
        ("[here.dataset.exchange, \"sw.js\"]", "[single.exchange]"),
        ("here.dataset.build !== \"unbuilt\"", "false"),
        // It brings no face: the policy of the one file fetches nothing.
        ("document.documentElement.dataset.face = \"\"", "0"),
    ] {
        boot = replaced(&boot, fetched, inside)?;
    }
    Ok(["\n", &app, BEFORE, &boot].concat())
}

/// Every `import * as name from "./file"` of a module: as it stands there, and the name.
fn imports(module: &str, file: &str) -> Vec<(String, String)> {
    let from = module.match_indices("import*as ").filter_map(|(place, mark)| {
        let rest = module.get(place.checked_add(mark.len())?..)?;
        let (name, rest) = rest.split_once(" from\"./")?;
        let whole = format!("import*as {name} from\"./{file}\";");
        (rest.starts_with(file) && !name.contains(' ')).then(|| (whole, name.to_owned()))
    });
    from.collect()
}

/// The script that fetches the parts of the app, as an object called `parts`; `single.js` has the parts in the page.
fn parts_object(script: &str) -> io::Result<String> {
    let script = replaced(
        script,
        piece(script, "import { initSync } from", ";")?,
        "const initSync = (...given) => sentier.initSync(...given);",
    )?;
    let named = script.split("export const ").skip(1).filter_map(|rest| rest.split(' ').next());
    let named: Vec<&str> = named.collect();
    let code = script.replace("export const ", "const ").replace("import.meta.url", "\"https://inside/\"");
    Ok(format!("const parts = (() => {{\n{code}\nreturn {{ {} }};\n}})();\n", named.join(", ")))
}

/// A module as an object of what it exports, called `name`.
fn as_object(module: &str, name: &str) -> io::Result<String> {
    let (code, list) = module.rsplit_once("export").ok_or_else(|| io::Error::other("a module without exports"))?;
    let list = list.trim().trim_end_matches(';').trim_start_matches('{').trim_end_matches('}');
    let listed = list.split(',').map(|export| match export.trim().split_once(" as ") {
        Some((inside, outside)) => format!("{outside}: {inside}"),
        None => export.trim().to_owned(),
    });
    let named = ["export function ", "export class "].into_iter().flat_map(|mark| code.split(mark).skip(1));
    let named = named.filter_map(|rest| rest.split(['(', '{', ' ']).next().map(str::to_owned));
    let exports: Vec<String> = listed.chain(named).collect();
    if !exports.iter().any(|export| export.starts_with("default: ")) {
        return Err(io::Error::other("a module without a default export"));
    }
    let code = code.replace("export function ", "function ").replace("export class ", "class ");
    if code.contains("export ") || code.contains("import ") {
        return Err(io::Error::other("a module that exports or imports otherwise"));
    }
    Ok(format!("const {name} = (() => {{\n{code}\nreturn {{ {} }};\n}})();\n", exports.join(", ")))
}

/// What would be fetched: compressed, as text of the page that is no script.
fn data(all: &Files) -> io::Result<String> {
    let module = |of_exchange| {
        move |path: &str| {
            path.starts_with("sentier-") && path.ends_with(".wasm") && path.contains("exchange") == of_exchange
        }
    };
    let is_fetched = |path: &str| path.ends_with(".pack") || path.starts_with("split_") || path.starts_with("chunk_");
    let packs = all.keys().filter(|path| is_fetched(path)).map(|path| (path.as_str(), path.as_str()));
    let modules = [("app", named(all, module(false))?), ("exchange-module", named(all, module(true))?)];
    let mut data = packed("exchange-worker", exchange(all)?.as_bytes())?;
    for (name, path) in modules.into_iter().chain(packs) {
        data.push_str(&packed(name, all.get(path).map(Vec::as_slice).unwrap_or_default())?);
    }
    Ok(data)
}

/// The worker with its code; `single.js` puts its module before it.
fn exchange(all: &Files) -> io::Result<String> {
    let is_code = |path: &str| path.starts_with("sentier-exchange") && path.ends_with(".js");
    let code = as_object(&text(all, named(all, is_code)?)?, "exchange")?;
    let worker = text(all, named(all, |path| path.starts_with("exchange-"))?)?;
    let worker = replaced(&worker, piece(&worker, "await import(", ")")?, "exchange")?;
    let worker = replaced(&worker, piece(&worker, "new URL(", ")")?, "await unpacked(MODULE)")?;
    // No module: see `single.js`.
    let code = code.replace("import.meta.url", "location.href");
    Ok(format!("(async () => {{\n{code}{worker}\n}})();\n"))
}

fn packed(name: &str, bytes: &[u8]) -> io::Result<String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(format!("<script type=\"text/plain\" data-file=\"{name}\">{}</script>\n", base64(&encoder.finish()?)))
}

/// The one file whose path is such.
fn named(all: &Files, is_it: impl Fn(&str) -> bool) -> io::Result<&str> {
    match all.keys().filter(|path| is_it(path)).collect::<Vec<_>>().as_slice() {
        [one] => Ok(one),
        found => Err(io::Error::other(format!("one file was looked for, there are {found:?}"))),
    }
}

fn text(all: &Files, path: &str) -> io::Result<String> {
    let bytes = all.get(path).ok_or_else(|| io::Error::other(format!("there is no {path}")))?;
    String::from_utf8(bytes.clone()).map_err(io::Error::other)
}

/// The first piece of `text` from `start` to the next `end`, both with it.
fn piece<'a>(text: &'a str, start: &str, end: &str) -> io::Result<&'a str> {
    let missing = || io::Error::other(format!("there is no {start}…{end}"));
    let from = text.find(start).and_then(|place| text.get(place..)).ok_or_else(missing)?;
    let rest = from.get(start.len()..).ok_or_else(missing)?;
    let inside = rest.find(end).ok_or_else(missing)?;
    let length = start.len().saturating_add(inside).saturating_add(end.len());
    from.get(..length).ok_or_else(missing)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_module_becomes_an_object_of_its_exports() {
        let module = "export function answer(x){return x}function b(){}export{b as default};";
        let object = as_object(module, "it").unwrap();
        assert!(
            object.contains("function answer(x){return x}function b(){}\nreturn { default: b, answer };"),
            "{object}"
        );
        assert!(as_object("const a = 1;", "it").is_err() && as_object("export{a};", "it").is_err());
    }

    #[test]
    fn a_piece_goes_to_the_next_end() {
        assert_eq!(piece("a <b> c > d", "<b", ">").unwrap(), "<b>");
        assert!(piece("a <b", "<b", ">").is_err());
    }
}
