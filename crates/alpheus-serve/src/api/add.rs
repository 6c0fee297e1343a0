//! What is added to the case: accounts, and sources for its evidence to point at.

use super::{
    Failure,
    change::{alone, fault},
};
use crate::{
    Site,
    folder::{self, ACCOUNTS, NotAdded, SOURCES},
};
use alpheus_text::{Document, Format};
use axum::{
    Json,
    body::Bytes,
    extract::{Path, State, rejection::BytesRejection},
    http::StatusCode,
};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// No file that is added is larger.
pub(crate) const MOST_BYTES: usize = 16 << 20;

/// What was added.
#[derive(Serialize, ToSchema)]
pub(crate) struct Added {
    /// Its path in the case folder.
    path: String,
}

type Answer = Result<(StatusCode, Json<Added>), Failure>;

/// Adds an account, whose bytes are the body. None is ever replaced.
#[utoipa::path(put, path = "/api/accounts/{name}", params(("name" = String, Path, description = "a plain file name that ends as a text's does: `.md`, `.txt`, `.html`, `.jsonl`")), request_body(content = String, content_type = "application/octet-stream"), responses((status = 201, body = Added), (status = 409, description = "there is such a file", body = Failure), (status = 422, description = "no name for a text, or no text", body = Failure)))]
pub(crate) async fn account(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    bytes: Result<Bytes, BytesRejection>,
) -> Answer {
    add(site, ACCOUNTS, name, bytes).await
}

/// Adds a source, to which the case's evidence may point. None is ever replaced.
#[utoipa::path(put, path = "/api/sources/{name}", params(("name" = String, Path, description = "as of an account")), request_body(content = String, content_type = "application/octet-stream"), responses((status = 201, body = Added), (status = 409, description = "there is such a file", body = Failure), (status = 422, description = "no name for a text, or no text", body = Failure)))]
pub(crate) async fn source(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    bytes: Result<Bytes, BytesRejection>,
) -> Answer {
    add(site, SOURCES, name, bytes).await
}

async fn add(
    site: Arc<Site>,
    within: &'static str,
    name: String,
    bytes: Result<Bytes, BytesRejection>,
) -> Answer {
    let bytes = bytes.map_err(|why| not_taken(&why))?;
    let path = alone(site, move |site| {
        is_text(&name, &bytes)?;
        site.folder.add(within, &name, &bytes).map_err(|why| not_added(&name, why))?;
        site.reload().map_err(|why| fault(&why))?;
        Ok(format!("{within}/{name}"))
    });
    Ok((StatusCode::CREATED, Json(Added { path: path.await? })))
}

/// Refuses what could not be read as a text under this name.
fn is_text(name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let wrong = |why: String| Failure::new(StatusCode::UNPROCESSABLE_ENTITY, why);
    if !folder::is_plain_name(name) {
        return Err(wrong(format!("`{name}` is no plain file name")));
    }
    let format = Format::of(name).ok_or_else(|| {
        let known: Vec<_> = Format::ALL.iter().flat_map(|row| row.2).copied().collect();
        wrong(format!("a text's name ends with one of these: {}", known.join(", ")))
    })?;
    if bytes.is_empty() {
        return Err(wrong(format!("{name} is empty")));
    }
    let read = Document::decode(name, bytes.to_vec(), format);
    read.map(drop).map_err(|error| wrong(format!("{name}: {}", error.reason())))
}

fn not_taken(why: &BytesRejection) -> Failure {
    let words = match why.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            format!("the file is larger than {} MB", MOST_BYTES >> 20)
        }
        _ => why.body_text(),
    };
    Failure::new(why.status(), words)
}

fn not_added(name: &str, why: NotAdded) -> Failure {
    match why {
        NotAdded::Exists => {
            let told =
                format!("there is a file {name} already: nothing was written over it");
            Failure::new(StatusCode::CONFLICT, told)
        }
        NotAdded::Io(error) => fault(&format!("could not write {name}: {error}")),
    }
}
