//! What holds of every document, whatever it was read from.

use alpheus_text::{Document, Span};

/// Blocks and tokens stand in order, within the text, on its character boundaries; the prose
/// is as long as the text.
pub fn document(doc: &Document) {
    assert_eq!(doc.prose().len(), doc.text().len(), "the prose is as long as the text");
    let mut tokens = Vec::new();
    let mut last = 0;
    for block in doc.blocks() {
        slices(doc, block.span);
        assert!(last <= block.span.start, "blocks stand in order and apart");
        last = block.span.end;
        doc.tokenize(block, &mut tokens);
        let mut at = block.span.start;
        for token in &tokens {
            slices(doc, token.span);
            assert!(!token.span.is_empty(), "a token has a byte");
            assert!(at <= token.span.start, "tokens stand in order and apart");
            at = token.span.end;
        }
        assert!(at <= block.span.end, "tokens stand in their block");
    }
}

/// A span slices the text and the prose.
pub fn slices(doc: &Document, span: Span) {
    assert!(doc.text().get(span.range()).is_some(), "{span:?} slices the text");
    assert!(doc.prose().get(span.range()).is_some(), "{span:?} slices the prose");
}

/// The blocks' places in the file stand in order, within it.
pub fn on_disk(doc: &Document, file: &[u8]) {
    let mut last = 0;
    for block in doc.blocks() {
        let place = doc.disk(block.span);
        assert!(last <= place.start && place.start <= place.end, "places stand in order");
        last = place.end;
    }
    assert!(last <= file.len() as u64, "places lie in the file");
}
