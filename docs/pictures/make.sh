#!/bin/sh
# The pictures in README and docs, taken from what polycharter really makes: the pages in build/, a copy in
# pseudo-locales, the example with a house style. Needs chromium, poppler's pdftoppm, LibreOffice and pngquant.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
polycharter=$root/.venv/bin/polycharter
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

page() { # page FILE WIDTH HEIGHT PICTURE
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/profile" --window-size="$2,$3" \
    --screenshot="$here/$4" "file://$1" 2>/dev/null
}

paper() { # paper FILE PAGE DOTS-PER-INCH PICTURE
  pdftoppm -r "$3" -png -f "$2" -l "$2" -singlefile "$1" "$here/${4%.png}"
}

"$polycharter" pseudo --project "$root" --edition public --format html --format pdf --out "$work/pseudo" >/dev/null
cp -r "$root/docs/examples/ferry" "$work/ferry"
"$polycharter" build --project "$work/ferry" >/dev/null
soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" \
  "$root/build/sv/public.docx" >/dev/null 2>&1

page "$root/build/nl/public.html" 1100 760 page-nl.png
page "$root/build/vi/public.html" 390 780 phone-vi.png
page "$root/build/index.html" 1100 900 index.png
page "$work/pseudo/build/ar-XB/public.html" 1100 560 page-mirrored.png
page "$work/pseudo/build/en-XA/public.html" 1100 560 page-accented.png
page "$work/ferry/build/nl/public.html" 1100 760 page-ferry.png
paper "$root/build/ca/public.pdf" 1 60 paper-ca.png
paper "$root/build/nl/public.poster.pdf" 1 45 poster-nl.png
paper "$work/ferry/build/nl/public.pdf" 2 60 paper-ferry.png
paper "$work/public.pdf" 4 60 docx-sv.png

# At most 128 colours: a tenth of the bytes, and the eye sees no difference.
pngquant --force --skip-if-larger --speed 1 --strip --ext .png 128 "$here"/*.png || [ $? -eq 98 ]
