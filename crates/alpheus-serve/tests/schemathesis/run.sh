#!/usr/bin/env bash
# Asks a server of the example case whatever its own description allows, and more, for a minute
# (SCHEMATHESIS_SECONDS): no answer may be a server's error, or one that the description lacks.
# Needs Python 3.10 or later with venv; without it nothing is asked, and that is said.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

here=crates/alpheus-serve/tests/schemathesis
venv=target/schemathesis
if ! python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
  echo 'schemathesis: skipped, there is no Python 3.10 with venv'
  exit 0
fi
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed.txt"
fi

# The command that is named, or the one that was built last; not every profile has been built everywhere.
alpheus=${ALPHEUS:-}
if [ -z "$alpheus" ]; then
  for built in target/{release,testrelease,debug}/alpheus; do
    if [ -x "$built" ] && { [ -z "$alpheus" ] || [ "$built" -nt "$alpheus" ]; }; then alpheus=$built; fi
  done
  [ -n "$alpheus" ] || { echo 'there is no alpheus yet: cargo build -p alpheus' >&2; exit 1; }
fi
folder=$(mktemp -d)
server=
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT
cp -r examples/cases/mary-rose "$folder/case"
# A finding to decide about.
printf '\nA service was held at Portsmouth on Sunday, 11 October 1982.\n' >>"$folder/case/accounts/account.md"
"$alpheus" serve --no-open "$folder/case" >"$folder/address" 2>"$folder/said" &
server=$!
for _ in $(seq 100); do
  [ -s "$folder/address" ] && break
  sleep 0.1
done
address=$(cat "$folder/address")
export ALPHEUS_URL=${address%%/\?token=*} ALPHEUS_TOKEN=${address#*token=}
export SCHEMATHESIS_HOOKS=hooks PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1

# Of the events there is no end. That a value which fits its form is refused (a source that the
# case doesn't have) is no fault, so acceptance isn't checked.
"$venv/bin/st" run "$ALPHEUS_URL/api/openapi.json" -H "Authorization: Bearer $ALPHEUS_TOKEN" \
  --exclude-path /api/events --max-time "${SCHEMATHESIS_SECONDS:-60}" --seed 1 \
  --request-timeout 20 --warnings off --no-color \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method,ignored_auth ||
  { cat "$folder/said" >&2; exit 1; }
kill -0 "$server" || { echo 'the server has ended' >&2; exit 1; }
