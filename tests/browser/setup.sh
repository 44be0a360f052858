#!/bin/sh
# What the browser tests need: Chromium, Node.js and Java (for the Nu checker) from the system, axe-core and two
# validators from npm.
set -eu
cd "$(dirname "$0")"

missing=""
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing="$missing chromium"
command -v npm >/dev/null || missing="$missing nodejs npm"
command -v java >/dev/null || missing="$missing default-jre-headless"
if [ -n "$missing" ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing$missing …"
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $missing fonts-dejavu-core >/dev/null
  else
    echo "Not installed:$missing. On Debian: apt install$missing" >&2
    exit 1
  fi
fi

# The lock names versions and digests, and no host: packages come from the registry that npm is set up for.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
