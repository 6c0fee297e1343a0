//! Why nothing was done: always in JSON, on every path.

use axum::{
    Json,
    body::to_bytes,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::{
    Modify, ToSchema,
    openapi::{
        self, ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder, SecurityRequirement,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

/// Why nothing was done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Failure {
    #[serde(skip)]
    status: u16,
    /// In words.
    error: String,
}

impl Failure {
    pub(crate) fn new(status: StatusCode, error: impl Into<String>) -> Failure {
        Failure { status: status.as_u16(), error: error.into() }
    }

    pub(super) fn not_found() -> Failure {
        Failure::new(StatusCode::NOT_FOUND, "there is no such thing in this case")
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status);
        (status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), Json(self)).into_response()
    }
}

/// The words of a refusal are no longer.
const MOST_WORDS: usize = 16 << 10;

/// A refusal that came as plain text (no such path, a body that is no JSON) as all others come.
pub(crate) async fn in_json(response: Response) -> Response {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error()
        || is_json(response.headers())
    {
        return response;
    }
    let allow = response.headers().get(header::ALLOW).cloned();
    let words = to_bytes(response.into_body(), MOST_WORDS).await.unwrap_or_default();
    let mut words = String::from_utf8_lossy(&words).into_owned();
    if words.is_empty() {
        status.canonical_reason().unwrap_or("refused").clone_into(&mut words);
    }
    let mut response = Failure::new(status, words).into_response();
    if let Some(allow) = allow {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json")
}

/// What any path may answer, before its own work begins.
const REFUSED: [(&str, &str); 5] = [
    ("400", "it could not be understood"),
    ("401", "no token"),
    ("403", "another name or another page"),
    ("413", "too large"),
    ("415", "a body of another kind"),
];

/// Puts into the description what holds for all paths.
pub(super) struct EveryPath;

impl Modify for EveryPath {
    fn modify(&self, openapi: &mut OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        if let Some(components) = &mut openapi.components {
            components.add_security_scheme("token", SecurityScheme::Http(bearer));
        }
        let none: [&str; 0] = [];
        openapi.security = Some(vec![SecurityRequirement::new("token", none)]);
        let schema = RefOr::Ref(Ref::from_schema_name("Failure"));
        let content = ContentBuilder::new().schema(Some(schema)).build();
        for path in openapi.paths.paths.values_mut() {
            for operation in [&mut path.get, &mut path.put].into_iter().flatten() {
                for (status, why) in REFUSED {
                    let refused = ResponseBuilder::new()
                        .description(why)
                        .content("application/json", content.clone());
                    let all: &mut openapi::Responses = &mut operation.responses;
                    all.responses
                        .entry(status.to_owned())
                        .or_insert_with(|| RefOr::T(refused.build()));
                }
            }
        }
    }
}
