//! Plain pages as HTML files: one for each motif and each entry of the system, and the list of all.
//!
//! What they say is decided in `sentier_core::plain`. Every tag is closed, so that any reader of XML can check them;
//! there is no script, no inline style, and no address that depends on the host.

use std::fmt::Write as _;
use std::path::Path;

use sentier_core::content::{Contact, Urgency};
use sentier_core::plain::{Block, Page, Piece, Plain, PlainWords, Section};

use crate::Content;

/// The folder beside the app in which the pages stand.
const FOLDER: &str = "pages";

/// Nothing but a style sheet of the same host.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// Every page as the name of its file and its text. `style` is the name of the app's style sheet, one folder up.
#[must_use]
pub fn pages(content: &Content, style: &str) -> Vec<(String, String)> {
    let Content { library, care, system, plain_words: words, .. } = content;
    let plain = Plain { library, care, system, words };
    let frame = Frame { words, style, emergency: plain.emergency() };
    plain.pages().iter().map(|page| (page.file.clone(), frame.document(page))).collect()
}

/// Writes every page into its folder inside `into`.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn write_pages(content: &Content, into: &Path, style: &str) -> std::io::Result<()> {
    let folder = into.join(FOLDER);
    std::fs::create_dir_all(&folder)?;
    pages(content, style).into_iter().try_for_each(|(file, text)| std::fs::write(folder.join(file), text))
}

/// What is the same on every page.
struct Frame<'a> {
    words: &'a PlainWords,
    style: &'a str,
    emergency: Vec<&'a Contact>,
}

impl Frame<'_> {
    fn document(&self, page: &Page) -> String {
        let (w, index) = (self.words, Plain::INDEX);
        let said = [&page.title, &page.description, &page.above, &page.heading].map(|text| escaped(text));
        let [title, description, above, heading] = said;
        let [leave, emergency, unreviewed, purpose] =
            [&w.leave, &w.emergency, &w.unreviewed, &w.purpose].map(|text| escaped(text));
        let [name, all, questionnaire, foot] =
            [&w.name, &w.all_pages, &w.questionnaire, &w.foot].map(|text| escaped(text));
        let style = escaped(self.style);
        let numbers: String = self.emergency.iter().map(|contact| number(contact)).collect();
        let sections: String = page.sections.iter().map(section).collect();
        format!(
            "<!DOCTYPE html>
<html lang=\"fr\">
<head>
<meta charset=\"utf-8\"/>
<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>
<meta name=\"referrer\" content=\"no-referrer\"/>
<meta name=\"color-scheme\" content=\"light dark\"/>
<meta name=\"format-detection\" content=\"telephone=no\"/>
<meta name=\"description\" content=\"{description}\"/>
<title>{title}</title>
<link rel=\"icon\" href=\"data:,\"/>
<link rel=\"stylesheet\" href=\"../{style}\"/>
</head>
<body>
<header class=\"header\">
<a class=\"brand\" href=\"../index.html\">{name}</a>
<a class=\"leave\" href=\"../notes.html\">{leave}</a>
</header>
<main class=\"plain\">
<section class=\"plain-emergency\">
<p><b>{emergency}</b></p>
<ul class=\"emergency-numbers\">
{numbers}</ul>
<p class=\"emergency-note\">{unreviewed}</p>
</section>
<p class=\"eyebrow\">{above}</p>
<h1>{heading}</h1>
{sections}</main>
<footer class=\"footer\">
<p>{purpose}</p>
<nav aria-label=\"{foot}\"><a href=\"{index}\">{all}</a> <a href=\"../index.html\">{questionnaire}</a></nav>
</footer>
</body>
</html>
"
        )
    }
}

/// A number of the emergency block.
fn number(contact: &Contact) -> String {
    let [href, number, name] = [&contact.href(), &contact.number, &contact.name].map(|text| escaped(text));
    format!("<li><a href=\"{href}\"><b>{number}</b> <span>{name}</span></a></li>\n")
}

fn section(section: &Section) -> String {
    let level = section.level.map(Urgency::word);
    let attributes = level.map(|word| format!(" id=\"{word}\" data-level=\"{word}\"")).unwrap_or_default();
    let heading = section.heading.iter().map(|heading| format!("<h2>{}</h2>\n", escaped(heading))).collect::<String>();
    let mut out = format!("<section{attributes}>\n{heading}");
    blocks(&section.blocks, &mut out);
    out.push_str("</section>\n");
    out
}

fn blocks(all: &[Block], out: &mut String) {
    for block in all {
        match block {
            Block::Text(pieces) => paragraph("<p>", pieces, out),
            Block::Hint(pieces) => paragraph("<p class=\"hint\">", pieces, out),
            Block::List(lines) => {
                out.push_str("<ul>\n");
                for line in lines {
                    out.push_str("<li>");
                    match line.as_slice() {
                        // A line of one paragraph needs no paragraph.
                        [Block::Text(words)] => pieces(words, out),
                        line => blocks(line, out),
                    }
                    out.push_str("</li>\n");
                }
                out.push_str("</ul>\n");
            }
        }
    }
}

fn paragraph(open: &str, words: &[Piece], out: &mut String) {
    out.push_str(open);
    pieces(words, out);
    out.push_str("</p>");
}

fn pieces(all: &[Piece], out: &mut String) {
    for piece in all {
        let _ = match piece {
            Piece::Words(words) => write!(out, "{}", escaped(words)),
            Piece::Link { to, words } => write!(out, "<a href=\"{}\">{}</a>", escaped(to), escaped(words)),
        };
    }
}

/// The text with what means something in HTML written as what it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_means_something_in_html_is_only_text() {
        assert_eq!(escaped("<a href=\"x\"> & ’é"), "&lt;a href=&quot;x&quot;&gt; &amp; ’é");
    }
}
