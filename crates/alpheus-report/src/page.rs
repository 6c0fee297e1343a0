//! A rule's page, laid out for a terminal.

use crate::{Screen, clean::wrap};
use alpheus_check::Rule;
use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The page of a rule: its name, code and level, then its documentation.
pub fn page(rule: &Rule, screen: Screen) -> String {
    let mut page = Page::new(screen);
    page.heading(&format!("{} ({}, {})", rule.name, rule.code, rule.level));
    page.paragraph(rule.summary);
    let docs = rule.docs();
    for event in Parser::new(&docs) {
        page.take(event);
    }
    page.paragraph(&format!("Since version {}.", rule.since));
    page.out
}

const HEADING: Style = AnsiColor::Cyan.on_default().effects(Effects::BOLD);

/// What was laid out last, on which the space before the next depends.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Heading,
    Item,
    Other,
}

struct Page {
    screen: Screen,
    out: String,
    /// The paragraph that is being read.
    text: String,
    indent: usize,
    in_item: bool,
    last: Last,
}

impl Page {
    fn new(screen: Screen) -> Self {
        let (out, text) = (String::new(), String::new());
        Page { screen, out, text, indent: 0, in_item: false, last: Last::Other }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::InlineHtml(text) => self.text += &text,
            Event::Code(text) => self.text.extend(["`", &text, "`"]),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Start(Tag::BlockQuote(_)) => self.indent += 4,
            Event::Start(Tag::Item) => self.in_item = true,
            Event::End(TagEnd::BlockQuote(_)) => self.indent -= 4,
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        let text = match end {
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Paragraph | TagEnd::Item => {
                std::mem::take(&mut self.text)
            }
            _ => return,
        };
        match end {
            TagEnd::Heading(_) => self.heading(&text),
            TagEnd::CodeBlock => self.code(&text),
            _ => self.paragraph(&text),
        }
        self.in_item &= end != TagEnd::Item;
    }

    fn heading(&mut self, text: &str) {
        self.space(Last::Heading);
        if self.screen.color {
            self.line(0, &format!("{HEADING}{text}{HEADING:#}"));
        } else {
            self.line(0, text);
        }
    }

    fn paragraph(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.space(if self.in_item { Last::Item } else { Last::Other });
        let hang = if self.in_item { 2 } else { 0 };
        let room = self.screen.width.min(100).saturating_sub(self.indent + hang).max(20);
        for (i, line) in wrap(text, room).iter().enumerate() {
            let bullet = if self.in_item && i == 0 { "• " } else { "" };
            let indent = self.indent + if bullet.is_empty() { hang } else { 0 };
            self.line(indent, &format!("{bullet}{line}"));
        }
    }

    fn code(&mut self, text: &str) {
        self.space(Last::Other);
        for line in text.lines() {
            self.line(4, line);
        }
    }

    /// Puts an empty line where one belongs before what comes next.
    fn space(&mut self, next: Last) {
        let close = match self.last {
            Last::Heading => true,
            Last::Item => next == Last::Item,
            Last::Other => self.out.is_empty(),
        };
        if !close {
            self.out.push('\n');
        }
        self.last = next;
    }

    fn line(&mut self, indent: usize, line: &str) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(line);
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_laid_out() {
        let mut page = Page::new(Screen { width: 30, color: false });
        let text = "## Why\nBecause a `date` may be\nwrong.\n\n> A quote.\n\n\
                    - one that runs over the end of a line\n- two\n\n```\ncode\n```\n";
        Parser::new(text).for_each(|event| page.take(event));
        let expected = "Why\nBecause a `date` may be wrong.\n\n    A quote.\n\n\
                        • one that runs over the end\n  of a line\n• two\n\n    code\n";
        assert_eq!(page.out, expected);
    }

    #[test]
    fn every_rule_has_a_page_of_the_width_asked_for() {
        for rule in alpheus_check::rules() {
            let page = page(rule, Screen { width: 60, color: false });
            let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.starts_with(rule.name) && words.contains(rule.summary));
            let longest = page.lines().map(crate::clean::columns).max();
            assert!(longest <= Some(60), "{page}");
        }
    }
}
