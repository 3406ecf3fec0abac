//! The walk with the mildest answers, by what stands on the page and not by its words: it works in every language.

use sentier_tests::Stage;

/// Answers whatever is asked with the mildest answer, in any language; says where the page is then.
pub const ANSWER: &str = "
    const seen = (element) => element?.checkVisibility();
    document.querySelectorAll('.measure input[type=checkbox]:not(:checked)').forEach((box) => box.click());
    const nothing = [...document.querySelectorAll('.line.none input')].filter(seen).at(-1);
    if (nothing && !nothing.checked) nothing.click();
    const choices = [...document.querySelectorAll('.choices button')].filter(seen);
    if (choices.length) return choices[1].click(), 'no';
    const age = document.querySelector('input[inputmode=numeric]');
    if (seen(age) && !age.value) {
        age.value = '30';
        age.dispatchEvent(new Event('input', { bubbles: true }));
        document.querySelector('.sex input[type=radio]').click();
    }
    document.querySelector('form .main')?.click();
    return document.querySelector('h1').innerText;
";

/// Goes on until the result; returns how many screens there were.
pub async fn until_the_result(stage: &Stage) -> usize {
    for screen in 0..150 {
        if stage.url().await.ends_with("#/orientation") {
            return screen;
        }
        let before = (stage.url().await, stage.h1().await);
        stage.eval(ANSWER).await;
        stage
            .until("another screen", async || match (stage.url().await, stage.h1().await) {
                now if now == before => Err(format!("still {now:?}")),
                _ => Ok(()),
            })
            .await;
    }
    panic!("no result: {}", stage.text().await);
}
