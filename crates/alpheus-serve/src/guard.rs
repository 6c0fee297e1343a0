//! Who may ask: those who have the token, under a name that is this server's.
//!
//! The name is checked against rebinding (a stranger's host name that leads here), the origin
//! against other pages of the same browser, the token against other users of the machine.

use crate::{Site, api::in_json, folder::hex, lock};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

pub(crate) struct Guard {
    token: String,
    /// Lets in once; spent, it is nothing.
    once: Mutex<Option<String>>,
    address: SocketAddr,
    hosts: Vec<String>,
}

impl Guard {
    pub(crate) fn new(address: SocketAddr) -> io::Result<Guard> {
        let mut hosts = vec![address.to_string()];
        if address.ip().is_loopback() {
            hosts.push(format!("localhost:{}", address.port()));
        }
        let once = Mutex::new(Some(unguessable()?));
        Ok(Guard { token: unguessable()?, once, address, hosts })
    }

    pub(crate) fn url(&self) -> String {
        self.url_with(&self.token)
    }

    /// One that opens once; after that it is as the other.
    pub(crate) fn url_once(&self) -> String {
        lock(&self.once).as_deref().map_or_else(|| self.url(), |once| self.url_with(once))
    }

    fn url_with(&self, token: &str) -> String {
        format!("http://{}/?token={token}", self.address)
    }

    /// Another server on the same host has cookies of its own.
    fn cookie(&self) -> String {
        format!("alpheus-{}", self.address.port())
    }

    fn knows_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
    }

    fn is_token(&self, token: &str) -> bool {
        is_same(&self.token, token)
    }

    /// Whether this is the token that lets in once, which it then does no more.
    fn spends(&self, token: &str) -> bool {
        lock(&self.once).take_if(|once| is_same(once, token)).is_some()
    }

    fn refuses(&self, request: &Request) -> Option<(StatusCode, &'static str)> {
        let headers = request.headers();
        let host = text(headers, header::HOST);
        if !host.is_some_and(|host| self.knows_host(host)) {
            return Some((StatusCode::FORBIDDEN, "this server has another name"));
        }
        let origin = headers.get(header::ORIGIN).map(HeaderValue::to_str);
        let own = |origin: &str| {
            origin.strip_prefix("http://").is_some_and(|host| self.knows_host(host))
        };
        if origin
            .as_ref()
            .is_some_and(|origin| !origin.as_ref().is_ok_and(|one| own(one)))
        {
            return Some((StatusCode::FORBIDDEN, "another page may not ask"));
        }
        let bearer = text(headers, header::AUTHORIZATION)
            .and_then(|value| value.strip_prefix("Bearer "))
            .is_some_and(|token| self.is_token(token));
        let reads = [Method::GET, Method::HEAD].contains(request.method());
        // A browser gives the origin of every change.
        let cookie = (reads || origin.is_some()) && self.has_cookie(headers);
        (!bearer && !cookie).then_some((
            StatusCode::UNAUTHORIZED,
            "open the address that `alpheus serve` printed",
        ))
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie();
        let cookies = headers.get_all(header::COOKIE).iter();
        let pairs = cookies.filter_map(|value| value.to_str().ok());
        pairs
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(key, value)| key == name && self.is_token(value))
    }

    /// The token of the address is put in a cookie, and taken out of the address.
    fn enters(&self, method: &Method, uri: &Uri) -> Option<Response> {
        let token = uri.query()?.strip_prefix("token=")?;
        let enters = uri.path() == "/" && method == Method::GET;
        if !enters || !(self.is_token(token) || self.spends(token)) {
            return None;
        }
        let cookie = format!(
            "{}={}; Path=/; HttpOnly; SameSite=Strict",
            self.cookie(),
            self.token
        );
        let headers = [(header::LOCATION, "/"), (header::SET_COOKIE, &cookie)];
        Some((StatusCode::SEE_OTHER, headers).into_response())
    }
}

fn unguessable() -> io::Result<String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(hex(&bytes))
}

/// Looks at all of it, so that the time tells nothing.
fn is_same(one: &str, two: &str) -> bool {
    let (one, two) = (one.as_bytes(), two.as_bytes());
    let differs = one.iter().zip(two).fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == two.len() && differs == 0
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// Lets through what may ask.
pub(crate) async fn guard(
    State(site): State<Arc<Site>>,
    request: Request,
    next: Next,
) -> Response {
    let guard = &site.guard;
    let response = match guard.refuses(&request) {
        None => next.run(request).await,
        Some((StatusCode::UNAUTHORIZED, why)) => guard
            .enters(request.method(), request.uri())
            .unwrap_or_else(|| (StatusCode::UNAUTHORIZED, why).into_response()),
        Some(refusal) => refusal.into_response(),
    };
    let mut response = in_json(response).await;
    let set = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in set {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_for_a_command_opens_once() {
        let guard = Guard::new(([127, 0, 0, 1], 80).into()).unwrap();
        let uri: Uri = guard.url_once().parse().unwrap();
        assert_ne!(guard.url_once(), guard.url());
        let response = guard.enters(&Method::GET, &uri).unwrap();
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains(&guard.token));
        assert!(guard.enters(&Method::GET, &uri).is_none());
        assert!(guard.enters(&Method::GET, &guard.url().parse().unwrap()).is_some());
        assert_eq!(guard.url_once(), guard.url());
    }
}
