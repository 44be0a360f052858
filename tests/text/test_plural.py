"""Plural rules: equal to gettext's for every real expression, bounded, and tried before they are trusted."""

import gettext

import pytest
from babel.core import get_global
from babel.messages.plurals import PLURALS
from hypothesis import given, settings
from hypothesis import strategies as st

from polycharter.text.plural import MAX_DEPTH, MAX_LENGTH, germanic, parse_plural_forms

REAL = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "be": "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 "
    ": n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);",
    "br": "nplurals=5; plural=((n%10 == 1) && (n%100 != 11) && (n%100 !=71) && (n%100 !=91) ? 0 :(n%10 == 2) && "
    "(n%100 != 12) && (n%100 !=72) && (n%100 !=92) ? 1 :(n%10 ==3 || n%10 ==4 || n%10 == 9) && (n%100 < 10 || "
    "n% 100 > 19) && (n%100 < 70 || n%100 > 79) && (n%100 < 90 || n%100 > 99) ? 2 :(n != 0 && n % 1000000 == 0) "
    "? 3 : 4);",
    "cy": "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;",
    "ga": "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);",
    "gd": "nplurals=4; plural=(n==1 || n==11) ? 0 : (n==2 || n==12) ? 1 : (n > 2 && n < 20) ? 2 : 3;",
    "is": "nplurals=2; plural=(n % 10 != 1 || n % 100 == 11);",
    "ja": "nplurals=1; plural=0;",
    "lv": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
    "mk": "nplurals=2; plural=(n % 10 == 1 && n % 100 != 11) ? 0 : 1;",
    "mt": "nplurals=4; plural=(n==1 ? 0 : n==0 || ( n%100>1 && n%100<11) ? 1 : (n%100>10 && n%100<20 ) ? 2 : 3);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "sl": "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "tr": "nplurals=2; plural=(n > 1);",
    "odd": "nplurals=2; plural=!(n==1)",
    "spaces": "nplurals = 2 ; plural = n != 1 ;",
    "negations": "nplurals=2; plural=!!!(n == 1);",
}
EXPRESSIONS = {
    **REAL,
    **{f"babel-{tag}": f"nplurals={count}; plural={rule};" for tag, (count, rule) in PLURALS.items()},
}


def outcome(header: str) -> str:
    with pytest.raises(ValueError) as caught:
        parse_plural_forms(header)
    return str(caught.value)


@pytest.mark.parametrize("header", EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_real_rules_give_what_gettext_gives(header: str) -> None:
    rule = parse_plural_forms(header)
    theirs = gettext.c2py(rule.expression)
    for n in (*range(2100), 10**6, 10**9, 2**31, 2**53):
        assert rule(n) == theirs(n)
        assert 0 <= rule(n) < rule.nplurals


def test_default_is_the_rule_of_english() -> None:
    assert [germanic()(n) for n in (0, 1, 2, 100)] == [1, 0, 1, 1]
    assert germanic().nplurals == 2


def test_babel_knows_languages_at_all() -> None:
    assert get_global("language_aliases")
    assert len(PLURALS) > 50


def test_equal_rules_are_equal() -> None:
    assert parse_plural_forms("nplurals=2; plural=(n != 1);") == parse_plural_forms("nplurals=2; plural=(n != 1)")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("", "no 'nplurals='"),
        ("nplurals=2;", "no 'plural='"),
        ("nplurals=INTEGER; plural=EXPRESSION;", "no 'nplurals='"),
        ("nplurals=0; plural=0;", "nplurals must be a number from 1 to 6"),
        ("nplurals=7; plural=0;", "nplurals must be a number from 1 to 6"),
        ("nplurals=1000000000; plural=0;", "nplurals must be a number from 1 to 6"),
        ("nplurals=２; plural=n != 1;", "no 'nplurals='"),
        ("nplurals=2; plural=n != １;", "'１' has no meaning"),
        ("nplurals=2; plural=;", "is empty"),
        ("nplurals=2; plural=n;", "for n = 2 the plural rule gives form 2"),
        ("nplurals=1; plural=(n != 1);", "for n = 0 the plural rule gives form 1"),
        ("nplurals=2; plural=5;", "gives form 5"),
        ("nplurals=2; plural=n > 1000 ? 2 : 0;", "for n = 1000000"),
        ("nplurals=2; plural=n/0;", "divides by zero"),
        ("nplurals=2; plural=n%0;", "divides by zero"),
        ("nplurals=2; plural=n % n;", "divides by zero"),
        ("nplurals=2; plural=n-2;", "goes below zero"),
        ("nplurals=2; plural=n*n*n > 1;", "beyond 64 bits"),
        ("nplurals=2; plural=n != 1 1;", "'1' is not expected"),
        ("nplurals=2; plural=(n != 1;", "')' is missing at the end"),
        ("nplurals=2; plural=n != 1);", "')' is not expected"),
        ("nplurals=2; plural=n ? 1;", "':' is missing at the end"),
        ("nplurals=2; plural=n ==;", "a number or n is missing at the end"),
        ("nplurals=2; plural=== 1;", "a number or n is missing before '=='"),
        ("nplurals=2; plural=n = 1;", "'=' has no meaning"),
        ("nplurals=2; plural=m != 1;", "'m' has no meaning"),
        ("nplurals=2; plural=n**2;", "a number or n is missing before '*'"),
        ("nplurals=2; plural=__import__('os');", "'_' has no meaning"),
        ("nplurals=2; plural=99999999999999999999;", "more than 19 digits"),
        ("nplurals=2; plural=" + "(" * (MAX_DEPTH + 1) + "n != 1" + ")" * (MAX_DEPTH + 1), "more than 20 parentheses"),
        ("nplurals=2; plural=" + "n?" * 30 + "0" + ":0" * 30, "more than 20 parentheses"),
        ("nplurals=2; plural=n" + "+0" * MAX_LENGTH, "more than 1000"),
    ],
)
def test_rules_that_make_no_sense_are_refused(header: str, message: str) -> None:
    assert message in outcome(header)


@pytest.mark.parametrize(
    "expression", ["!" * 999 + "n", "0" + "+0" * 499, "n?0:" * 249 + "0", "0||" * 333 + "0", "0&&" * 333 + "0"]
)
def test_long_rules_do_not_exhaust_the_stack(expression: str) -> None:
    assert parse_plural_forms(f"nplurals=2; plural={expression};")(5) in (0, 1)


def test_twenty_parentheses_are_fine() -> None:
    assert parse_plural_forms("nplurals=2; plural=" + "(" * 20 + "n != 1" + ")" * 20)(5) == 1


def test_negative_numbers_have_no_form() -> None:
    with pytest.raises(ValueError, match="0 and more"):
        germanic()(-1)


NUMBERS = st.sampled_from(["n", "0", "1", "2", "10", "n%10", "n%100", "n/10", "(n+1)", "n*2%7"])
COMPARED = st.tuples(NUMBERS, st.sampled_from(["==", "!=", "<", ">", "<=", ">="]), NUMBERS).map(" ".join)
CONDITIONS = st.recursive(
    COMPARED,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["&&", "||"]), inner).map(" ".join),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"!({part})"),
    ),
    max_leaves=6,
)
RULES = st.one_of(
    CONDITIONS,
    st.lists(st.tuples(CONDITIONS, st.sampled_from("012345")), min_size=1, max_size=4).map(
        lambda cases: "".join(f"{condition} ? {form} : " for condition, form in cases) + "5"
    ),
)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(RULES)
def test_any_rule_gives_what_gettext_gives_or_is_refused(expression: str) -> None:
    theirs = gettext.c2py(expression)
    try:
        rule = parse_plural_forms(f"nplurals=6; plural={expression};")
    except ValueError as error:
        assert "parentheses" in str(error)  # noqa: PT017
        return
    assert [rule(n) for n in range(120)] == [int(theirs(n)) for n in range(120)]
