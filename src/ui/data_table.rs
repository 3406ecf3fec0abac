//! A table that says in words what a picture shows.

use leptos::prelude::*;

/// A table: its name, what its columns hold, and its rows in groups, each of which may have a name. The first cell of a
/// row is what the row is about.
pub fn data_table(
    caption: impl Into<String>,
    heads: Vec<&'static str>,
    groups: Vec<(Option<String>, Vec<Vec<AnyView>>)>,
) -> AnyView {
    table_of(caption.into(), heads.into_iter().map(str::to_owned).collect(), groups)
}

/// The same, where what the columns hold is not of the interface.
pub fn table_of(caption: String, heads: Vec<String>, groups: Vec<(Option<String>, Vec<Vec<AnyView>>)>) -> AnyView {
    let width = heads.len().to_string();
    let heads: Vec<AnyView> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
    let groups: Vec<AnyView> = groups.into_iter().map(|(name, rows)| group(name, rows, &width)).collect();
    view! {
        <table class="data-table">
            <caption>{caption}</caption>
            <thead><tr>{heads}</tr></thead>
            {groups}
        </table>
    }
    .into_any()
}

fn group(name: Option<String>, rows: Vec<Vec<AnyView>>, width: &str) -> AnyView {
    let width = width.to_owned();
    let name = name
        .map(|name| view! { <tr><th scope="rowgroup" class="group-name" colspan=width>{name}</th></tr> }.into_any());
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    view! { <tbody>{name}{rows}</tbody> }.into_any()
}

fn row(cells: Vec<AnyView>) -> AnyView {
    let mut cells = cells.into_iter();
    let about = cells.next();
    let others: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
    view! { <tr><th scope="row">{about}</th>{others}</tr> }.into_any()
}
