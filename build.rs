//! Puts the start pack of the content into the app. A mistake in content stops the build and names file and line.

use std::path::Path;
use std::process::ExitCode;

use sentier_core::content::pack;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src/text/french.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        // Where the app is cut, what refers to what must be known (ADR 27).
        println!("cargo::rustc-link-arg-bin=sentier=--emit-relocs");
    }
    let content = match sentier_content_build::read(Path::new("content")) {
        Ok(content) => content,
        Err(mistakes) => {
            for mistake in mistakes {
                println!("cargo::error={mistake}");
            }
            return ExitCode::FAILURE;
        }
    };
    let version = content.library.version();
    println!("cargo::rustc-env=SENTIER_RULES={version}");
    println!("cargo::rustc-env=SENTIER_TRIAGE_PACK={}", pack::triage_name(version));
    let care = &content.care.draft().version;
    println!("cargo::rustc-env=SENTIER_CARE={care}");
    println!("cargo::rustc-env=SENTIER_CARE_PACK={}", pack::care_name(care));
    let explain = &content.explain.version;
    println!("cargo::rustc-env=SENTIER_EXPLAIN={explain}");
    println!("cargo::rustc-env=SENTIER_EXPLAIN_PACK={}", pack::explain_name(explain));
    let system = &content.system.draft().version;
    println!("cargo::rustc-env=SENTIER_SYSTEM={system}");
    println!("cargo::rustc-env=SENTIER_SYSTEM_PACK={}", pack::system_name(system));
    let drawing = &content.drawing.version;
    println!("cargo::rustc-env=SENTIER_DRAWING={drawing}");
    println!("cargo::rustc-env=SENTIER_DRAWING_PACK={}", pack::drawing_name(drawing));
    for language in &content.languages {
        let name = pack::wording_name(&language.id, &language.version);
        println!("cargo::rustc-env=SENTIER_WORDS_{}={name}", language.id.to_uppercase());
    }
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    println!("cargo::rustc-env=SENTIER_BUILT={}", built());
    let start = pack::write_start(&content.library);
    let folder = std::env::var_os("OUT_DIR");
    let written =
        start.ok().zip(folder).map(|(start, folder)| std::fs::write(Path::new(&folder).join("start.pack"), start));
    match written {
        Some(Ok(())) => ExitCode::SUCCESS,
        _ => {
            println!("cargo::error=the start pack could not be written");
            ExitCode::FAILURE
        }
    }
}

/// The day of the build, before which no clock is believed, counted from the first day of the year 1.
/// `SOURCE_DATE_EPOCH` sets it, so that two builds of one state can be the same.
fn built() -> u64 {
    const FROM_YEAR_1_TO_1970: u64 = 719_163;
    let said = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse::<u64>().ok());
    let clock =
        || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    said.unwrap_or_else(clock).div_euclid(24 * 60 * 60).saturating_add(FROM_YEAR_1_TO_1970)
}
