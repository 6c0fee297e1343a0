//! Reads networks in the Bayesian interchange format (BIF 0.15, as written by `JavaBayes` and
//! used by the collections of published networks).
//!
//! Properties are passed over. In a `table` with parents the variable's own state changes
//! slowest and the last parent's fastest, as the format has it.

use super::{Network, Variable};
use crate::error::{Error, Kind};

/// Reads a network.
///
/// # Errors
/// If the text is no BIF; line and column are named. If the network is none, as in
/// [`Network::new`].
///
/// # Example: a coin, and a call that depends on it
/// ```
/// let text = "network coin {}
///     variable toss { type discrete [ 2 ] { heads, tails }; }
///     variable call { type discrete [ 2 ] { right, wrong }; }
///     probability ( toss ) { table 0.5, 0.5; }
///     probability ( call | toss ) { (heads) 0.7, 0.3; (tails) 0.4, 0.6; }";
/// let network = alpheus_weigh::network::read_bif(text)?;
/// assert_eq!(network.variables()[1].table, [0.7, 0.3, 0.4, 0.6]);
/// # Ok::<(), alpheus_weigh::Error>(())
/// ```
pub fn read_bif(text: &str) -> Result<Network, Error> {
    let mut reader = Reader { text, at: 0, variables: Vec::new() };
    reader.file()?;
    let at_end = reader.at;
    let variables = reader.variables.into_iter();
    let variables = variables.map(|found| {
        let table = found.table.ok_or_else(|| {
            let why = format!("`{}` has no probabilities", found.name);
            error(text, at_end, &why)
        })?;
        Ok(Variable {
            name: found.name,
            states: found.states,
            parents: found.parents,
            table,
        })
    });
    Network::new(variables.collect::<Result<_, Error>>()?)
}

/// More entries than this in one table of a file are refused.
const MOST_ENTRIES: usize = 1 << 20;

struct Found {
    name: String,
    states: Vec<String>,
    parents: Vec<usize>,
    table: Option<Vec<f64>>,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    variables: Vec<Found>,
}

/// A word, or a mark of its own.
type Word<'t> = &'t str;

const MARKS: [char; 10] = ['{', '}', '(', ')', '[', ']', ';', ',', '|', '"'];

impl<'t> Reader<'t> {
    fn file(&mut self) -> Result<(), Error> {
        while let Some(word) = self.next() {
            match word {
                "network" => self.network()?,
                "variable" => self.variable()?,
                "probability" => self.probability()?,
                "property" => self.skip_property()?,
                other => {
                    let why = format!(
                        "expected `network`, `variable` or `probability`, found `{other}`"
                    );
                    return Err(self.wrong(&why));
                }
            }
        }
        Ok(())
    }

    /// Nothing in a network's own block is needed.
    fn network(&mut self) -> Result<(), Error> {
        while self.some()? != "{" {}
        while self.some()? != "}" {}
        Ok(())
    }

    fn variable(&mut self) -> Result<(), Error> {
        let name = self.name()?;
        if self.variables.iter().any(|found| found.name == name) {
            return Err(self.wrong(&format!("`{name}` was named before")));
        }
        let mut states = Vec::new();
        self.expect("{")?;
        loop {
            match self.some()? {
                "}" => break,
                "property" => self.skip_property()?,
                "type" => states = self.states()?,
                other => {
                    let why = format!("expected `type` or `property`, found `{other}`");
                    return Err(self.wrong(&why));
                }
            }
        }
        if states.is_empty() {
            return Err(self.wrong(&format!("`{name}` has no states")));
        }
        self.variables.push(Found { name, states, parents: Vec::new(), table: None });
        Ok(())
    }

    /// `discrete [ 2 ] { yes, no };`
    fn states(&mut self) -> Result<Vec<String>, Error> {
        self.expect("discrete")?;
        self.expect("[")?;
        let count = self.some()?.parse::<usize>();
        self.expect("]")?;
        self.expect("{")?;
        let states = self.list("}")?;
        self.expect(";")?;
        if count != Ok(states.len()) {
            return Err(self.wrong("the states are not as many as it says"));
        }
        Ok(states)
    }

    /// Names up to a closing mark; commas between them may be missing.
    fn list(&mut self, close: &str) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        loop {
            match self.peek() {
                Some(",") => drop(self.next()),
                Some(word) if word == close => {
                    self.next();
                    return Ok(names);
                }
                _ => names.push(self.name()?),
            }
        }
    }

    fn probability(&mut self) -> Result<(), Error> {
        self.expect("(")?;
        let child = self.known()?;
        let mut parents = Vec::new();
        loop {
            match self.peek() {
                Some("|" | ",") => drop(self.next()),
                Some(")") => break,
                _ => parents.push(self.known()?),
            }
        }
        self.next();
        if self.variables[child].table.is_some() {
            return Err(self.wrong("its probabilities were given before"));
        }
        let table = self.table(child, &parents)?;
        let found = &mut self.variables[child];
        (found.parents, found.table) = (parents, Some(table));
        Ok(())
    }

    fn table(&mut self, child: usize, parents: &[usize]) -> Result<Vec<f64>, Error> {
        let own = self.variables[child].states.len();
        let sizes = parents.iter().map(|&parent| self.variables[parent].states.len());
        let rows = sizes.fold(1_usize, usize::saturating_mul);
        if rows.saturating_mul(own) > MOST_ENTRIES {
            return Err(self.wrong("the table is too large"));
        }
        let mut table = vec![f64::NAN; rows * own];
        self.expect("{")?;
        loop {
            match self.some()? {
                "}" => break,
                "property" => self.skip_property()?,
                "table" => self.whole(&mut table, own)?,
                "default" => self.default(&mut table, own)?,
                "(" => self.row(&mut table, own, parents)?,
                other => {
                    let why = format!("expected a row of the table, found `{other}`");
                    return Err(self.wrong(&why));
                }
            }
        }
        if table.iter().any(|entry| entry.is_nan()) {
            return Err(self.wrong("the table has no row for some states of the parents"));
        }
        Ok(table)
    }

    /// `table` and all numbers, the own state changing slowest.
    fn whole(&mut self, table: &mut [f64], own: usize) -> Result<(), Error> {
        let numbers = self.numbers(table.len())?;
        let rows = table.len() / own;
        for (row, entries) in table.chunks_mut(own).enumerate() {
            for (state, entry) in entries.iter_mut().enumerate() {
                *entry = numbers[state * rows + row];
            }
        }
        Ok(())
    }

    /// `default` and a row for all states of the parents that have none.
    fn default(&mut self, table: &mut [f64], own: usize) -> Result<(), Error> {
        let numbers = self.numbers(own)?;
        for row in table.chunks_mut(own).filter(|row| row[0].is_nan()) {
            row.copy_from_slice(&numbers);
        }
        Ok(())
    }

    /// `(yes, no) 0.2, 0.8;`
    fn row(
        &mut self,
        table: &mut [f64],
        own: usize,
        parents: &[usize],
    ) -> Result<(), Error> {
        let names = self.list(")")?;
        if names.len() != parents.len() {
            return Err(self.wrong("the row does not name a state for each parent"));
        }
        let mut row = 0;
        for (name, &parent) in names.iter().zip(parents) {
            let found = &self.variables[parent];
            let state = found.states.iter().position(|state| state == name);
            let Some(state) = state else {
                let why = format!("`{}` has no state `{name}`", found.name);
                return Err(self.wrong(&why));
            };
            row = row * found.states.len() + state;
        }
        let numbers = self.numbers(own)?;
        table[row * own..][..own].copy_from_slice(&numbers);
        Ok(())
    }

    /// So many numbers up to a semicolon.
    fn numbers(&mut self, count: usize) -> Result<Vec<f64>, Error> {
        let mut numbers = Vec::new();
        loop {
            match self.some()? {
                ";" => break,
                "," => {}
                word => match word.parse::<f64>() {
                    Ok(number) if number.is_finite() => numbers.push(number),
                    _ => return Err(self.wrong(&format!("`{word}` is not a number"))),
                },
            }
        }
        if numbers.len() != count {
            let why = format!("expected {count} numbers, found {}", numbers.len());
            return Err(self.wrong(&why));
        }
        Ok(numbers)
    }

    /// The place of a variable that was named before.
    fn known(&mut self) -> Result<usize, Error> {
        let name = self.name()?;
        let found = self.variables.iter().position(|found| found.name == name);
        found.ok_or_else(|| self.wrong(&format!("no variable `{name}`")))
    }

    fn name(&mut self) -> Result<String, Error> {
        let word = self.some()?;
        if word == "\"" {
            let rest = &self.text[self.at..];
            let end =
                rest.find('"').ok_or_else(|| self.wrong("the quotation has no end"))?;
            self.at += end + 1;
            return Ok(rest[..end].to_owned());
        }
        if word.starts_with(MARKS) {
            return Err(self.wrong(&format!("expected a name, found `{word}`")));
        }
        Ok(word.to_owned())
    }

    fn expect(&mut self, word: &str) -> Result<(), Error> {
        let found = self.some()?;
        if found == word {
            return Ok(());
        }
        Err(self.wrong(&format!("expected `{word}`, found `{found}`")))
    }

    fn skip_property(&mut self) -> Result<(), Error> {
        let rest = &self.text[self.at..];
        let end = rest.find(';').ok_or_else(|| self.wrong("the property has no end"))?;
        self.at += end + 1;
        Ok(())
    }

    fn some(&mut self) -> Result<Word<'t>, Error> {
        self.next().ok_or_else(|| self.wrong("the file ends too early"))
    }

    fn peek(&mut self) -> Option<Word<'t>> {
        let before = self.at;
        let word = self.next();
        self.at = before;
        word
    }

    fn next(&mut self) -> Option<Word<'t>> {
        self.skip_space();
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let length = if MARKS.contains(&first) {
            first.len_utf8()
        } else {
            let ends = |c: char| c.is_whitespace() || MARKS.contains(&c);
            rest.find(ends).unwrap_or(rest.len())
        };
        self.at += length;
        Some(&rest[..length])
    }

    /// White space and comments.
    fn skip_space(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let bare = rest.trim_start();
            self.at += rest.len() - bare.len();
            let comment = if bare.starts_with("//") {
                bare.find('\n').unwrap_or(bare.len())
            } else if bare.starts_with("/*") {
                bare.find("*/").map_or(bare.len(), |end| end + 2)
            } else {
                return;
            };
            self.at += comment;
        }
    }

    fn wrong(&self, why: &str) -> Error {
        error(self.text, self.at, why)
    }
}

fn error(text: &str, at: usize, why: &str) -> Error {
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    Error::new(Kind::Bif(line, column, why.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::read_bif;

    const COIN: &str = "network x { property odd ; }\n\
        variable toss { type discrete [ 2 ] { heads, tails }; property a = b; }\n\
        variable call { type discrete [ 3 ] { right, \"not right\", none }; }\n\
        // a comment\nprobability ( toss ) { table 0.5 0.5; }\n";

    #[test]
    fn tables_are_read_in_each_form() {
        let forms = [
            "probability ( call | toss ) { (heads) .7, .2, .1; (tails) .4, .5, .1; }",
            "probability ( call | toss ) { table .7, .4, .2, .5, .1, .1; }",
            "probability ( call, toss ) { /* all but */ (heads) .7 .2 .1; default .4 .5 .1; }",
        ];
        for form in forms {
            let network = read_bif(&format!("{COIN}{form}")).unwrap();
            assert_eq!(
                network.variables()[1].table,
                [0.7, 0.2, 0.1, 0.4, 0.5, 0.1],
                "{form}"
            );
            assert_eq!(network.variables()[1].states[1], "not right");
        }
    }

    #[test]
    fn nothing_fails_on_a_file_that_is_cut_off() {
        let whole = format!("{COIN}probability ( call | toss ) {{ default .4 .5 .1; }}");
        assert!(read_bif(&whole).is_ok());
        for end in 0..whole.len() {
            let _ = read_bif(&whole[..end]);
        }
        let twice =
            format!("{COIN}probability ( call | toss, toss ) {{ default .4 .5 .1; }}");
        assert!(read_bif(&twice).unwrap_err().to_string().contains("a parent twice"));
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        let wrong =
            |rest: &str| read_bif(&format!("{COIN}{rest}")).unwrap_err().to_string();
        let of_call =
            |body: &str| wrong(&format!("probability ( call | toss ) {{ {body} }}"));
        assert!(wrong("").contains("`call` has no probabilities"));
        assert!(wrong("probability ( cal )").starts_with("6:18: no variable `cal`"));
        assert!(of_call("(heads) .7, .3;").contains("expected 3 numbers, found 2"));
        assert!(of_call("(edge) .7, .2, .1;").contains("`toss` has no state `edge`"));
        assert!(of_call("(heads) .7, .2, .1;").contains("has no row"));
        assert!(of_call("(heads) .7, .2, x;").contains("`x` is not a number"));
        assert!(of_call("default .7, .2, .9;").contains("sums to"));
        assert!(wrong("probability ( call | toss ) {").contains("ends too early"));
        assert!(wrong("variable toss { }").contains("named before"));
        let cycle = "variable a { type discrete [1] { x }; }\n\
                     variable b { type discrete [1] { x }; }\n\
                     probability (a | b) { (x) 1; } probability (b | a) { (x) 1; }";
        assert!(read_bif(cycle).unwrap_err().to_string().contains("depends on itself"));
    }
}
