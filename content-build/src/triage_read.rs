//! From the files of groups and motifs to their typed form, with the stories that test them.

use toml::Spanned;

use sentier_core::content::{self as typed, Condition, Effect, Id, Origin, UnknownReading};
use sentier_core::triage::MeasureAnswer;

use crate::read::{Reader, Source, months, tenths};
use crate::{Vignette, file, french};

impl Reader {
    pub(crate) fn read_groups(&mut self) {
        for path in self.files("groups") {
            let Some((text, raw)) = self.parse::<file::Group>(&path) else {
                continue;
            };
            let id = raw.id.get_ref().clone();
            let source = Source { file: &path, text: &text, prefix: &id, sources: &raw.sources };
            let Some(review) = self.begin(&source, &raw.id, &raw.review) else { continue };
            let (signs, rules) = self.signs_and_rules(&source, &raw.sign, &raw.rule);
            self.vignettes(&source, &raw.vignette, None);
            self.draft.groups.push(typed::Group {
                id: id.clone(),
                title: french(&raw.title),
                asks_also: raw.asks_also,
                signs,
                rules,
                sources: raw.sources.clone(),
                review,
            });
        }
    }

    pub(crate) fn read_motifs(&mut self) {
        for path in self.files("triage") {
            let Some((text, raw)) = self.parse::<file::Motif>(&path) else {
                continue;
            };
            let id = raw.id.get_ref().clone();
            let source = Source { file: &path, text: &text, prefix: &id, sources: &raw.sources };
            let Some(review) = self.begin(&source, &raw.id, &raw.review) else { continue };
            let (signs, rules) = self.signs_and_rules(&source, &raw.sign, &raw.rule);
            self.vignettes(&source, &raw.vignette, Some(&id));
            let applies_to = raw.applies_to.as_ref().map(|raw| self.applies_to(&source, raw)).unwrap_or_default();
            let otherwise = typed::Otherwise {
                level: raw.otherwise.level,
                way: raw.otherwise.way,
                because: french(&raw.otherwise.because),
            };
            self.draft.motifs.push(typed::Motif {
                door: typed::Door {
                    id: id.clone(),
                    title: french(&raw.title),
                    part: raw.part,
                    applies_to,
                    words: raw.words,
                    leaves_trace: raw.leaves_trace,
                    always_shown: raw.always_shown,
                },
                card: raw.card,
                asks_also: raw.asks_also,
                signs,
                rules,
                otherwise,
                meanwhile: raw.meanwhile.iter().map(|text| french(text)).collect(),
                self_care: raw.self_care.iter().map(|text| french(text)).collect(),
                sources: raw.sources.clone(),
                review,
            });
        }
    }

    /// Notes where a group or a motif stands, and who has reviewed it; none where that is not said.
    fn begin(&mut self, source: &Source<'_>, id: &Spanned<String>, review: &file::Review) -> Option<typed::Review> {
        self.place(source, id, id.get_ref().clone());
        self.files.insert(id.get_ref().clone(), source.file.display().to_string());
        self.review(source, id, review)
    }

    /// The signs of a file, and its rules: first those that are a sign with a level.
    fn signs_and_rules(
        &mut self,
        source: &Source<'_>,
        signs: &[file::Sign],
        rules: &[file::Rule],
    ) -> (Vec<typed::Sign>, Vec<typed::Rule>) {
        let (signs, mut all) = self.signs(source, signs);
        all.extend(self.rules(source, rules));
        (signs, all)
    }

    /// Whom a motif is for.
    fn applies_to(&mut self, source: &Source<'_>, raw: &Spanned<file::AppliesTo>) -> typed::AppliesTo {
        let file::AppliesTo { from, below, sex, pregnant } = raw.get_ref();
        let band = file::AgeBand { from: from.clone(), below: below.clone() };
        let is_of_an_age = from.is_some() || below.is_some();
        let ages = is_of_an_age.then(|| self.ages(source, raw.span(), Some(&band))).flatten();
        let applies_to = typed::AppliesTo { ages, sex: *sex, is_for_pregnancy: *pregnant };
        if !is_of_an_age && applies_to.is_everybody() {
            let place = Spanned::new(raw.span(), "applies_to".to_owned());
            self.refuse::<()>(
                source,
                &place,
                "this says nobody in particular; say an age, a sex or pregnant = true, or leave it out",
            );
        }
        applies_to
    }

    /// The signs of a file, and a rule for each that has a level of its own.
    fn signs(&mut self, source: &Source<'_>, raw: &[file::Sign]) -> (Vec<typed::Sign>, Vec<typed::Rule>) {
        let mut signs = Vec::new();
        let mut rules = Vec::new();
        for sign in raw {
            let id = self.place(source, &sign.id, source.full(sign.id.get_ref()));
            let Some(origin) = self.origin(source, sign) else {
                continue;
            };
            let unknown = sign.doubt_about.unwrap_or(UnknownReading::Sign);
            if let Some(level) = sign.level {
                rules.push(typed::Rule {
                    id: id.clone(),
                    because: sign.because.as_deref().map(french).unwrap_or_default(),
                    condition: Condition::Is(id.clone()),
                    effect: Effect::Raise(level),
                    unknown: None,
                    way: sign.way.clone(),
                    sources: or_default(&sign.sources, source.sources),
                });
            }
            signs.push(typed::Sign {
                id,
                ask: french(&sign.ask),
                help: sign.help.as_deref().map(french),
                origin,
                unknown,
                only_for: sign.only_for.clone(),
                can_appear: sign.can_appear.unwrap_or(unknown != UnknownReading::Fact),
                leaves_trace: sign.leaves_trace,
            });
        }
        (signs, rules)
    }

    fn origin(&mut self, source: &Source<'_>, sign: &file::Sign) -> Option<Origin> {
        match (&sign.answered_by, &sign.age, sign.sex) {
            (None, None, None) => Some(Origin::Asked),
            (Some(by), None, None) => {
                let bound = match (by.from, by.below) {
                    (Some(value), None) => typed::Bound::AtLeast(tenths(value)),
                    (None, Some(value)) => typed::Bound::Below(tenths(value)),
                    _ => {
                        return self.refuse(
                            source,
                            &sign.id,
                            "answered_by takes either from or below; write one of them",
                        );
                    }
                };
                Some(Origin::Measured { measure: by.measure.clone(), bound, instead: french(&by.instead) })
            }
            (None, Some(band), None) => {
                let from = band.from.as_deref().map_or(Some(0), months);
                let to = band.below.as_deref().map(months);
                match (from, to) {
                    (Some(from), None) => Some(Origin::Age { from, to: None }),
                    (Some(from), Some(Some(to))) => Some(Origin::Age { from, to: Some(to) }),
                    _ => self.refuse(source, &sign.id, "an age is a number and y or m, such as \"65y\" or \"3m\""),
                }
            }
            (None, None, Some(sex)) => Some(Origin::Sex(sex)),
            _ => self.refuse(source, &sign.id, "a sign is answered by a measure, an age or a sex: keep one"),
        }
    }

    fn rules(&mut self, source: &Source<'_>, raw: &[file::Rule]) -> Vec<typed::Rule> {
        let mut rules = Vec::new();
        for rule in raw {
            let id = self.place(source, &rule.id, source.full(rule.id.get_ref()));
            let effect = match (rule.level, rule.one_step_up) {
                (Some(level), false) => Effect::Raise(level),
                (None, true) => Effect::OneStep,
                _ => {
                    self.refuse::<()>(
                        source,
                        &rule.id,
                        "a rule has either a level or one_step_up = true; write one of them",
                    );
                    continue;
                }
            };
            let is =
                |ids: &[String]| -> Vec<Condition> { ids.iter().map(|id| Condition::Is(source.full(id))).collect() };
            let mut parts = is(&rule.all);
            if !rule.any.is_empty() {
                parts.push(Condition::Any(is(&rule.any)));
            }
            if let Some(some) = &rule.some {
                parts.push(Condition::AtLeast(some.at_least, is(&some.of)));
            }
            let condition = match parts.as_slice() {
                [only] => only.clone(),
                _ => Condition::All(parts),
            };
            rules.push(typed::Rule {
                id,
                because: french(&rule.because),
                condition,
                effect,
                unknown: rule.doubt_gives,
                way: rule.way.clone(),
                sources: or_default(&rule.sources, source.sources),
            });
        }
        rules
    }

    fn vignettes(&mut self, source: &Source<'_>, raw: &[file::Vignette], own: Option<&Id>) {
        for vignette in raw {
            let Some(motif) = vignette.motif.as_ref().or(own).cloned() else {
                self.refuse::<()>(source, &vignette.story, "a vignette of a group names its motif; add motif = \"…\"");
                continue;
            };
            let Some(age) = months(&vignette.age) else {
                self.refuse::<()>(source, &vignette.story, "an age is a number and y or m, such as \"65y\" or \"3m\"");
                continue;
            };
            let full = |ids: &[String]| ids.iter().map(|id| source.full(id)).collect();
            let measures = vignette.measures.iter().map(|(measure, value)| {
                let value = match value {
                    file::MeasureValue::Number(value) => MeasureAnswer::Tenths(tenths(*value)),
                    file::MeasureValue::Word(file::Impossible::Impossible) => MeasureAnswer::Impossible,
                };
                (measure.clone(), value)
            });
            let decided_by = match vignette.decided_by.as_str() {
                word @ ("otherwise" | "doubts") => word.to_owned(),
                id => source.full(id),
            };
            self.vignettes.push(Vignette {
                file: source.file.to_owned(),
                line: source.line(&vignette.story),
                story: french(vignette.story.get_ref()),
                motif,
                age,
                sex: vignette.sex,
                yes: full(&vignette.yes),
                unknown: full(&vignette.does_not_know),
                measures: measures.collect(),
                expect: vignette.expect,
                decided_by,
            });
        }
    }
}

fn or_default(own: &[Id], file: &[Id]) -> Vec<Id> {
    if own.is_empty() { file.to_vec() } else { own.to_vec() }
}
