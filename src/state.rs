//! What the person did and what has arrived, in one model behind one signal; what follows from it, in one memo.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::pack::{self, Start};
use sentier_core::content::{Id, Library, Pictures, Urgency, addressed};
use sentier_core::record::{RecordError, Session};
use sentier_core::triage::fresh::now;
use sentier_core::triage::{Protocol, Walk};

use crate::browser::{clock, location, packs};
use crate::keep::{Keeper, Keeping};
use crate::language::Language;
use crate::own_words::OwnWords;
use crate::parts::{self, Worded};
use crate::place::Place;
use crate::route::Route;
use crate::screen::{Screen, screen, walk_of};
use crate::system::SystemState;
use crate::text::{FRENCH, show};

/// The content that comes with the app.
pub static START: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/start.pack"));

/// The contacts that the shell shows: their ids on the closed list.
pub const SAMU: &str = "samu";
/// See [`SAMU`].
pub const EUROPE: &str = "europe";
/// See [`SAMU`].
pub const SMS: &str = "sms-114";

/// Everything that can change.
pub struct Model {
    /// What comes with the app: the doors and the gate.
    pub start: Start,
    /// The content that has arrived: the gate alone at first.
    pub library: Library,
    /// The same in French, where `library` is in another language.
    pub french: Option<Library>,
    /// The pictures beside its questions.
    pub pictures: Pictures,
    /// Whether the rest of the content is there.
    pub arrival: Arrival,
    /// The address.
    pub route: Route,
    /// The triage under way.
    pub session: Session,
    /// A stored session that may be resumed.
    pub offer: Option<Session>,
    /// Whether the app ended in a panic last time.
    pub crashed: bool,
    /// Whether what is answered is kept.
    pub keeping: Keeping,
    /// A stored session that could not be read.
    pub damage: Option<RecordError>,
    /// The level before an answer was changed from the result.
    pub level_before: Option<Urgency>,
    /// The day that counts for how old the content is.
    pub today: NaiveDate,
    keeper: Keeper,
}

/// How far the rest of the content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// On its way.
    Coming,
    /// There.
    Here,
    /// It did not arrive, or is of another version.
    Failed,
}

/// What is on the page, and the walk that it belongs to.
#[derive(Clone)]
pub struct Shown {
    /// The screen.
    pub screen: Screen,
    /// The way through the questions.
    pub walk: Walk,
}

/// A page changes when its screen does, or when answers that it shows do: what is erased on another leaves it as it is.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.screen == other.screen && (!self.screen.shows_answers() || self.walk.counted == other.walk.counted)
    }
}

/// Everything the screens share.
#[derive(Clone, Copy)]
pub struct State {
    model: RwSignal<Model>,
    /// What is on the page.
    pub shown: Memo<Shown>,
    /// What the shell shows beside the screen.
    pub around: Memo<Around>,
    /// What the person typed and what was understood of it; never stored.
    pub words: OwnWords,
    /// Where the person said they are, and the minute.
    pub place: Place,
    /// Who does what, once somebody wants to know.
    pub system: SystemState,
    /// The language of the interface, and that of the content that has arrived: all is drawn anew where one changes.
    pub languages: RwSignal<(Language, Language)>,
}

/// What the shell and the first screen show of how the app is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Around {
    /// Whether what is answered is kept.
    pub keeping: Keeping,
    /// A stored session that could not be read.
    pub damage: Option<RecordError>,
    /// Whether the app ended in a panic last time.
    pub crashed: bool,
    /// Whether there is a session to resume.
    pub can_resume: bool,
    /// Whether the rest of the content is there.
    pub arrival: Arrival,
}

/// The day, by the clock of the device; by the day of the build where the clock is behind it.
fn today() -> NaiveDate {
    let built = env!("SENTIER_BUILT").parse().ok().and_then(NaiveDate::from_num_days_from_ce_opt);
    now(clock::today(), built.unwrap_or(NaiveDate::MIN))
}

impl Model {
    /// The protocol of the motifs chosen.
    pub fn protocol(&self) -> Protocol<'_> {
        Protocol::new(&self.library, &self.session.motifs)
    }

    /// The triage under way, where there is one that may be kept.
    pub fn kept_session(&self) -> Option<Session> {
        let may_be_kept = !self.session.is_empty() && self.session.leaves_trace(&self.start.doors, &self.library);
        may_be_kept.then(|| self.session.clone())
    }

    fn around(&self) -> Around {
        let Self { keeping, damage, crashed, arrival, .. } = *self;
        let can_resume = self.offer.is_some() || !self.session.is_empty();
        Around { keeping, damage, crashed, can_resume, arrival }
    }

    /// Keeps the session where it may be kept.
    fn keep(&mut self) {
        let leaves_trace = self.session.leaves_trace(&self.start.doors, &self.library);
        self.keeping = self.keeper.keep(&self.session, leaves_trace);
    }

    fn end_crash(&mut self) {
        self.crashed = false;
        self.keeper.forget_crash();
    }

    /// The place where the next answer is missing, or the result.
    fn first_open(&self, walk: &Walk) -> Route {
        match &walk.verdict {
            Some(verdict) if !self.session.motifs.is_empty() || verdict.level == Urgency::Vital => Route::Outcome,
            Some(_) => Route::Motifs,
            None => Route::Question(walk.steps.len().saturating_sub(1)),
        }
    }
}

impl State {
    /// The state at the start of the page: the address, and what was stored. None where the start pack is damaged,
    /// which the build excludes.
    pub fn new() -> Option<Self> {
        let start = pack::read_start(START).ok()?;
        let (mut keeper, stored) = Keeper::open();
        let library = start.library();
        // Kept by an earlier version of the content, which still allowed it.
        if let Some(session) = stored.session.as_ref().filter(|session| !session.leaves_trace(&start.doors, &library)) {
            keeper.keep(session, false);
        }
        let route = Route::parse(&location::hash());
        // After a crash nothing is resumed by itself, so that bad data cannot lock a person out.
        let resumes = route.is_triage() && !stored.crashed;
        let (session, offer) = if resumes { (stored.session, None) } else { (None, stored.session) };
        let languages = RwSignal::new((Language::open(), Language::French));
        let words = OwnWords::new(start.finder());
        let model = RwSignal::new(Model {
            library,
            french: None,
            pictures: Pictures::default(),
            start,
            arrival: Arrival::Coming,
            route: if route.is_triage() && stored.crashed { Route::Home } else { route },
            session: session.unwrap_or_default(),
            offer,
            crashed: stored.crashed,
            keeping: stored.keeping,
            damage: stored.damage,
            level_before: None,
            today: today(),
            keeper,
        });
        let shown = Memo::new(move |_| {
            model.with(|model| {
                let walk = walk_of(&model.library, &model.session, model.today);
                Shown { screen: screen(model.route, &model.library, &model.session, &walk), walk }
            })
        });
        let around = Memo::new(move |_| model.with(Model::around));
        Some(Self { model, shown, around, words, place: Place::open(), system: SystemState::new(), languages })
    }

    /// A text of the app in the words for whom the questions are about.
    pub fn address(self, text: &str) -> String {
        self.now(|model, _| addressed(text, model.session.subject))
    }

    /// Reads from the model as it is now, with the walk that belongs to it.
    pub fn now<T>(self, read: impl FnOnce(&Model, &Walk) -> T) -> T {
        self.model.with_untracked(|model| self.shown.with_untracked(|shown| read(model, &shown.walk)))
    }

    /// A number of the closed list, as shown and as dialled; the build refuses a list without those of the shell.
    pub fn number(self, contact: &str) -> (String, String) {
        self.model.with_untracked(|model| {
            let found = model.start.contacts.iter().find(|known| known.id == contact);
            found.map(|contact| (contact.number.clone(), contact.href())).unwrap_or_default()
        })
    }

    /// Follows the address bar.
    pub fn follow(self, route: Route) {
        self.update(&|model| {
            model.route = route;
            model.today = today();
        });
    }

    /// Goes to another screen.
    pub fn go(self, route: Route) {
        location::go(&route.hash());
        self.follow(route);
    }

    /// Fetches the rest of the content, in the words of the language chosen.
    pub fn fetch_content(self) {
        self.update(&|model| model.arrival = Arrival::Coming);
        leptos::task::spawn_local(async move {
            let language = Language::chosen();
            let bytes = packs::fetch(env!("SENTIER_TRIAGE_PACK")).await;
            let worded = match language.pack() {
                Some(name) => parts::receive_words(bytes.clone(), packs::fetch(name).await).await,
                None => None,
            };
            // Another was chosen meanwhile, which is fetched as well.
            if language == Language::chosen() {
                self.receive(bytes, worded);
            }
        });
    }

    fn receive(self, bytes: Option<Vec<u8>>, worded: Option<Worded>) {
        let spoken = if worded.is_some() { Language::chosen() } else { Language::French };
        show(worded.as_ref().map_or(&FRENCH, |worded| worded.interface));
        let mut is_other = spoken != self.languages.get_untracked().1;
        self.model.update(|model| {
            if let Some(Worded { start, library, french, pictures, .. }) = worded {
                (model.start, model.library, model.french) = (start, library, Some(french));
                model.pictures = pictures;
                model.arrival = Arrival::Here;
                return;
            }
            let start = pack::read_start(START).ok();
            match start.zip(bytes).and_then(|(start, bytes)| Some((pack::read_triage(&bytes, &start).ok()?, start))) {
                Some((library, start)) => {
                    (model.start, model.library, model.french) = (start, library, None);
                    model.pictures = Pictures::default();
                    model.arrival = Arrival::Here;
                }
                None => {
                    model.arrival = Arrival::Failed;
                    is_other = false;
                }
            }
        });
        if is_other {
            self.words.find_with(self.model.with_untracked(|model| model.start.finder()));
            self.languages.update(|languages| languages.1 = spoken);
        }
    }

    /// Chooses a language; what was answered stays.
    pub fn speak(self, language: Language) {
        language.choose();
        self.languages.update(|languages| languages.0 = language);
        self.fetch_content();
    }

    /// Whether the questions are still on their way into the language chosen.
    pub fn awaits_words(self) -> bool {
        let (wished, spoken) = self.languages.get_untracked();
        wished != spoken && self.around.with_untracked(|around| around.arrival) == Arrival::Coming
    }

    /// Begins a triage: the gate comes first, whatever was chosen. What the person confirmed of their words is answered;
    /// its screens show it, to be changed.
    pub fn begin(self, motifs: &[Id]) {
        let (confirmed, subject) = (self.words.confirmed(), untrack(|| self.words.subject()));
        self.update(&|model| {
            model.level_before = None;
            model.offer = None;
            model.end_crash();
            model.session = Session { motifs: motifs.to_vec(), subject, ..Session::default() };
            confirmed.iter().for_each(|meaning| model.session.confirm(meaning));
            model.keep();
        });
        self.go(Route::Question(0));
    }

    /// Begins a triage, unless there is one to resume, which the person must see first.
    pub fn begin_unless_offered(self) {
        let around = self.around.get_untracked();
        if !around.can_resume && !around.crashed {
            self.begin(&[]);
        }
    }

    /// Chooses the motifs of a triage whose gate was passed.
    pub fn choose(self, motifs: &[Id]) {
        self.change(&|session| session.motifs = motifs.to_vec());
        self.go(Route::Question(1));
    }

    /// Takes over the session that was offered, where it was left.
    pub fn resume(self) {
        self.update(&|model| {
            model.end_crash();
            if let Some(session) = model.offer.take() {
                model.session = session;
            }
            model.keep();
        });
        self.go(self.now(Model::first_open));
    }

    /// Forgets the triage under way, on the page and on the device.
    pub fn forget(self) {
        self.words.clear();
        self.update(&|model| {
            model.offer = None;
            model.level_before = None;
            model.end_crash();
            model.session = Session::default();
            model.keep();
        });
    }

    /// Forgets the triage under way, and what other tabs and visits kept of one: nothing of it stays.
    pub fn erase(self) {
        self.forget();
        self.update(&|model| {
            model.keeper.erase();
            model.damage = None;
            model.keep();
        });
    }

    /// What could not be read of a session, as it is.
    pub fn damaged(self) -> String {
        self.model.with_untracked(|model| model.keeper.damaged())
    }

    /// Removes a session that could not be read and was kept aside.
    pub fn discard_damaged(self) {
        self.update(&|model| {
            model.keeper.discard_damaged();
            model.damage = None;
            model.keep();
        });
    }

    /// Changes the triage under way, and keeps it where it may be kept.
    pub fn change(self, change: &dyn Fn(&mut Session)) {
        self.update(&|model| {
            change(&mut model.session);
            model.keep();
        });
    }

    /// Goes on from a screen that was answered: to the next one, or, after a change made from the result, straight to
    /// where an answer is missing.
    pub fn go_on(self, from: usize) {
        let next = from.saturating_add(1);
        self.go(self.now(|model, walk| {
            let goes_to_next = next < walk.steps.len() && model.level_before.is_none();
            if goes_to_next { Route::Question(next) } else { model.first_open(walk) }
        }));
    }

    /// Opens a screen again, from the result, to change an answer.
    pub fn reopen(self, step: usize) {
        let level = self.now(|_, walk| walk.verdict.as_ref().map(|verdict| verdict.level));
        self.update(&|model| model.level_before = level);
        self.go(Route::Question(step));
    }

    fn update(self, change: &dyn Fn(&mut Model)) {
        self.model.update(|model| change(model));
    }
}
