"""Whether texts read like their catalogue's language: by langdetect's profiles or, where it has none, by the extra."""

from dataclasses import dataclass

from polycharter.checks import _more_languages as more
from polycharter.checks._language import NAMES, Scores, is_latin, profile, scores

_NAMES = {**NAMES, **more.MORE, "zh": "Chinese"}
_NEAR = tuple(
    frozenset(codes.split())
    for codes in ("ca es gl pt it", "da nb nn no sv", "af nl fy", "cs sk", "bs hr sr sl", "id ms", "be bg mk ru uk")
)
"""Languages of which a short text can be right in two."""

_ENOUGH, _CLEARLY = 20, 4.0


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows the languages of a catalogue and of its source by code; `source` is None where that is not known."""

    own: str
    source: str | None
    by_extra: bool

    @property
    def latin(self) -> bool:
        """Whether the catalogue's language is known to be written in Latin letters."""
        return not self.by_extra and is_latin(self.own)

    def reads_like(self, *texts: str, least: int = 20, share: float = 1.0) -> str | None:
        """The English name of the language that the texts, taken together, are in where it is not the catalogue's.

        None where there is no telling; always where they have less than `least` letters. With a `share` under 1 the
        language that they lean to, where letter statistics know the catalogue's.
        """
        if self.by_extra:
            code = more.verdict(" ".join(texts), self.own, self.source, least)
        else:
            together = Scores()
            for text in texts:
                together = together.plus(scores(text))
            code = together.verdict(self.own, self.source, least, share)
        return _name(code)

    @property
    def source_name(self) -> str | None:
        """The English name of the source's language, None where that is not known."""
        return _name(self.source)

    def is_own(self, text: str) -> bool:
        """Whether a text of 20 letters and more clearly speaks for the catalogue's language, not for the source's."""
        if self.by_extra or self.source is None:
            return False
        found = scores(text)
        return found.letters >= _ENOUGH and found.margin(self.own, self.source) < -_CLEARLY


def judge_of(locale: str, source: str) -> Judge | None:
    """The judge of a catalogue in `locale` whose source is in `source`; None where nothing installed knows it."""
    own, theirs = profile(locale), profile(source) or more.more_code(source)
    if own:
        return Judge(own, profile(source), by_extra=False)
    own = more.more_code(locale)
    if own and more.is_installed():
        return Judge(own, more.label(theirs) if theirs else None, by_extra=True)
    return None


def language_of(locale: str) -> str:
    """The English name of a locale's language, empty where no judge could know it."""
    return _name(profile(locale) or more.more_code(locale)) or ""


def why_not(locale: str) -> str:
    """Why there is no judge for a locale, in a few words; empty where there is one."""
    if judge_of(locale, locale):
        return ""
    known = more.more_code(locale)
    if known:
        return f"{more.MORE[known]} needs the extra polycharter[languages]"
    return f"no letter statistics of “{locale}”"


def fits_less(text: str, locale: str, other: str, least: float = 0.0) -> bool:
    """Whether a text speaks for the other locale's language, by `least` or more, or the two cannot be told apart."""
    own, theirs = profile(locale), profile(other)
    if own and theirs:
        return scores(text).margin(own, theirs) > least
    own, theirs = own or more.more_code(locale), theirs or more.more_code(other)
    if not (own and theirs and more.is_installed()):
        return True
    return more.margin(text, more.label(own), more.label(theirs)) >= least


def are_near(locale: str, other: str) -> bool:
    """Whether the languages of two locales have whole phrases in common, letter by letter."""
    codes = {locale.partition("-")[0], other.partition("-")[0]}
    return any(codes <= near for near in _NEAR)


def _name(code: str | None) -> str | None:
    return _NAMES[code] if code else None
