//! The graph of a motif, as it was laid out from its rules. The table of the rules says the same in words.

use leptos::prelude::*;
use sentier_core::content::{Library, Urgency};
use sentier_core::triage::graph::{Edge, Graph, Node, NodeKind};

use super::level_badge::name;
use crate::text::text;

/// The graph; wider than a phone, it is scrolled sideways.
pub fn rule_graph(library: &Library, graph: &Graph) -> AnyView {
    let t = text();
    let levels = Urgency::MOST_URGENT_FIRST.map(Some).into_iter().chain([None]);
    let lines: Vec<AnyView> = levels.filter_map(|level| edges(&graph.edges, level)).collect();
    let boxes: Vec<AnyView> = graph.nodes.iter().map(|node| shown(library, node)).collect();
    let size = format!("0 0 {} {}", graph.width, graph.height);
    view! {
        <div class="rule-graph" role="region" aria-label=t.clinical_graph tabindex="0">
            <svg viewBox=size role="img" aria-label=t.clinical_graph_label>{lines}{boxes}</svg>
        </div>
    }
    .into_any()
}

/// The lines that lead to one level, as one path.
fn edges(edges: &[Edge], level: Option<Urgency>) -> Option<AnyView> {
    let path: String = edges.iter().filter(|edge| edge.level == level).map(curve).collect();
    let word = level.map(Urgency::word);
    (!path.is_empty()).then(|| view! { <path class="rule-graph-line" data-level=word d=path/> }.into_any())
}

fn curve(edge: &Edge) -> String {
    let ((x, y), (to_x, to_y)) = (edge.from, edge.to);
    let middle = x.saturating_add(to_x).div_euclid(2);
    format!("M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}")
}

fn shown(library: &Library, node: &Node) -> AnyView {
    let t = text();
    let (class, level, words) = match &node.kind {
        NodeKind::Sign(_) => ("rule-graph-sign", None, node.lines.clone()),
        NodeKind::Terrain(_) => ("rule-graph-terrain", None, node.lines.clone()),
        NodeKind::Rule(number) => ("rule-graph-rule", None, vec![number.to_string()]),
        NodeKind::Level(level) => ("rule-graph-level", Some(level.word()), vec![name(library, *level)]),
        NodeKind::OneStep => ("rule-graph-level", None, vec![t.clinical_step.to_owned()]),
    };
    let left = node.x.saturating_add(10);
    let lines: Vec<AnyView> = words
        .into_iter()
        .enumerate()
        .map(|(place, line)| view! { <text x=left y=node.baseline(place)>{line}</text> }.into_any())
        .collect();
    view! {
        <g class=class data-level=level>
            <rect x=node.x y=node.y width=node.width height=node.height rx="8"/>
            {lines}
        </g>
    }
    .into_any()
}
