//! Rights and benefits of a pathway, with the day on which one ends, and the associations that help.

use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::content::pathway::{Pathway, Right};
use sentier_core::pathway::{Person, dates};
use sentier_core::record::What;

use crate::care::CareState;
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::kit::{block, fold, item, list, paragraph, strong, subheading};
use crate::ui::small_form::{Fault, day, small_form, typed};
use crate::ui::sources_list::sources_list;

/// The rights and the associations of a pathway.
pub fn rights(care: CareState, content: &Care, person: &Person, pathway: &Pathway) -> AnyView {
    let t = text();
    let mut parts = Vec::new();
    if !pathway.rights.is_empty() {
        let lines = pathway.rights.iter().map(|right| {
            let who: Vec<&str> = right.who.iter().map(|role| content.role(role)).collect();
            let ends = right.ends.then(|| ending(care, person, pathway, right));
            item(vec![
                strong(right.title.clone()),
                paragraph("", right.what.clone()),
                paragraph("hint", who.join(", ")),
                ends.into_any(),
                sources_list(content, &right.sources, right.reading),
            ])
        });
        parts.push(subheading(t.pathway_rights));
        parts.push(list("", lines.collect()));
    }
    if !pathway.associations.is_empty() {
        let names = pathway.associations.iter().map(|other| {
            let mark = if other.reading == sentier_core::content::Reading::ToVerify { t.why_to_verify } else { "" };
            item(vec![format!("{}{mark}", other.name).into_any()])
        });
        parts.push(subheading(t.pathway_associations));
        parts.push(list("", names.collect()));
    }
    block("rights", parts)
}

/// The last day of a right, as it was noted, and the form for it.
fn ending(care: CareState, person: &Person, pathway: &Pathway, right: &Right) -> AnyView {
    let t = text();
    let known = person.rights.get(&(pathway.id.clone(), right.id.clone())).copied();
    let said = known.map(|until| paragraph("", format!("{} {}.", t.right_until, long(until))));
    let value = RwSignal::new(known.map(dates::figures).unwrap_or_default());
    let fault = Fault::none(format!("{}-fault", right.id));
    let field = format!("{}-until", right.id);
    let (pathway, right) = (pathway.id.clone(), right.id.clone());
    let asked = field.clone();
    let send = move || {
        let until = day(fault, &asked, value)?;
        let noted = What::Granted { pathway: pathway.clone(), right: right.clone(), until };
        care.note(vec![noted], t.care_noted.to_owned());
        Ok(())
    };
    let fields = vec![typed(fault, field, t.right_ends, t.who_day_hint, "30", value)];
    let form = fold("new", false, t.right_note, vec![small_form(fault, fields, t.care_keep, Box::new(send))]);
    block("right-end", vec![said.into_any(), form])
}
