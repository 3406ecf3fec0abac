//! The words of plain pages that stand on no other screen: headings, and how to read a page.

use serde::Deserialize;

macro_rules! words {
    ($($name:ident,)*) => {
        /// The words of plain pages, by their names in `content/plain-pages.toml`.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs, reason = "the file says what each is")]
        pub struct PlainWords {
            $(pub $name: String,)*
        }

        impl PlainWords {
            /// Every word with its name.
            #[must_use]
            pub fn entries(&self) -> Vec<(&'static str, &str)> {
                vec![$((stringify!($name), self.$name.as_str()),)*]
            }

            /// The same words, each changed in the same way: with the typography put in.
            #[must_use]
            pub fn each(&self, change: impl Fn(&str) -> String) -> Self {
                Self { $($name: change(&self.$name),)* }
            }
        }
    };
}

words! {
    name, emergency, leave, all_pages, questionnaire, foot, unreviewed, reviewed, purpose, sources, to_verify, review,
    review_by, mistake, version, months,
    motif_read, motif_doubt, motif_several, motif_description, sensitive_description, shown, also,
    everybody, if_sign, all_of, any_of, at_least, of_these, only_for, no_tool, step, step_read, rest, meanwhile,
    self_care, self_care_when, recall, recall_list, recall_final, numbers, understand, stale_from, stale_then,
    when, how, cost, before, formerly, now, letters, triage, levels, pathways, find, see,
    index_title, index_description, index_lead, index_motifs, index_system, index_private,
}
