"""The letter statistics behind wrong-language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polycharter.checks._language import NAMES, Scores, profile, scores

SENTENCES = {
    "en": "You may ask for our decision in writing, and we give the reasons.",
    "nl": "U mag om een schriftelijke beslissing vragen, en wij geven de redenen.",
    "vi": "Quý khách có thể yêu cầu quyết định bằng văn bản, và chúng tôi nêu lý do.",
    "ca": "Podeu demanar la nostra decisió per escrit, i us en donem els motius.",
    "sv": "Du kan begära vårt beslut skriftligen, och vi anger skälen.",
    "el": "Μπορείτε να ζητήσετε γραπτώς την απόφασή μας και τους λόγους.",
    "ja": "決定を書面で求めることができ、私たちはその理由をお伝えします。",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_reads_like_its_own_language(code: str) -> None:
    """Expected in its own language there is nothing to say; expected in any other, its own is named or nothing."""
    for expected in NAMES:
        verdict = scores(SENTENCES[code]).verdict(expected, "en")
        assert verdict is None if NAMES[expected] == NAMES[code] else verdict in (code, None)
    if code != "en":
        assert scores(SENTENCES["en"]).verdict(code, "en") == "en"


def test_capitals_do_not_hide_the_language() -> None:
    """Langdetect leaves words in capitals out, so a text in capitals is read in small letters."""
    assert scores(SENTENCES["en"].upper()).verdict("nl", "en") == "en"
    assert scores(SENTENCES["nl"].upper()).verdict("nl", "en") is None


def test_correct_swedish_that_is_nearly_norwegian_is_left_alone() -> None:
    """Seen on real text: 5.0 in favour of Norwegian at 43 letters."""
    text = "Du kan klaga på allt som vi har gjort eller inte gjort."
    assert scores(text).verdict("sv", "en") is None


def test_short_texts_get_no_verdict() -> None:
    """Nineteen letters are too few whatever they say."""
    assert scores("Ask for the manager").letters < 20
    assert scores("Ask for the manager").verdict("vi", "en") is None
    assert Scores().verdict("vi", "en") is None


def test_profiles_by_bcp_47_tag() -> None:
    """Script and region matter for Chinese alone; Norwegian has one profile for both of its forms."""
    tags = ("pt-BR", "nb", "nn", "zh-Hans", "zh-TW", "fil", "gl", "not a tag")
    assert [profile(tag) for tag in tags] == ["pt", "no", "no", "zh-cn", "zh-tw", "tl", None, None]


WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzàéïöư ,.", max_size=60)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(WORDS, WORDS)
def test_scores_of_two_texts_add_up(one: str, other: str) -> None:
    """The numbers are exact, so pooling texts is scoring them as one, in any order."""
    assert scores(f"{one} {other}") == scores(one).plus(scores(other)) == scores(other).plus(scores(one))
