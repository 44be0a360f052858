"""Outcomes for the tests of reports: a usual one, and one that holds everything a file may try."""

from polycharter.model.coverage import Coverage, Tally
from polycharter.model.edition import Edition
from polycharter.model.finding import Certainty, Excerpt, Finding, NotChecked, Severity
from polycharter.model.outcome import FileCoverage, Outcome
from polycharter.model.place import Place

DUTCH = "locales/nl/LC_MESSAGES/charter.po"
LINE = 'msgstr "Wij antwoorden binnen vijf dagen."'
FINDING = Finding(
    check="placeholder-missing",
    severity=Severity.ERROR,
    certainty=Certainty.CERTAIN,
    locale="nl",
    domain="charter",
    place=Place(DUTCH, 12, 31),
    what="{days} is missing from “Binnen\x1b[31m vijf dagen”",
    todo="Write {days}.",
    keys=((None, "We answer within {days}."),),
    excerpt=Excerpt(12, LINE, LINE.index("vijf"), 4),
)
NOTE = Finding("x", Severity.NOTE, Certainty.LIKELY, "", "", Place("charter.toml", 3), "w", "T.")
ALLOWED = Finding(
    "number-changed",
    Severity.ERROR,
    Certainty.LIKELY,
    "nl",
    "charter",
    Place(DUTCH, 20, 9),
    "12 became a dozen",
    "Write 12.",
    allowed="shops count eggs so",
)
LEFT = NotChecked("misspelt", "fi", "charter", "no dictionary for “fi”")
REASONS = ("2 messages untranslated", "1 message fuzzy")
OUTCOME = Outcome(
    findings=(NOTE, FINDING),
    coverage=(
        Coverage("en", Edition.PUBLIC, Tally(9, 90), Tally(), Tally()),
        Coverage("nl", Edition.PUBLIC, Tally(6, 60), Tally(1, 5), Tally(2, 25), REASONS),
    ),
    files=(FileCoverage("nl", "charter", DUTCH, Tally(6, 60), Tally(1, 5), Tally(2, 25)),),
    allowed=(ALLOWED,),
    not_checked=(LEFT,),
)

_CONTROLS = "".join(map(chr, [*range(1, 32), *range(127, 160), 0xAD, 0x61C, *range(0x200B, 0x2010), 0x2028, 0x2029]))
_CONTROLS += "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xFFFE, 0xD83D, 0xE0001]))
EVIL = (
    f"{_CONTROLS}]]><script>&amp;\"'`|*_[a](javascript:x) @ann #1 https://evil.example.org www.evil.example.org "
    "%0A::error::gone\r\n::set-output name=x::y"
)
HOSTILE_FINDING = Finding(
    "raw-html",
    Severity.WARNING,
    Certainty.POSSIBLE,
    EVIL,
    EVIL,
    Place(f"{EVIL}.po", 7, 3),
    EVIL,
    EVIL,
    ((EVIL, EVIL),),
    Excerpt(7, EVIL * 3, len(EVIL), len(EVIL)),
    EVIL,
)
HOSTILE = Outcome(
    findings=(HOSTILE_FINDING,),
    coverage=(Coverage(EVIL, Edition.STAFF, Tally(1, 1), Tally(1, 1), Tally(1, 1), (EVIL,)),),
    files=(FileCoverage(EVIL, EVIL, EVIL, Tally(), Tally(), Tally()),),
    allowed=(HOSTILE_FINDING,),
    not_checked=(NotChecked("x", EVIL, EVIL, EVIL),),
)
