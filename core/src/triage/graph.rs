//! The graph of a motif, drawn from its rules: signs and terrain, then the rules that they make fire, then the levels.
//! In whole numbers, so that it is the same everywhere; a picture only has to draw it.

use crate::Sorted;
use crate::content::{Effect, Sign, Urgency};

use super::clinical::{PartKind, Row, Sheet};

/// Letters of a line of a label.
const LINE_LETTERS: usize = 46;
/// Height of a line of a label.
const LINE: i32 = 18;
/// Space above and below the lines of a node.
const PADDING: i32 = 8;
/// Space between two nodes of a column.
const GAP: i32 = 10;
/// Left edge and width of the columns: signs, rules, levels.
const COLUMNS: [(i32, i32); 3] = [(0, 350), (440, 64), (600, 200)];

/// The picture: nodes of which none lies on another, and the lines between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// The nodes, column after column.
    pub nodes: Vec<Node>,
    /// The lines, each from a node of a column to one of the next.
    pub edges: Vec<Edge>,
    /// The width of the whole.
    pub width: i32,
    /// The height of the whole.
    pub height: i32,
}

/// A box of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub kind: NodeKind,
    /// Its words, line by line; empty where the kind says it all.
    pub lines: Vec<String>,
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// What a box stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A sign, by its id.
    Sign(String),
    /// Something about the person, by its id.
    Terrain(String),
    /// A rule, by its number on the sheet.
    Rule(usize),
    /// A level.
    Level(Urgency),
    /// The one step up.
    OneStep,
}

/// A line, from the right edge of a box to the left edge of one further right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins: x, y.
    pub from: (i32, i32),
    /// Where it ends: x, y.
    pub to: (i32, i32),
    /// The level that the rule at one of its ends gives; none for the one step up.
    pub level: Option<Urgency>,
}

/// The graph of a sheet: of the motif and the groups that it asks. What is asked with every motif is on every sheet, in
/// the table; drawn again with each, it would hide what is the motif's own.
#[must_use]
pub fn graph(sheet: &Sheet<'_>) -> Graph {
    let is_drawn = |kind: PartKind| matches!(kind, PartKind::Own | PartKind::Shared);
    let mut rows: Vec<&Row<'_>> = Vec::new();
    for effect in effects() {
        let drawn = sheet.parts.iter().filter(|part| is_drawn(part.kind)).flat_map(|part| &part.rows);
        rows.extend(drawn.filter(|row| row.rule.effect == effect));
    }

    // Signs stand in the order of the first rule that uses them.
    let mut signs = Column::new(COLUMNS[0]);
    let mut places: Sorted<&str, usize> = Sorted::default();
    for row in &rows {
        let terrain = row.terrain.iter().flat_map(|phrase| phrase.signs()).map(|sign| (sign, true));
        let seen = row.signs.iter().flat_map(|phrase| phrase.signs()).map(|sign| (sign, false));
        for (sign, is_terrain) in seen.chain(terrain) {
            if !places.contains_key(sign.id.as_str()) {
                let kind = if is_terrain { NodeKind::Terrain } else { NodeKind::Sign };
                places.insert(&sign.id, signs.nodes.len());
                signs.add(kind(sign.id.clone()), wrap(&Sign::statement(&sign.ask)), 0);
            }
        }
    }

    let mut rules = Column::new(COLUMNS[1]);
    let mut edges = Vec::new();
    for row in &rows {
        let mut used: Vec<&Node> = Vec::new();
        for sign in row.rule.condition.signs() {
            used.extend(places.get(sign.as_str()).and_then(|place| signs.nodes.get(*place)));
        }
        used.dedup();
        let node = rules.add(NodeKind::Rule(row.number), Vec::new(), middle(used.iter().copied()));
        edges.extend(used.iter().map(|sign| edge(sign, &node, row.rule.effect)));
    }

    let mut levels = Column::new(COLUMNS[2]);
    for effect in effects() {
        let giving: Vec<&Node> =
            rows.iter().zip(&rules.nodes).filter(|(row, _)| row.rule.effect == effect).map(|(_, node)| node).collect();
        if !giving.is_empty() {
            let kind = match effect {
                Effect::Raise(level) => NodeKind::Level(level),
                Effect::OneStep => NodeKind::OneStep,
            };
            let node = levels.add(kind, Vec::new(), middle(giving.iter().copied()));
            edges.extend(giving.iter().map(|rule| edge(rule, &node, effect)));
        }
    }

    let height = [&signs, &rules, &levels].into_iter().map(|column| column.bottom).max().unwrap_or(0);
    let [_, _, (left, width)] = COLUMNS;
    let nodes = [signs, rules, levels].into_iter().flat_map(|column| column.nodes).collect();
    Graph { nodes, edges, width: left.saturating_add(width), height }
}

fn effects() -> impl Iterator<Item = Effect> {
    Urgency::MOST_URGENT_FIRST.map(Effect::Raise).into_iter().chain([Effect::OneStep])
}

/// A column of boxes, one below the other.
struct Column {
    left: i32,
    width: i32,
    nodes: Vec<Node>,
    bottom: i32,
}

impl Column {
    fn new((left, width): (i32, i32)) -> Self {
        Self { left, width, nodes: Vec::new(), bottom: 0 }
    }

    /// Puts a box as near to a height as those above it allow.
    fn add(&mut self, kind: NodeKind, lines: Vec<String>, middle: i32) -> Node {
        let count = i32::try_from(lines.len()).unwrap_or(i32::MAX).max(1);
        let height = count.saturating_mul(LINE).saturating_add(PADDING.saturating_mul(2));
        let free = if self.nodes.is_empty() { 0 } else { self.bottom.saturating_add(GAP) };
        let y = middle.saturating_sub(height.div_euclid(2)).max(free);
        let node = Node { kind, lines, x: self.left, y, width: self.width, height };
        self.bottom = y.saturating_add(height);
        self.nodes.push(node.clone());
        node
    }
}

impl Node {
    fn middle(&self) -> i32 {
        self.y.saturating_add(self.height.div_euclid(2))
    }

    /// The height of the letters of one of its lines, from the first: where they stand.
    #[must_use]
    pub fn baseline(&self, line: usize) -> i32 {
        let above = i32::try_from(line).unwrap_or(i32::MAX).saturating_mul(LINE);
        self.y.saturating_add(PADDING).saturating_add(above).saturating_add(13)
    }
}

/// The height between the first and the last of some boxes.
fn middle<'n>(nodes: impl Iterator<Item = &'n Node>) -> i32 {
    let heights: Vec<i32> = nodes.map(Node::middle).collect();
    let first = heights.iter().min().copied().unwrap_or(0);
    let last = heights.iter().max().copied().unwrap_or(0);
    first.saturating_add(last).div_euclid(2)
}

fn edge(from: &Node, to: &Node, effect: Effect) -> Edge {
    let level = match effect {
        Effect::Raise(level) => Some(level),
        Effect::OneStep => None,
    };
    Edge { from: (from.x.saturating_add(from.width), from.middle()), to: (to.x, to.middle()), level }
}

/// Words in lines of at most so many letters; a longer word has a line of its own.
fn wrap(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let letters = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(letters) < LINE_LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
