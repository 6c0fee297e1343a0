//! What can be asked, and the changes that can be made.

mod add;
mod change;
mod failure;

pub(crate) use failure::in_json;

use crate::{Site, guard, shown};
use alpheus_weigh::{Options, Weighing};
use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::{StatusCode, header},
    middleware,
    response::{Html, IntoResponse, Response, Sse, sse},
    routing::{get, put},
};
use failure::{EveryPath, Failure};
use futures_util::{Stream, stream};
use serde::Deserialize;
use std::{convert::Infallible, sync::Arc};
use utoipa::OpenApi;

/// No change is larger.
const MOST_BODY: usize = 64 << 10;

#[derive(OpenApi)]
#[openapi(
    info(title = "Alpheus", description = "A case folder, as `alpheus serve` shows it."),
    modifiers(&EveryPath),
    components(schemas(Failure)),
    paths(
        page,
        view,
        finding,
        file,
        events,
        weigh,
        change::decision,
        change::claim,
        change::case,
        add::account,
        add::source,
        openapi
    )
)]
struct Api;

/// All that can be asked. Whoever may not, and whatever fails, is told so in JSON.
pub(crate) fn router(site: Arc<Site>) -> Router {
    let added = || DefaultBodyLimit::max(add::MOST_BYTES);
    Router::new()
        .route("/", get(page))
        .route("/api/view", get(view))
        .route("/api/events", get(events))
        .route("/api/weigh", get(weigh))
        .route("/api/findings/{key}", get(finding))
        .route("/api/findings/{key}/decision", put(change::decision))
        .route("/api/claims/{number}", put(change::claim))
        .route("/api/case", put(change::case))
        .route("/api/accounts/{name}", put(add::account).layer(added()))
        .route("/api/sources/{name}", put(add::source).layer(added()))
        .route("/api/files/{*path}", get(file))
        .route("/api/openapi.json", get(openapi))
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(middleware::from_fn_with_state(Arc::clone(&site), guard::guard))
        .with_state(site)
}

fn json(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// The pages, with what they show.
#[utoipa::path(get, path = "/", responses((status = 200, description = "the pages", content_type = "text/html", body = String), (status = 303, description = "the token was right: to the pages")))]
async fn page(State(site): State<Arc<Site>>) -> Response {
    let html = alpheus_pages::html(&site.shown().view);
    let policy = [(header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'")];
    (policy, Html(html)).into_response()
}

/// Everything that is shown.
#[utoipa::path(get, path = "/api/view", responses((status = 200, description = "as in web/src/view.ts", body = serde_json::Value)))]
async fn view(State(site): State<Arc<Site>>) -> Response {
    json(site.shown().json.clone())
}

/// One finding.
#[utoipa::path(get, path = "/api/findings/{key}", params(("key" = String, Path)), responses((status = 200, body = serde_json::Value), (status = 404, body = Failure)))]
async fn finding(
    State(site): State<Arc<Site>>,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    let shown = site.shown();
    let mut all = shown.view.accounts.iter().flat_map(|account| &account.findings);
    let found = all.find(|one| one.key == key).ok_or_else(Failure::not_found)?;
    Ok(json(serde_json::to_string(found).unwrap_or_default()))
}

/// A text file of the case folder.
#[utoipa::path(get, path = "/api/files/{path}", params(("path" = String, Path)), responses((status = 200, description = "its bytes", content_type = "text/plain; charset=utf-8", body = String), (status = 404, body = Failure)))]
async fn file(
    State(site): State<Arc<Site>>,
    Path(path): Path<String>,
) -> Result<Response, Failure> {
    let real = site.folder.file(&path).ok_or_else(Failure::not_found)?;
    let bytes = std::fs::read(real).map_err(|_| Failure::not_found())?;
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((kind, bytes).into_response())
}

/// Tells of every change of what is shown, by its number, as server-sent events.
#[utoipa::path(get, path = "/api/events", responses((status = 200, content_type = "text/event-stream", body = String)))]
async fn events(
    State(site): State<Arc<Site>>,
) -> Sse<impl Stream<Item = Result<sse::Event, Infallible>>> {
    let changes = stream::unfold(site.version.subscribe(), |mut version| async move {
        version.changed().await.ok()?;
        let number = *version.borrow_and_update();
        Some((Ok(sse::Event::default().data(number.to_string())), version))
    });
    Sse::new(changes).keep_alive(sse::KeepAlive::default())
}

#[derive(Deserialize)]
struct Without {
    #[serde(default)]
    without: String,
}

/// The case without some of its sources (their keys, with commas).
#[utoipa::path(get, path = "/api/weigh", params(("without" = Option<String>, Query)), responses((status = 200, body = serde_json::Value), (status = 404, body = Failure), (status = 422, body = Failure)))]
async fn weigh(
    State(site): State<Arc<Site>>,
    Query(Without { without }): Query<Without>,
) -> Result<Json<Weighing>, Failure> {
    let weighed = tokio::task::spawn_blocking(move || {
        let content = site.folder.content(shown::CASE).ok()?;
        let case = alpheus_weigh::read(&content.text, None).case?;
        let without: Vec<String> =
            without.split(',').filter(|key| !key.is_empty()).map(Into::into).collect();
        let options = Options { without: &without, ..Options::default() };
        Some(alpheus_weigh::weigh(&case, &options))
    });
    match weighed.await.ok().flatten() {
        Some(Ok(weighing)) => Ok(Json(weighing)),
        Some(Err(error)) => {
            Err(Failure::new(StatusCode::UNPROCESSABLE_ENTITY, error.to_string()))
        }
        None => Err(Failure::not_found()),
    }
}

/// This description.
#[utoipa::path(get, path = "/api/openapi.json", responses((status = 200, body = serde_json::Value)))]
async fn openapi() -> Json<utoipa::openapi::OpenApi> {
    Json(Api::openapi())
}
