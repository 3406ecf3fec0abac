//! `sentier-content-build check FOLDER` says what is wrong with content, or what is in it;
//! `sentier-content-build prove FOLDER` also runs its vignettes and says which serious rules none of them guards;
//! `sentier-content-build compare OLD NEW` says, as Markdown for a pull request, which example profiles change level;
//! `sentier-content-build screens FOLDER` says how many screens lead to each level, and fails where they are too many;
//! `sentier-content-build packs FOLDER INTO` writes the packs that are fetched after the first screen;
//! `sentier-content-build pages FOLDER INTO STYLE` writes the plain pages, which use the style sheet of that name.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use sentier_content_build::{Content, Screens, compare, failures, read, screens, unguarded_rules, write_pages};
use sentier_core::content::pack;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut out = std::io::stdout();
    let mut errors = std::io::stderr();
    if let ["compare", old, new] = arguments.as_slice() {
        return compared(Path::new(old), Path::new(new));
    }
    if let ["pages", folder, into, style] = arguments.as_slice() {
        return paged(Path::new(folder), Path::new(into), style);
    }
    let (command, folder, into) = match arguments.as_slice() {
        [command @ ("check" | "prove" | "screens"), folder] => (*command, folder, None),
        [command @ "packs", folder, into] => (*command, folder, Some(Path::new(into))),
        _ => {
            let _ = writeln!(
                errors,
                "usage: sentier-content-build check FOLDER | prove FOLDER | screens FOLDER | compare OLD NEW | packs FOLDER INTO | \
                 pages FOLDER INTO STYLE"
            );
            return ExitCode::FAILURE;
        }
    };
    let Some(content) = read_or_say(Path::new(folder)) else {
        return ExitCode::FAILURE;
    };
    let _ = writeln!(out, "{}", summary(&content));
    if command == "prove" {
        let mut complaints = failures(&content.library, &content.vignettes);
        complaints.extend(unguarded_rules(&content.library, &content.vignettes));
        complaints.extend(content.people.iter().flat_map(|person| person.failures(&content.care)));
        for complaint in &complaints {
            let _ = writeln!(out, "{complaint}");
        }
        return if complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    if command == "screens" {
        let levels = screens(&content.library, &content.vignettes);
        for level in &levels {
            let _ = writeln!(out, "{}", line(level));
        }
        return if levels.iter().all(Screens::holds) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    match into.map(|into| write_packs(&content, into)) {
        Some(Err(error)) => {
            let _ = writeln!(errors, "the packs could not be written: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// The content of a folder; where it is refused, every mistake is said.
fn read_or_say(folder: &Path) -> Option<Content> {
    let mistakes = match read(folder) {
        Ok(content) => return Some(content),
        Err(mistakes) => mistakes,
    };
    for mistake in mistakes {
        let _ = writeln!(std::io::stderr(), "{mistake}");
    }
    None
}

/// Says which profiles change level. A change is no failure: whether it is right, a clinician says.
fn compared(old: &Path, new: &Path) -> ExitCode {
    let (Some(old), Some(new)) = (read_or_say(old), read_or_say(new)) else {
        return ExitCode::FAILURE;
    };
    let _ = write!(std::io::stdout(), "{}", compare::markdown(&old, &new));
    ExitCode::SUCCESS
}

/// Writes the plain pages.
fn paged(folder: &Path, into: &Path, style: &str) -> ExitCode {
    let Some(content) = read_or_say(folder) else {
        return ExitCode::FAILURE;
    };
    match write_pages(&content, into, style) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "the plain pages could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The screens that lead to one level, in a line.
fn line(screens: &Screens) -> String {
    let bound = screens.at_most().map(|most| format!(", at most {most}")).unwrap_or_default();
    let (level, people) = (screens.level.word(), screens.counts.len());
    format!("{level}: {} screens in the median{bound}; {people} vignettes: {:?}", screens.median(), screens.counts)
}

fn summary(content: &Content) -> String {
    let draft = content.library.draft();
    let signs: usize =
        draft.motifs.iter().map(|m| m.signs.len()).chain(draft.groups.iter().map(|g| g.signs.len())).sum();
    let rules: usize =
        draft.motifs.iter().map(|m| m.rules.len()).chain(draft.groups.iter().map(|g| g.rules.len())).sum();
    let (care, system) = (content.care.draft(), content.system.draft());
    format!(
        "content {}: {} motifs, {signs} signs, {rules} rules, {} sources, {} vignettes\n\
         care {}: {} pathways, {} steps, {} sources, {} persons\n\
         system {}: {} entries, {} terms, {} questions, {} hosts",
        draft.version,
        draft.motifs.len(),
        draft.sources.len(),
        content.vignettes.len(),
        care.version,
        care.pathways.len(),
        content.care.steps().count(),
        care.sources.len(),
        content.people.len(),
        system.version,
        system.entries.len(),
        system.terms.len(),
        system.questions.len(),
        system.hosts.len()
    )
}

fn write_packs(content: &Content, into: &Path) -> std::io::Result<()> {
    let bytes = pack::write_triage(&content.library).map_err(|_| std::io::Error::other("the encoder refused"))?;
    std::fs::create_dir_all(into)?;
    std::fs::write(into.join(pack::triage_name(content.library.version())), bytes)?;
    let bytes = pack::write_care(&content.care).map_err(|_| std::io::Error::other("the encoder refused"))?;
    std::fs::write(into.join(pack::care_name(&content.care.draft().version)), bytes)?;
    let bytes = pack::write_explain(&content.explain).map_err(|_| std::io::Error::other("the encoder refused"))?;
    std::fs::write(into.join(pack::explain_name(&content.explain.version)), bytes)?;
    let bytes = pack::write_system(&content.system).map_err(|_| std::io::Error::other("the encoder refused"))?;
    std::fs::write(into.join(pack::system_name(&content.system.draft().version)), bytes)?;
    let bytes = pack::write_drawing(&content.drawing).map_err(|_| std::io::Error::other("the encoder refused"))?;
    std::fs::write(into.join(pack::drawing_name(&content.drawing.version)), bytes)?;
    for language in &content.languages {
        let bytes = pack::write_wording(&language.wording).map_err(|_| std::io::Error::other("the encoder refused"))?;
        std::fs::write(into.join(pack::wording_name(&language.id, &language.version)), bytes)?;
    }
    Ok(())
}
