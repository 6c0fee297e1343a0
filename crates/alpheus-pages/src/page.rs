//! The pages as one file.

use crate::View;

/// The bundle, with slots for the title, what the page may connect to, and the data.
const BUNDLE: &str = include_str!("../assets/pages.html");

/// One file that shows `view`: it opens from disk, and asks no host for anything.
///
/// Texts of accounts stand in it as data that nothing parses as HTML, and the page's
/// content-security policy lets nothing run but the bundle itself.
///
/// # Example: an empty report
/// ```
/// let view = alpheus_pages::View { title: "A <b> & c".into(), ..Default::default() };
/// let html = alpheus_pages::html(&view);
/// assert!(html.contains("<title>A &lt;b&gt; &amp; c</title>"));
/// assert!(html.contains(r#""title":"A \u003cb> & c""#));
/// ```
pub fn html(view: &View) -> String {
    let json = serde_json::to_string(view).unwrap_or_default();
    let data = in_script(&json);
    let mut html = String::with_capacity(BUNDLE.len() + data.len() + 256);
    let mut rest = BUNDLE;
    // A report asks nobody for anything; a served page asks its own server.
    let connect = if view.served.is_some() { "connect-src 'self'; " } else { "" };
    let slots = [
        ("{{connect}}", connect.to_owned()),
        ("{{title}}", text(&view.title)),
        ("{{data}}", data),
    ];
    for (slot, value) in slots {
        let (before, after) = rest.split_once(slot).unwrap_or((rest, ""));
        html += before;
        html += &value;
        rest = after;
    }
    html + rest
}

/// JSON in which no tag or comment can begin or end.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Text as HTML.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
