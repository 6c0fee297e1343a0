#!/usr/bin/env bash
# All that has to hold for the pages: types, lint, unit tests, licences, and that the bundle which
# is kept for the Rust crate is what these sources give. Needs Node 20 or later.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --no-audit --no-fund --loglevel=error
npx tsc --noEmit
npx eslint .
npx vitest run
node licences.mjs
npx vite build
git diff --exit-code --stat -- ../crates/alpheus-pages/assets ||
  { echo 'the bundle is stale: cd web && npx vite build, and commit it' >&2; exit 1; }
