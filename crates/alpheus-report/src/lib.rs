//! Findings out: terminal, JSON, SARIF, GitHub.
