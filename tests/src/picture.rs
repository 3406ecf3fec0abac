//! Pictures of the page, to be looked at.

use std::path::PathBuf;

use serde_json::json;
use thirtyfour::support::base64_decode;

use crate::stage::Stage;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/pictures");

impl Stage {
    /// Writes a picture of the whole page, also of what is out of the window, to `target/pictures/NAME.png`. Returns its path.
    pub async fn screenshot(&self, name: &str) -> PathBuf {
        self.settle().await;
        let size = &self.cdp("Page.getLayoutMetrics", json!({})).await["cssContentSize"];
        let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.cdp("Page.captureScreenshot", parameters).await;
        let picture = base64_decode(answer["data"].as_str().expect("a picture")).expect("a picture in base64");
        let path = PathBuf::from(FOLDER).join(format!("{name}.png"));
        std::fs::create_dir_all(FOLDER).expect("the folder of pictures");
        std::fs::write(&path, picture).expect("the picture is written");
        path
    }
}
