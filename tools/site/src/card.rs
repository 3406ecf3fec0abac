//! The card that a message or a network shows of a link to the page. It names the page and its picture by their full address,
//! which the host alone knows: who reads a card follows no relative one.

use std::io;

use crate::listing::replaced;

/// The picture of the card, beside the page. No device keeps it.
pub const PICTURE: &str = "icons/social.png";

/// The page with its card, for the address where it will stand: "https://host/sentier/".
///
/// # Errors
/// If the address is none of a folder on the web, or the page has no title.
pub fn with_card(page: &str, address: &str) -> io::Result<String> {
    let is_folder = address.starts_with("https://") && address.ends_with('/');
    if !is_folder || address.contains(['"', '<', '>', '&', ' ']) {
        let told = format!("“{address}” is no address of a site: it begins with https:// and ends with /");
        return Err(io::Error::other(told));
    }
    let tags = [
        ("og:type", "website".to_owned()),
        ("og:title", "Sentier".to_owned()),
        ("og:url", address.to_owned()),
        ("og:image", format!("{address}{PICTURE}")),
        ("twitter:card", "summary_large_image".to_owned()),
    ];
    let tags: String =
        tags.iter().map(|(name, said)| format!("<meta property=\"{name}\" content=\"{said}\">")).collect();
    replaced(page, "</title>", &format!("</title>{tags}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::with_card;

    #[test]
    fn a_card_names_its_picture_by_the_address_of_the_host() {
        let page = with_card("<title>Sentier</title><body>", "https://example.org/sentier/").unwrap();
        assert!(page.starts_with("<title>Sentier</title><meta property="), "{page}");
        assert!(page.contains("<meta property=\"og:image\" content=\"https://example.org/sentier/icons/social.png\">"));
        assert!(page.contains("<meta property=\"og:url\" content=\"https://example.org/sentier/\">"));
        assert!(page.ends_with("<body>"));
    }

    #[test]
    fn what_is_no_address_or_no_page_is_refused() {
        for address in ["", "/sentier/", "http://example.org/", "https://example.org", "https://a/\"><script>/"] {
            assert!(with_card("<title>x</title>", address).is_err(), "{address}");
        }
        assert!(with_card("<body>", "https://example.org/").is_err());
    }
}
