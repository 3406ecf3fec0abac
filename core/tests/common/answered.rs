//! Triages that were answered to their end.

use sentier_core::content::{Id, Library};
use sentier_core::record::Session;
use sentier_core::triage::{Answer, Known, MeasureAnswer, Protocol, StepKind, Walk, walk};

/// A triage of a motif, each question answered as `answer` says of its number, from 0, and of
/// its screen.
pub fn answered(library: &Library, motif: &Id, mut answer: impl FnMut(usize, &StepKind) -> Answer) -> (Session, Walk) {
    let mut session = Session { motifs: vec![motif.clone()], since: vec!["hier".to_owned()], ..Session::default() };
    let protocol = Protocol::new(library, &session.motifs);
    let mut asked = 0;
    loop {
        let walk = walk(&protocol, &session.answers);
        let Some(open) = walk.steps.last().filter(|_| walk.verdict.is_none()) else { return (session, walk) };
        let mut next = || {
            asked += 1;
            answer(asked - 1, &open.kind)
        };
        if let StepKind::Person { .. } = open.kind {
            session.answers.age = Some(if next() == Answer::Unknown { Known::Unknown } else { Known::Is(52 * 12) });
            let sex = sentier_core::content::Sex::Female;
            session.answers.sex = Some(if next() == Answer::Unknown { Known::Unknown } else { Known::Is(sex) });
        }
        for id in &open.measures {
            let value = library.measure(id).map_or(0, |measure| measure.min);
            let taken =
                if next() == Answer::Unknown { MeasureAnswer::Impossible } else { MeasureAnswer::Tenths(value) };
            session.answers.measures.insert(id.clone(), taken);
        }
        for id in open.to_tick(library, &session.answers) {
            session.answers.signs.insert(id, next());
        }
    }
}
