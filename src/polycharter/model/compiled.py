"""A compiled catalogue: what a `.mo` file holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from polycharter.model.message import Key


@dataclass(frozen=True, slots=True)
class Compiled:
    """The finished translations of one locale and domain; fuzzy and empty entries are not among them.

    `forms` has one text, or one a plural form; `plural_form` gives the form for a number.
    """

    forms: Mapping[Key, tuple[str, ...]]
    plural_form: Callable[[int], int]

    def singular(self, key: Key) -> str | None:
        """The translation, None where there is none."""
        forms = self.forms.get(key)
        return forms[0] if forms else None

    def counted(self, key: Key, n: int) -> str | None:
        """The translation in the form for `n`, None where there is none."""
        forms = self.forms.get(key)
        if not forms:
            return None
        form = self.plural_form(n)
        return forms[form] if form < len(forms) else None
