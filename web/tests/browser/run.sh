#!/usr/bin/env bash
# The tests that drive a browser; installs Chromium where it is missing and can be installed.
# SCREENS=1 makes the pictures in docs/screens anew, which needs pngquant and the fonts.
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=()
command -v "${CHROMIUM:-chromium}" >/dev/null || packages+=(chromium)
[ -z "${SCREENS:-}" ] || command -v pngquant >/dev/null || packages+=(pngquant fonts-texgyre fonts-dejavu-core)
if [ ${#packages[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi
[ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error
npx vitest run --config vitest.browser.config.ts
