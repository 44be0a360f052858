#!/bin/sh
# The pictures in README and docs, taken from the real pages in build/. Needs chromium and poppler's pdftoppm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../../build" && pwd)
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)

page() { # page FILE WIDTH HEIGHT PICTURE
  profile=$(mktemp -d)
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$profile" --window-size="$2,$3" \
    --screenshot="$here/$4" "file://$build/$1" 2>/dev/null
  rm -rf "$profile"
}

page nl/public.html 1100 760 page-nl.png
page vi/public.html 390 780 phone-vi.png
page index.html 1100 620 index.png
pdftoppm -r 60 -png -f 1 -l 1 -singlefile "$build/ca/public.pdf" "$here/paper-ca"
