//! Dependence: which items may repeat which, or come out of one failure.

use super::{Fault, Resolver};
use crate::{
    Case, Estimate, Model,
    case::{Group, Kind},
    file::written::{DependenceFile, Entry, KindFile},
    model::{Block, MOST_RANGED, MOST_SWITCHES, most_switches},
};
use std::ops::Range;
use toml::Spanned;

/// An item by its place in the file, with the place where it is named.
type NamedItem = (usize, Range<usize>);

impl Resolver<'_> {
    pub(super) fn groups(&mut self) -> Vec<Group> {
        let file = self.file;
        let groups: Vec<Group> =
            file.dependence.iter().filter_map(|written| self.group(written)).collect();
        self.twice_in_groups();
        if groups.len() == file.dependence.len() {
            self.cycles(&groups);
        }
        groups
    }

    fn group(&mut self, written: &Spanned<DependenceFile>) -> Option<Group> {
        let file = written.as_ref();
        let kind = file.kind.as_ref().map_or(KindFile::Copy, |kind| *kind.as_ref());
        let chance = self.chance_of(file, written.span());
        let items = self.named_items(file);
        let members: Vec<usize> = items.iter().map(|(item, _)| *item).collect();
        let (kind, members) = match kind {
            KindFile::Copy => {
                let origin = self.origin(file, &members)?;
                self.unused(file.anyway.as_ref().map(Spanned::span), "anyway", "copies");
                let members =
                    members.into_iter().filter(|&item| item != origin).collect();
                (Kind::Copy { origin }, members)
            }
            KindFile::CommonFailure => {
                let origin = file.origin.as_ref().map(Spanned::span);
                self.unused(origin, "origin", "a common failure");
                let anyway = file.anyway.as_ref();
                let anyway = anyway.map_or(Estimate::HALF, |anyway| self.chance(anyway));
                (Kind::CommonFailure { anyway }, members)
            }
        };
        let least = if matches!(kind, Kind::Copy { .. }) { 1 } else { 2 };
        if members.len() < least {
            let said = "nothing depends on anything else here".to_owned();
            let fault = Fault::error("depends-on-itself", file.items.span(), said);
            self.fault(fault.help("a dependence is between at least two items"));
            return None;
        }
        let (because, passage) = (file.because.clone(), file.passage.clone());
        Some(Group { kind, members, chance, because, passage })
    }

    fn chance_of(&mut self, file: &DependenceFile, at: Range<usize>) -> Estimate {
        if let Some(chance) = &file.chance {
            return self.chance(chance);
        }
        let said = "it is not said how likely it is that these items depend".to_owned();
        let fault = Fault::error("missing-key", at, said);
        self.fault(
            fault.help("add `chance = [0.3, 0.8]`, before you compare the wordings"),
        );
        Estimate::HALF
    }

    /// The items that a group names, each once.
    fn named_items(&mut self, file: &DependenceFile) -> Vec<NamedItem> {
        let mut items: Vec<NamedItem> = Vec::new();
        for name in file.items.as_ref() {
            let Some(item) = self.known_item(name) else { continue };
            if let Some((_, first)) = items.iter().find(|(known, _)| *known == item) {
                let said = format!("`{}` is named twice", name.as_ref());
                let fault = Fault::error("item-twice", name.span(), said);
                self.fault(fault.beside(first, "first here"));
            } else {
                items.push((item, name.span()));
            }
        }
        items
    }

    fn origin(&mut self, file: &DependenceFile, items: &[usize]) -> Option<usize> {
        let Some(name) = &file.origin else {
            let said = "it is not said which item the others repeat".to_owned();
            let fault = Fault::error("missing-key", file.items.span(), said);
            self.fault(fault.help(
                "add `origin = \"KEY\"`, or `kind = \"common-failure\"` if none is the origin",
            ));
            return None;
        };
        let origin = self.known_item(name)?;
        if !items.contains(&origin) {
            let said = format!("the origin `{}` is not among the items", name.as_ref());
            let fault = Fault::error("origin-not-among-items", name.span(), said);
            self.fault(fault.beside(&file.items.span(), "add it here"));
        }
        Some(origin)
    }

    fn unused(&mut self, at: Option<Range<usize>>, key: &str, of: &str) {
        if let Some(at) = at {
            let said = format!("`{key}` means nothing for {of}");
            self.fault(Fault::error("unused-key", at, said));
        }
    }

    /// An item has one origin at most, and is in one common failure at most.
    fn twice_in_groups(&mut self) {
        let mut seen: Vec<(&str, Range<usize>)> = Vec::new();
        for written in &self.file.dependence {
            let file = written.as_ref();
            let origin = file.origin.as_ref().map(|origin| origin.as_ref().as_str());
            for name in file.items.as_ref() {
                let (text, at) = (name.as_ref().as_str(), name.span());
                if Some(text) == origin {
                    continue;
                }
                let before =
                    seen.iter().find(|(known, first)| *known == text && *first != at);
                if let Some((_, first)) = before {
                    let in_one = file.items.span().contains(&first.start);
                    if !in_one {
                        let said = format!("`{text}` already depends on something");
                        let fault = Fault::error("in-two-groups", at.clone(), said);
                        self.faults.push(fault.beside(first, "here").help(
                            "an item has one origin; an origin may have one of its own",
                        ));
                    }
                }
                seen.push((text, at));
            }
        }
    }

    /// Nothing is, by way of others, its own origin.
    fn cycles(&mut self, groups: &[Group]) {
        let file = self.file;
        let origin_of = |item: usize| {
            let holds = |(_, group): &(usize, &Group)| group.members.contains(&item);
            let (at, group) = groups.iter().enumerate().find(holds)?;
            match group.kind {
                Kind::Copy { origin } => Some((at, origin)),
                Kind::CommonFailure { .. } => None,
            }
        };
        let mut told = vec![false; groups.len()];
        for start in 0..file.evidence.0.len() {
            let (mut item, mut way) = (start, Vec::new());
            while let Some((group, origin)) = origin_of(item) {
                way.push(group);
                item = origin;
                if item == start || way.len() > groups.len() {
                    break;
                }
            }
            if item != start || way.is_empty() || way.iter().any(|&group| told[group]) {
                continue;
            }
            for &group in &way {
                told[group] = true;
            }
            let key = file.evidence.0[start].name();
            let mut spots =
                way.iter().map(|&group| file.dependence[group].as_ref().items.span());
            let first = spots.next().unwrap_or(0..0);
            let said = format!("`{key}` would be a copy of itself, by way of others");
            let fault = Fault::error("copy-cycle", first, said).saying("copied here");
            let fault = spots.fold(fault, |fault, at| fault.beside(&at, "and here"));
            self.fault(fault.help("say which of them told it first"));
        }
    }

    /// Each group doubles the work of the sources that it ties together, and so does each
    /// range. Asked of a case that is whole otherwise.
    pub(super) fn tangles(&mut self, case: &Case) {
        let most = most_switches(case);
        if most <= MOST_SWITCHES {
            return self.ranges(case);
        }
        let at = self.file.dependence.last().map_or(0..0, Spanned::span);
        let said = format!("{most} dependences tie the same sources together");
        let fault = Fault::error("too-tangled", at, said);
        self.fault(
            fault.help(format!("at most {MOST_SWITCHES} can be reckoned exactly")),
        );
    }

    fn ranges(&mut self, case: &Case) {
        let model = Model::new(case);
        let over = |block: &&Block| block.ranged.len() > MOST_RANGED;
        let Some(block) = model.blocks.iter().find(over) else { return };
        let first =
            block.bundles.first().and_then(|&source| self.file.sources.0.get(source));
        let at = first.map_or(0..0, Entry::key_at);
        let count = block.ranged.len();
        let said =
            format!("{count} ranges of this source and those tied to it go together");
        let fault = Fault::error("too-tangled", at, said);
        self.fault(fault.help(format!(
            "at most {MOST_RANGED} can be searched; where statements may stand apart, each has \
             an accuracy of its own"
        )));
    }
}
