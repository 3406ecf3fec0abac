//! Addresses: the part behind the `#`, so that any static host serves every screen. No answer and no motif is ever in one.

/// An address of the app. What it shows also depends on the answers: see `screen`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first screen.
    Home,
    /// The choice of motifs.
    Motifs,
    /// The drawn body.
    Body,
    /// A screen of questions, from 0.
    Question(usize),
    /// One sign of a screen, asked by itself; both from 0.
    Sign(usize, usize),
    /// The orientation.
    Outcome,
    /// A screen of the pathways.
    Care(CareRoute),
    /// What the app is, its limits and its sources.
    About,
    /// What stays on the device, and what a host sees.
    Privacy,
    /// How the rules are checked.
    Proofs,
    /// The list of motifs whose rules can be read.
    Rules,
    /// The rules of one motif. Which one is never in the address.
    Sheet,
    /// A screen that explains the system.
    System(SystemRoute),
    /// A screen of what is taken along.
    Take(TakeRoute),
}

/// A screen of what is taken along. What was made is never in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeRoute {
    /// What can be taken, and read.
    List,
    /// What was made or read.
    Given,
    /// The sheet that somebody shared.
    Shared,
}

/// A screen that explains the system. Which entry it shows, or what was looked for, is never in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemRoute {
    /// Every entry, by family.
    Families,
    /// One entry: its place among those opened in this visit, from 0.
    Entry(usize),
    /// The map.
    Map,
    /// The three parcours.
    Journeys,
    /// The acronyms.
    Glossary,
    /// "Je cherche…", after so many choices.
    Find(usize),
}

impl SystemRoute {
    fn parse(word: Option<&str>, number: Option<&str>) -> Self {
        let number = number.and_then(|number| number.parse::<usize>().ok()).unwrap_or_default();
        match word {
            Some("fiche") => Self::Entry(number.saturating_sub(1)),
            Some("carte") => Self::Map,
            Some("parcours") => Self::Journeys,
            Some("sigles") => Self::Glossary,
            Some("chercher") => Self::Find(number),
            _ => Self::Families,
        }
    }

    fn address(self) -> String {
        match self {
            Self::Families => "#/comprendre".to_owned(),
            Self::Entry(place) => format!("#/comprendre/fiche/{}", place.saturating_add(1)),
            Self::Map => "#/comprendre/carte".to_owned(),
            Self::Journeys => "#/comprendre/parcours".to_owned(),
            Self::Glossary => "#/comprendre/sigles".to_owned(),
            Self::Find(0) => "#/comprendre/chercher".to_owned(),
            Self::Find(choices) => format!("#/comprendre/chercher/{choices}"),
        }
    }
}

/// A screen of the pathways. Which step, pathway or measure it shows is never in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareRoute {
    /// The dashboard.
    Dashboard,
    /// Somebody new.
    Welcome,
    /// "Êtes-vous concerné par…"
    Questions,
    /// One thing to do.
    Step,
    /// One pathway.
    Pathway,
    /// The timeline.
    Timeline,
    /// What is measured.
    Measures,
    /// The care team, papers and questions.
    Team,
    /// The plan, to print.
    Plan,
    /// Who the person is.
    Person,
    /// Search.
    Search,
}

impl CareRoute {
    /// Every screen with its word in the address.
    const WORDS: [(Self, &'static str); 11] = [
        (Self::Dashboard, ""),
        (Self::Welcome, "bienvenue"),
        (Self::Questions, "concerne"),
        (Self::Step, "detail"),
        (Self::Pathway, "situation"),
        (Self::Timeline, "frise"),
        (Self::Measures, "mesures"),
        (Self::Team, "equipe"),
        (Self::Plan, "plan"),
        (Self::Person, "personne"),
        (Self::Search, "recherche"),
    ];

    fn parse(word: Option<&str>) -> Self {
        let found = Self::WORDS.iter().find(|(_, known)| Some(*known) == word);
        found.map_or(Self::Dashboard, |(route, _)| *route)
    }

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(route, _)| *route == self).map_or("", |(_, word)| word)
    }
}

impl Route {
    /// The route of an address; the first screen for one that is unknown.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches(['#', '/']);
        let mut parts = path.split('/');
        let number = |part: Option<&str>| part?.parse::<usize>().ok()?.checked_sub(1);
        match parts.next() {
            Some("motifs") => Self::Motifs,
            Some("corps") => Self::Body,
            Some("question") => match (number(parts.next()), number(parts.next())) {
                (Some(step), Some(sign)) => Self::Sign(step, sign),
                (Some(step), None) => Self::Question(step),
                _ => Self::Home,
            },
            Some("orientation") => Self::Outcome,
            Some("parcours") => Self::Care(CareRoute::parse(parts.next())),
            Some("a-propos") => Self::About,
            Some("vie-privee") => Self::Privacy,
            Some("verification") => Self::Proofs,
            Some("regles") if parts.next() == Some("motif") => Self::Sheet,
            Some("regles") => Self::Rules,
            Some("emporter") if parts.next() == Some("pret") => Self::Take(TakeRoute::Given),
            Some("emporter") => Self::Take(TakeRoute::List),
            Some("partage") => Self::Take(TakeRoute::Shared),
            Some("comprendre") => Self::System(SystemRoute::parse(parts.next(), parts.next())),
            _ => Self::Home,
        }
    }

    /// The address of a route.
    pub fn hash(self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Motifs => "#/motifs".to_owned(),
            Self::Body => "#/corps".to_owned(),
            Self::Question(step) => format!("#/question/{}", step.saturating_add(1)),
            Self::Sign(step, sign) => format!("#/question/{}/{}", step.saturating_add(1), sign.saturating_add(1)),
            Self::Outcome => "#/orientation".to_owned(),
            Self::Care(CareRoute::Dashboard) => "#/parcours".to_owned(),
            Self::Care(route) => format!("#/parcours/{}", route.word()),
            Self::About => "#/a-propos".to_owned(),
            Self::Privacy => "#/vie-privee".to_owned(),
            Self::Proofs => "#/verification".to_owned(),
            Self::Rules => "#/regles".to_owned(),
            Self::Sheet => "#/regles/motif".to_owned(),
            Self::System(route) => route.address(),
            Self::Take(TakeRoute::List) => "#/emporter".to_owned(),
            Self::Take(TakeRoute::Given) => "#/emporter/pret".to_owned(),
            Self::Take(TakeRoute::Shared) => "#/partage".to_owned(),
        }
    }

    /// Whether the address belongs to a triage under way.
    pub fn is_triage(self) -> bool {
        matches!(self, Self::Motifs | Self::Question(_) | Self::Sign(..) | Self::Outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::{CareRoute, Route, SystemRoute, TakeRoute};

    #[test]
    fn every_address_leads_back_to_its_route() {
        let numbered = (0..4).flat_map(|step| [Route::Question(step), Route::Sign(step, 2)]);
        let pages = [Route::About, Route::Privacy, Route::Proofs, Route::Rules, Route::Sheet];
        let all = [Route::Home, Route::Motifs, Route::Body, Route::Outcome].into_iter().chain(pages);
        let care = CareRoute::WORDS.iter().map(|(route, _)| Route::Care(*route));
        let read = [SystemRoute::Families, SystemRoute::Map, SystemRoute::Journeys, SystemRoute::Glossary];
        let numbered_too = (0..3).flat_map(|place| [SystemRoute::Entry(place), SystemRoute::Find(place)]);
        let system = read.into_iter().chain(numbered_too).map(Route::System);
        let take = [TakeRoute::List, TakeRoute::Given, TakeRoute::Shared].map(Route::Take);
        for route in numbered.chain(all).chain(care).chain(system).chain(take) {
            assert_eq!(Route::parse(&route.hash()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_the_first_screen() {
        for hash in ["", "#", "#/nowhere", "#/question", "#/question/0", "#/question/x", "#/question/-1", "#app"] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash}");
        }
    }
}
