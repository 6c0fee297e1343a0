//! Event mentions: predicates with their named participants and their times.
