#!/bin/sh
# GNU gettext for the tests that compare with it. Where it can't be installed, these tests are skipped, and say so;
# in CI they fail instead.
command -v msgfmt >/dev/null && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends gettext >/dev/null && exit 0
fi
echo "GNU gettext is not installed: the tests that compare with msgfmt, msgcat and msgmerge are skipped." >&2
exit 0
