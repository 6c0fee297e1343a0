use super::ClaimKind::{self, *};
use crate::{Options, Speaker, read_claims};
use alpheus_text::Document;
