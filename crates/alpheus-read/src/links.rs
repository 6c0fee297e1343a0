//! Links between events: gaps, lengths and orders that a sentence asserts.
