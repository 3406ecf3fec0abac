//! Components: one file each, with a style file of the same name. They are plain functions over [`kit`].

pub mod always_shown;
pub mod answers_list;
pub mod footer;
pub mod header;
pub mod kit;
pub mod level_badge;
pub mod measure_form;
pub mod notices;
pub mod person_form;
pub mod phone_script;
pub mod progress;
pub mod reasons;
pub mod safety_net;
pub mod sign_list;
pub mod ways;
pub mod what_if;
