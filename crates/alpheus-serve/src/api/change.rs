//! The changes: each is made only if the file still holds what its sender saw.

use super::Failure;
use crate::{
    Site,
    folder::{Content, Refused},
    lock, shown,
};
use alpheus_report::{
    Screen,
    adjudications::{self, Adjudications, Decision, State as Decided},
    ledger::{self, Filled, Format, Ledger},
};
use alpheus_weigh::{Edit, FaultLevel};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, io, path::Path as FilePath, sync::Arc};
use utoipa::ToSchema;

/// What is decided about a finding; nothing at all takes the decision back.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DecisionBody {
    /// The hash of the decisions' file that was seen.
    seen: String,
    /// `accepted`, `dismissed` or `fixed`.
    #[schema(value_type = Option<String>)]
    state: Option<Decided>,
    /// Why; a dismissal needs one.
    #[serde(default)]
    reason: String,
    /// Anything else.
    #[serde(default)]
    note: String,
}

/// What is filled in in a row of the ledger.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ClaimBody {
    /// The hash of the ledger that was seen.
    seen: String,
    /// The hash of the accounts that were seen, by which the claim is counted.
    accounts: String,
    /// What the claim was checked against.
    #[serde(default)]
    source: String,
    /// What came of it.
    #[serde(default)]
    verdict: String,
    /// Who checked it.
    #[serde(default)]
    initials: String,
    /// Anything else.
    #[serde(default)]
    note: String,
}

/// A value of the case.
#[derive(Deserialize, ToSchema)]
pub(crate) struct CaseBody {
    /// The hash of the case file that was seen.
    seen: String,
    /// Where it stands: `evidence.KEY.if.HYPOTHESIS`.
    path: String,
    /// The value: TOML, or a word.
    value: String,
}

/// What the file holds now.
#[derive(Serialize, ToSchema)]
pub(crate) struct Done {
    /// Its hash.
    seen: String,
}

type Answer = Result<Json<Done>, Failure>;

fn done(seen: String) -> Json<Done> {
    Json(Done { seen })
}

/// Keeps a decision about a finding.
#[utoipa::path(put, path = "/api/findings/{key}/decision", params(("key" = String, Path)), request_body = DecisionBody, responses((status = 200, body = Done), (status = 404, body = Failure), (status = 409, body = Failure), (status = 422, body = Failure)))]
pub(crate) async fn decision(
    State(site): State<Arc<Site>>,
    Path(key): Path<String>,
    Json(body): Json<DecisionBody>,
) -> Answer {
    if body.state == Some(Decided::Dismissed) && body.reason.trim().is_empty() {
        return Err(wrong("a dismissal needs a reason"));
    }
    alone(site, move |site| decide(site, &key, body)).await.map(done)
}

fn decide(site: &Site, key: &str, body: DecisionBody) -> Result<String, Failure> {
    let mut shown = (*site.shown()).clone();
    let mut all = shown.view.accounts.iter().flat_map(|account| &account.findings);
    let found = all.find(|one| one.key == key).ok_or_else(Failure::not_found)?;
    let content = seen(site, adjudications::FILE, &body.seen)?;
    let mut kept =
        Adjudications::read(&content.text).map_err(|error| wrong(&error.to_string()))?;
    let DecisionBody { state, reason, note, .. } = body;
    kept.set(&found.subject, &Decision { state, reason, note });
    let hash = write(site, adjudications::FILE, &kept.text(), &body.seen)?;
    shown.served.adjudications.clone_from(&hash);
    shown.decide(&kept);
    site.show(shown);
    Ok(hash)
}

/// Fills in a row of the ledger; the number is the claim's place in the view.
#[utoipa::path(put, path = "/api/claims/{number}", params(("number" = usize, Path)), request_body = ClaimBody, responses((status = 200, body = Done), (status = 404, body = Failure), (status = 409, body = Failure), (status = 422, body = Failure)))]
pub(crate) async fn claim(
    State(site): State<Arc<Site>>,
    Path(number): Path<usize>,
    Json(body): Json<ClaimBody>,
) -> Answer {
    alone(site, move |site| fill(site, number, body)).await.map(done)
}

fn fill(site: &Site, number: usize, body: ClaimBody) -> Result<String, Failure> {
    let shown = site.shown();
    if body.accounts != shown.served.accounts {
        return Err(conflict("an account"));
    }
    let (entries, documents) = site.workbench.claims().map_err(|why| fault(&why))?;
    let claims = shown.view.claims.iter().map(|claim| (claim.line, &claim.kind));
    if !entries.iter().map(|entry| (entry.line, &entry.kind)).eq(claims) {
        return Err(conflict("an account"));
    }
    let name = shown::ledger(&site.folder);
    let content = seen(site, name, &body.seen)?;
    let mut old = if content.text.trim().is_empty() {
        Ledger::default()
    } else {
        let read = Ledger::read(content.text.as_bytes());
        read.map_err(|error| wrong(&error.to_string()))?
    };
    rename(&mut old, &documents);
    // The rows of the new reading come first, in its order.
    let mut kept = ledger::keep(entries, &documents, old).ledger;
    let row = kept.rows.get_mut(number).filter(|row| row.status.is_empty());
    let ClaimBody { source, verdict, initials, note, .. } = body;
    row.ok_or_else(Failure::not_found)?.filled =
        Filled { source, verdict, initials, note };
    let ending = FilePath::new(name).extension().and_then(|ending| ending.to_str());
    let format = if ending == Some("jsonl") { Format::Jsonl } else { Format::Csv };
    let text = kept.write(format, Screen { width: 100, color: false });
    let hash = write(site, name, &text, &body.seen)?;
    site.reload().map_err(|why| fault(&why))?;
    Ok(hash)
}

/// A ledger may have been written from another folder, where the documents had other paths.
fn rename(old: &mut Ledger, documents: &BTreeSet<String>) {
    let last = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    for row in &mut old.rows {
        let own = &mut row.entry.document;
        let mut same = documents.iter().filter(|name| last(name) == last(own));
        if let (false, Some(name), None) =
            (documents.contains(own), same.next(), same.next())
        {
            own.clone_from(name);
        }
    }
}

/// Changes a likelihood of the case; comments stay. What would be a mistake is not written.
#[utoipa::path(put, path = "/api/case", request_body = CaseBody, responses((status = 200, body = Done), (status = 409, body = Failure), (status = 422, body = Failure)))]
pub(crate) async fn case(
    State(site): State<Arc<Site>>,
    Json(body): Json<CaseBody>,
) -> Answer {
    alone(site, move |site| set(site, &body)).await.map(done)
}

fn set(site: &Site, body: &CaseBody) -> Result<String, Failure> {
    let content = seen(site, shown::CASE, &body.seen)?;
    let changed = Edit::new(&content.text).and_then(|mut edit| {
        edit.set(&body.path, &body.value)?;
        Ok(edit.text())
    });
    let text = changed.map_err(|error| wrong(&error.to_string()))?;
    let reading = alpheus_weigh::read(&text, None);
    let error = reading.faults.iter().find(|fault| fault.level == FaultLevel::Error);
    if let Some(error) = error {
        return Err(wrong(&error.message));
    }
    let case = reading.case.ok_or_else(|| wrong("there would be no case"))?;
    alpheus_weigh::weigh(&case, &alpheus_weigh::Options::default())
        .map_err(|error| wrong(&error.to_string()))?;
    let hash = write(site, shown::CASE, &text, &body.seen)?;
    site.reload().map_err(|why| fault(&why))?;
    Ok(hash)
}

/// Makes a change while no other is made, on a thread that may wait for the disk.
pub(super) async fn alone(
    site: Arc<Site>,
    change: impl FnOnce(&Site) -> Result<String, Failure> + Send + 'static,
) -> Result<String, Failure> {
    let done = tokio::task::spawn_blocking(move || {
        let _one = lock(&site.writing);
        change(&site)
    });
    done.await.map_err(|_| fault("a fault in Alpheus: please report it"))?
}

/// A file, if it is still what was seen.
fn seen(site: &Site, name: &str, seen: &str) -> Result<Content, Failure> {
    let content = site.folder.content(name).map_err(|error| unwritten(name, &error))?;
    if content.hash == seen { Ok(content) } else { Err(conflict(name)) }
}

fn write(site: &Site, name: &str, text: &str, seen: &str) -> Result<String, Failure> {
    site.folder.replace(name, text, seen).map_err(|refused| match refused {
        Refused::Conflict => conflict(name),
        Refused::Io(error) => unwritten(name, &error),
    })
}

fn conflict(name: &str) -> Failure {
    let told = format!("{name} was changed meanwhile: nothing was written; look again");
    Failure::new(StatusCode::CONFLICT, told)
}

fn wrong(why: &str) -> Failure {
    Failure::new(StatusCode::UNPROCESSABLE_ENTITY, why)
}

fn unwritten(name: &str, error: &io::Error) -> Failure {
    fault(&format!("could not write {name}: {error}"))
}

pub(super) fn fault(why: &str) -> Failure {
    Failure::new(StatusCode::INTERNAL_SERVER_ERROR, why)
}
