//! What the pages show, gathered for a report and for a server alike.

use super::{clusters, form, ledger, lose, reading, trace::quoted::quoted, weigh};
use crate::{
    args::Report,
    config::Configs,
    corpus,
    decisions::Decisions,
    paths,
    references::Shelf,
    run::{self, Job},
    suppress::{self, Suppressed},
};
use alpheus_check::{
    CheckResult, Checked, Finding, Options, Outcome, Testimony, together,
};
use alpheus_pages::{Notice, Read, View};
use alpheus_report::{Unread, ledger::Row, trace};
use alpheus_trace::{Corpus, Library, ReuseOptions, Traced, Tracer, lineage};
use rayon::ThreadPool;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The folder of a case's accounts, and the ledgers that it may have.
pub(super) const ACCOUNTS: &str = "accounts";
const LEDGERS: [&str; 2] = ["ledger.csv", "ledger.jsonl"];

/// Reads, checks and weighs all that the command line names.
///
/// # Errors
/// If nothing can be shown; what could not be read besides is given with the view.
pub(super) fn view(args: &Report) -> anyhow::Result<(View, Vec<Unread>)> {
    let folder = Folder::of(args);
    let pool = run::pool(args.input.threads)?;
    let library = args.library.as_deref().map(Library::open).transpose()?;
    let mut unread = Vec::new();
    let mut view = View {
        made_by: concat!("Alpheus ", env!("CARGO_PKG_VERSION")).to_owned(),
        ..View::default()
    };
    accounts(args, &folder, library.as_ref(), &pool, &mut view, &mut unread)?;
    if !args.corpus.is_empty() {
        lineages(args, &pool, &mut view, &mut unread)?;
    }
    if let Some(path) = &folder.case {
        put_case(path, &mut view, &mut unread)?;
    }
    let notice =
        |one: &Unread| Notice { name: one.name.clone(), reason: one.reason.clone() };
    view.notices.extend(unread.iter().map(notice));
    view.title = args.title.clone().unwrap_or_else(|| title(&view));
    Ok((view, unread))
}

/// What is meant by the paths: those of cases stand for what is in their folders.
struct Folder {
    accounts: Vec<PathBuf>,
    case: Option<PathBuf>,
    ledger: Option<PathBuf>,
}

impl Folder {
    fn of(args: &Report) -> Self {
        let mut accounts = Vec::new();
        let mut case = args.case.clone();
        let mut ledger = args.ledger.clone();
        for path in &args.input.paths {
            if !path.join(weigh::CASE).is_file() {
                accounts.push(path.clone());
                continue;
            }
            accounts.extend(Some(path.join(ACCOUNTS)).filter(|path| path.is_dir()));
            case.get_or_insert_with(|| path.clone());
            let mut own = LEDGERS.iter().map(|name| path.join(name));
            ledger = ledger.or_else(|| own.find(|path| path.is_file()));
        }
        Folder { accounts, case, ledger }
    }
}

/// What is kept of an account until all have been read.
struct Held<'s, 'l> {
    job: Job<'s>,
    options: Options,
    checked: Checked,
    testimony: Testimony,
    traced: Option<Vec<Traced<'l>>>,
}

/// Reads and checks the accounts, and takes them into the view.
fn accounts(
    args: &Report,
    folder: &Folder,
    library: Option<&Library>,
    pool: &ThreadPool,
    view: &mut View,
    unread: &mut Vec<Unread>,
) -> anyhow::Result<()> {
    let mut configs = Configs::new(args.input.config.as_deref())?;
    let sources = paths::find(&folder.accounts, form(&args.input), &mut configs)?;
    sources.unread.into_iter().for_each(|lost| lose(unread, lost));
    let shelf = Shelf::new(&args.reference, &sources.found)?;
    let tracer = library.map(|library| {
        let size = library.size();
        let searched = format!("{} sources, {} words", size.sources, size.words);
        (Tracer::new(library, alpheus_trace::Options::default()), searched)
    });
    let tracer = tracer.as_ref();
    let decisions = Decisions::new(&sources.found);
    for lost in decisions.unread() {
        lose(unread, lost.clone());
    }
    let mut held = Vec::new();
    let work = |job| hold(job, args, &shelf, tracer);
    run::each(&sources.found, pool, work, |done| {
        match done {
            Ok(one) => held.push(one),
            Err(lost) => lose(unread, lost),
        }
        Ok(())
    })?;
    if args.together {
        compare(&mut held);
    }
    let rows = folder.ledger.as_deref().map(ledger::load).transpose()?;
    let rows = by_document(rows.map(|ledger| ledger.rows).unwrap_or_default());
    let suppressed: Vec<usize> =
        held.iter_mut().map(|one| suppress(one, view, unread)).collect();
    let read = held.iter().zip(&suppressed).map(|(one, &suppressed)| Read {
        called: decisions.called(one.job.source),
        testimony: &one.testimony,
        checked: &one.checked,
        suppressed,
        traced: one.traced.as_deref(),
        ledger: rows
            .get(file_name(one.job.doc.name()))
            .map(Vec::as_slice)
            .unwrap_or_default(),
    });
    let read: Vec<_> = read.collect();
    view.read(&read);
    for decided in decisions.all() {
        view.decide(decided);
    }
    view.searched = tracer.map(|(_, searched)| searched.clone());
    Ok(())
}

/// Checks an account by itself, and looks up its quotations.
fn hold<'s, 'l>(
    job: Job<'s>,
    args: &Report,
    shelf: &Shelf,
    tracer: Option<&(Tracer<'l>, String)>,
) -> Held<'s, 'l> {
    let mut options = Options::default();
    options.references = shelf.of(job.source);
    options.reading = reading(&args.input, job.source);
    job.source.config.apply(&mut options);
    let (mut checked, testimony) =
        Testimony::check_with_claims(job.doc.clone(), &options);
    let traced = tracer.map(|(tracer, searched)| {
        let quoted = quoted(&job.doc, testimony.reading());
        let traced = tracer.trace(job.doc.prose(), &quoted, false);
        let findings = trace::findings(&job.doc, &traced, searched);
        checked =
            std::mem::take(&mut checked).join(Checked { findings, results: Vec::new() });
        traced
    });
    Held { job, options, checked, testimony, traced }
}

/// Compares all accounts with each other.
fn compare(held: &mut [Held<'_, '_>]) {
    let accounts: Vec<Testimony> = held.iter().map(|one| one.testimony.clone()).collect();
    for (one, across) in held.iter_mut().zip(together(&accounts).checked) {
        one.checked = std::mem::take(&mut one.checked).join(across);
    }
}

/// Takes out what is not to be shown, and tells how much that is.
fn suppress(held: &mut Held<'_, '_>, view: &mut View, unread: &mut Vec<Unread>) -> usize {
    let Checked { findings, results } = &mut held.checked;
    let before = findings.clone();
    let Suppressed { count, beside, lost } =
        suppress::apply(&held.job, &held.options, findings);
    relink(results, &before, findings);
    if let Some(lost) = lost {
        lose(unread, lost);
    }
    if let Some((doc, findings)) = beside {
        view.notices.extend(findings.into_iter().map(|finding| Notice {
            name: doc.name().to_owned(),
            reason: finding.message,
        }));
    }
    count as usize
}

/// Points results to where their findings have gone; those of which the finding is not shown
/// point nowhere.
fn relink(results: &mut [CheckResult], before: &[Finding], after: &[Finding]) {
    let key = |finding: &Finding| {
        let first = finding.labels.first().map(|label| label.span);
        (finding.rule.code, first, finding.message.clone())
    };
    let places: BTreeMap<_, u32> =
        after.iter().enumerate().map(|(at, finding)| (key(finding), at as u32)).collect();
    for result in results {
        if let Outcome::Conflicts(index) = &mut result.outcome {
            let place = before.get(*index as usize).and_then(|old| places.get(&key(old)));
            *index = place.copied().unwrap_or(u32::MAX);
        }
    }
}

/// The filled rows of a ledger, by the file names of their documents: a ledger may have been
/// written from another folder.
fn by_document(rows: Vec<Row>) -> BTreeMap<String, Vec<Row>> {
    let mut documents: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows.into_iter().filter(Row::is_filled) {
        documents.entry(file_name(&row.entry.document).to_owned()).or_default().push(row);
    }
    documents
}

fn file_name(path: &str) -> &str {
    Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or(path)
}

/// Finds the passages that the corpus shares, and who copied whom.
fn lineages(
    args: &Report,
    pool: &ThreadPool,
    view: &mut View,
    unread: &mut Vec<Unread>,
) -> anyhow::Result<()> {
    let options = ReuseOptions::default();
    let mut corpus = Corpus::new(options.memory);
    let lost = corpus::each(&args.corpus, |record| Ok(corpus.push(&record)?))?;
    if lost {
        let reason = "some texts could not be read".to_owned();
        unread.push(Unread { name: "corpus".to_owned(), reason });
    }
    let mut matches = Vec::new();
    let sink = |one| {
        matches.push(one);
        anyhow::Ok(())
    };
    alpheus_trace::pairs(&corpus, &options, pool, sink, |_| ())?;
    for cluster in clusters::clusters(&corpus, &matches, 1.0) {
        let texts = clusters::texts(&corpus, &cluster)?;
        let found = lineage::lineage(
            &clusters::witnesses(&texts, &cluster),
            lineage::Options::default(),
        );
        let named = cluster.places.iter().filter_map(|place| {
            let source = &texts.get(&place.document)?.source;
            let words = clusters::words(&texts, place);
            Some((source.id.as_str(), source.date.as_deref(), words))
        });
        view.lineages.push(alpheus_pages::lineage(&found, &named.collect::<Vec<_>>()));
    }
    Ok(())
}

/// Weighs the case; one that can't be is told of.
fn put_case(
    path: &Path,
    view: &mut View,
    unread: &mut Vec<Unread>,
) -> anyhow::Result<()> {
    let weigh::Weighed { file, reading, weighing } = weigh::weighed(path)?;
    let faults = &reading.faults;
    if let Some((case, weighing)) = reading.case.as_ref().zip(weighing) {
        let case = alpheus_pages::case(&file, case, faults, weighing, &view.accounts);
        view.case = Some(case);
        return Ok(());
    }
    let fault = |message: &str| Unread {
        name: file.name().to_owned(),
        reason: message.to_owned(),
    };
    for one in faults {
        lose(unread, fault(&one.message));
    }
    Ok(())
}

/// The question of the case, else the names of the accounts.
fn title(view: &View) -> String {
    if let Some(case) = &view.case {
        return case.weighing.question.clone();
    }
    match view.accounts.as_slice() {
        [] => "Report".to_owned(),
        [one] => file_name(&one.name).to_owned(),
        [first, rest @ ..] => {
            format!("{} and {} more", file_name(&first.name), rest.len())
        }
    }
}
