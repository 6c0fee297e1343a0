//! Requests without a network, for the fuzzer.

use crate::{Site, Workbench, api};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderName, HeaderValue, Method, Request, StatusCode, Uri, header},
};
use std::{io, net::SocketAddr, path::Path, sync::Arc};
use tokio::runtime::{Builder, Runtime};
use tower_service::Service as _;

const ADDRESS: ([u8; 4], u16) = ([127, 0, 0, 1], 80);

/// What answers requests, each given as its parts.
#[doc(hidden)]
pub struct Requests {
    router: Router,
    site: Arc<Site>,
    runtime: Runtime,
}

impl Requests {
    /// # Errors
    /// As of a server that is bound.
    pub fn new(folder: &Path, workbench: impl Workbench) -> io::Result<Requests> {
        let site = Arc::new(Site::open(folder, workbench, SocketAddr::from(ADDRESS))?);
        let runtime = Builder::new_current_thread().enable_all().build()?;
        Ok(Requests { router: api::router(Arc::clone(&site)), site, runtime })
    }

    /// The hashes of what was last seen (of the decisions, the ledger, the case, the accounts), and
    /// the key of the first finding.
    pub fn seen(&self) -> [String; 5] {
        let shown = self.site.shown();
        let served = shown.served.clone();
        let mut findings = shown.view.accounts.iter().flat_map(|one| &one.findings);
        let key = findings.next().map(|first| first.key.clone()).unwrap_or_default();
        [served.adjudications, served.ledger, served.case, served.accounts, key]
    }

    /// The status and the body of the answer; none to what is no request at all, and to who waits
    /// for events. With `token`, the request is from one who may ask.
    pub fn ask(
        &mut self,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        token: bool,
    ) -> Option<(u16, Vec<u8>)> {
        let mut request = Request::new(Body::from(body.to_vec()));
        *request.method_mut() = Method::from_bytes(method.as_bytes()).ok()?;
        *request.uri_mut() = uri.parse::<Uri>().ok()?;
        for (name, value) in headers {
            let name: HeaderName = name.parse().ok()?;
            request.headers_mut().append(name, HeaderValue::from_str(value).ok()?);
        }
        if token {
            let own = self.site.guard.url();
            let bearer = format!("Bearer {}", own.rsplit('=').next()?);
            let host = HeaderValue::from_static("127.0.0.1:80");
            request.headers_mut().insert(header::HOST, host);
            let bearer = HeaderValue::from_str(&bearer).ok()?;
            request.headers_mut().insert(header::AUTHORIZATION, bearer);
        }
        let answered = self.runtime.block_on(self.router.call(request));
        let Ok(response) = answered;
        let (status, endless) =
            (response.status(), response.headers().get(header::CONTENT_TYPE));
        if status == StatusCode::OK
            && endless.is_some_and(|kind| kind == "text/event-stream")
        {
            return None;
        }
        let bytes =
            self.runtime.block_on(to_bytes(response.into_body(), usize::MAX)).ok()?;
        Some((status.as_u16(), bytes.to_vec()))
    }
}
