"""The extra `polycharter[languages]`: which languages it adds, what it says of them, and what is left without it."""

import json
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from polycharter.checks import _more_languages as more
from polycharter.checks._judge import judge_of, why_not
from polycharter.checks._language import NAMES, profile

ROOT = Path(__file__).parents[2]

SENTENCES = {
    "gl": "Pode reclamar por calquera cousa que fixemos ou deixamos de facer.",
    "is": "Þú getur kvartað yfir öllu sem við gerðum eða gerðum ekki.",
    "eu": "Egin dugun edo egin ez dugun edozerengatik kexa zaitezke.",
    "ga": "Is féidir leat gearán a dhéanamh faoi aon rud a rinne muid nó nach ndearna muid.",
    "mt": "Tista' tilmenta dwar kull ħaġa li għamilna jew li ma għamilniex.",
    "ms": "Anda boleh mengadu tentang apa sahaja yang kami lakukan atau tidak lakukan.",
    "hy": "Դուք կարող եք բողոքել այն ամենից, ինչ մենք արել ենք կամ չենք արել։",
    "ka": "თქვენ შეგიძლიათ გაასაჩივროთ ყველაფერი, რაც გავაკეთეთ ან არ გავაკეთეთ.",
    "kk": "Сіз біздің істеген немесе істемеген кез келген ісімізге шағымдана аласыз.",
    "sr": "Можете се жалити на све што смо учинили или пропустили да учинимо.",
    "sr-Latn": "Možete se žaliti na sve što smo učinili ili propustili da učinimo.",
    "bs": "Možete se žaliti na sve što smo učinili ili propustili da učinimo.",
}
ENGLISH = "You can complain about anything that we did or did not do."


@pytest.mark.parametrize("locale", SENTENCES)
def test_a_sentence_reads_like_its_own_language(locale: str) -> None:
    """Right ones are left alone, in capitals too; English ones are named."""
    judge = judge_of(locale, "en")
    assert judge
    assert judge.by_extra
    assert judge.reads_like(SENTENCES[locale]) is None
    assert judge.reads_like(SENTENCES[locale].upper()) is None
    assert judge.reads_like(ENGLISH) == judge.reads_like(ENGLISH.upper()) == "English"


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("bs", "Možete se žaliti na sve što smo učinili ili propustili učiniti, u roku od mjesec dana."),
        ("sr-Latn", "Na svako pismo odgovaramo u roku od pet radnih dana, a ako kasnimo, navodimo razlog."),
        ("ms", "Anda dapat mengeluh tentang segala sesuatu yang kami lakukan atau tidak kami lakukan kepada Anda."),
    ],
)
def test_kin_are_one_language_at_any_length(locale: str, text: str) -> None:
    """Croatian in a Bosnian or Serbian file and Indonesian in a Malay one are nobody's to tell."""
    judge = judge_of(locale, "en")
    assert judge
    assert judge.reads_like(*[text] * 5) is None


@pytest.mark.parametrize("text", ["Não responde a cartas sem morada", "No hay respuesta sin una dirección"])
def test_near_languages_are_not_told_apart_by_less_than_40_letters(text: str) -> None:
    """Portuguese and Spanish in a Galician file, where the text is longer, are."""
    judge = judge_of("gl", "en")
    assert judge
    assert judge.reads_like(text) is None
    assert judge.reads_like(text, text, text) in ("Portuguese", "Spanish")


def test_short_texts_get_no_verdict() -> None:
    """Nineteen letters are too few whatever they say, and less than was asked for are, too."""
    judge = judge_of("eu", "en")
    assert judge
    assert judge.reads_like("Ask for the manager") is None
    assert judge.reads_like() is None
    assert judge.reads_like("We answer every letter that we get.", least=200) is None


def test_a_language_of_the_extra_may_be_the_source() -> None:
    """Less speaks for it than for another; where langdetect knows the catalogue's language, langdetect judges."""
    judge = judge_of("is", "gl")
    assert judge
    assert judge.reads_like("Respondemos a todas as cartas da xente que nos escribe") == "Galician"
    judge = judge_of("nl", "gl")
    assert judge
    assert not judge.by_extra
    assert judge.source is None


def test_the_extra_adds_to_what_langdetect_knows() -> None:
    """Each language has one judge; the model knows each by the code that we use."""
    labels = more._model().labels
    assert set(more._LABELS) <= set(labels)
    assert not set(more.MORE) & set(NAMES)
    assert not [code for code in more.MORE if profile(code)]
    assert all(more.more_code(code) == code for code in more.MORE)


def test_the_thresholds_are_for_this_model() -> None:
    """They were measured with one version, which is pinned; the pages say how many languages there are."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["optional-dependencies"]["languages"] == [f"py3langid=={version('py3langid')}"]
    assert f"py3langid=={version('py3langid')}" in project["dependency-groups"]["dev"]
    for page in ("explanation/language.md", "explanation/limits.md"):
        text = " ".join((ROOT / "docs" / page).read_text("utf-8").split())
        assert f"{len(NAMES)} languages" in text
        assert f"{len(more.MORE)} more" in text


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("gl-ES", "gl"), ("gn", "gug"), ("ff", "fuv"), ("kmr", "ku"), ("sr-Cyrl-ME", "sr"), ("uz-Cyrl", "uz"),
        ("az-Cyrl", None), ("az-IR", None), ("mn-Mong", None), ("kk-CN", None), ("ca-valencia", None), ("nn", None),
        ("oc", None), ("not a tag", None),
    ],
)  # fmt: skip
def test_codes_by_bcp_47_tag(locale: str, code: str | None) -> None:
    """A script that was not measured is not known; nor is what langdetect knows, or what was wrong too often."""
    assert more.more_code(locale) == code


def test_the_same_numbers_each_time() -> None:
    """No chance is in it; the figure is that of the model in use."""
    assert more.margin(ENGLISH, "gl", "en") == more.margin(ENGLISH, "gl", "en")
    assert round(more.margin(ENGLISH, "gl", "en"), 1) == 16.8
    assert more.margin(ENGLISH, "ms", "id") == 0.0


def test_why_a_language_is_not_checked() -> None:
    """With the extra only what nobody knows."""
    assert why_not("nl") == why_not("gl") == ""
    assert why_not("haw") == "no letter statistics of “haw”"


_BOTH = "wrong-language,sentence-left-in-source"
_HIDE = """
import sys

class Without:
    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        return None if name.split(".")[0] in ("py3langid", "numpy") else self.finder.find_spec(name, path, target)

sys.meta_path[:] = map(Without, sys.meta_path)
"""
_CHECK = """
import sys
from polycharter.cli import main
try:
    main()
except SystemExit:
    pass
print(sorted({"py3langid", "numpy", "langdetect"} & set(sys.modules)), file=sys.stderr)
"""
_PO = """msgid ""
msgstr ""
"Language: {locale}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "You can complain about anything that we did or did not do."
msgstr "You may complain about all the things that we did or left undone."
"""


def _checked(script: str, folder: Path, locale: str) -> tuple[set[str], dict[str, str], str]:
    """The checks that find something, those that do not look and why, and the libraries that were loaded."""
    file = folder / f"{locale}.po"
    file.write_text(_PO.replace("{locale}", locale), "utf-8")
    command = [sys.executable, "-c", script, "check", str(file), "--format", "json", "--select", _BOTH]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    reasons = {row["check"]: row["reason"] for row in said["not_checked"]}
    return {row["check"] for row in said["findings"]}, reasons, done.stderr.strip()


def test_without_the_extra_it_is_not_checked_and_the_reason_names_the_extra(tmp_path: Path) -> None:
    """As if it had never been installed."""
    reason = "Galician needs the extra polycharter[languages]"
    found, reasons, loaded = _checked(_HIDE + _CHECK, tmp_path, "gl")
    assert (found, loaded) == (set(), "[]")
    assert reasons == {"wrong-language": reason, "sentence-left-in-source": reason}
    assert _checked(_HIDE + _CHECK, tmp_path, "nl")[0] == {"wrong-language"}


def test_the_model_is_loaded_for_such_a_catalogue_only(tmp_path: Path) -> None:
    """It takes a second."""
    assert _checked(_CHECK, tmp_path, "gl") == ({"wrong-language"}, {}, "['numpy', 'py3langid']")
    assert _checked(_CHECK, tmp_path, "nl") == ({"wrong-language"}, {}, "['langdetect']")
