//! Events, persons and statements: what an account asserts, in checkable form.
