#!/bin/sh
# The wheel in dist/, installed into a new environment, in an empty folder, with no repository near.
set -eu
here=$(pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$here/.venv/bin/python" -m venv "$place/venv"
"$place/venv/bin/python" -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/setup.txt
"$place/venv/bin/python" -m pip --disable-pip-version-check --quiet install --no-deps "$here"/dist/polycharter-*.whl
cd "$place"
unset PYTHONPATH
venv/bin/polycharter --version
venv/bin/polycharter init demo
cd demo
../venv/bin/polycharter build
for locale in en nl vi ca sv; do
  for edition in public summary staff; do
    for ending in html pdf md txt json; do
      test -s "build/$locale/$edition.$ending"
    done
  done
done
test -s build/index.html && test -s build/manifest.json
../venv/bin/polycharter init --templates --only html/theme.css --only docx
test -s templates/html/theme.css && test -s templates/docx/styles.xml && test ! -e templates/words.toml
../venv/bin/polycharter extract --check
../venv/bin/polycharter update --check
echo "The wheel builds every language."
