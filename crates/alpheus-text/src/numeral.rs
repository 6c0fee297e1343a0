//! Numbers in words, ordinals and Roman numerals, read off tokens.
//!
//! Shared by the readers of time and of quantities, neither of which knows the other.
