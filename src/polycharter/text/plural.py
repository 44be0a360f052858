"""The plural rule of a catalogue: the C expression of its Plural-Forms header, read and evaluated without `eval`.

The grammar is GNU gettext's ("Additional functions for plural forms" in its manual): `n`, decimal numbers,
parentheses, `?:`, `||`, `&&`, `==`, `!=`, `<`, `>`, `<=`, `>=`, `+`, `-`, `*`, `/`, `%` and `!`, with C's
precedence. A rule is bounded (at most 1,000 characters, 20 parentheses inside each other, 1 to 6 forms) and
tried before it is trusted: for n = 0 to 1,000 and some large numbers it must give a form that exists.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

MAX_LENGTH = 1000
"""Characters an expression may have."""

MAX_DEPTH = 20
"""Parentheses that may stand inside each other."""

MAX_FORMS = 6
"""Plural forms a language may have; CLDR knows none with more."""

_TRIED = (*range(1001), 1_000_000, 1_000_001, 1_000_002, 1_000_005, 2_147_483_647, 4_294_967_296, 9_007_199_254_740_993)
_LARGEST = 2**64

Evaluate = Callable[[int], int]

_TOKEN = re.compile(r"[ \t]*+(?:([0-9]++)|(\|\||&&|==|!=|<=|>=|[-n?:<>+*/%!()]))")
_NPLURALS = re.compile(r"nplurals[ \t]*=[ \t]*([0-9]+)", re.ASCII)
_PLURAL = re.compile(r"(?<!n)plural[ \t]*=([^;\n]*)")

_LEVELS: tuple[tuple[str, ...], ...] = (
    ("==", "!="),
    ("<", ">", "<=", ">="),
    ("+", "-"),
    ("*", "/", "%"),
)


@dataclass(frozen=True, slots=True)
class PluralRule:
    """How many forms a language has and which one a number takes.

    >>> rule = parse_plural_forms("nplurals=2; plural=(n != 1);")
    >>> rule.nplurals, rule(0), rule(1), rule(5)
    (2, 1, 0, 1)
    """

    nplurals: int
    expression: str
    evaluate: Evaluate = field(repr=False, compare=False)

    def __call__(self, n: int) -> int:
        """The 0-based form for `n`, which is 0 or more; ValueError where the rule has none for it."""
        if n < 0:
            raise ValueError(f"plural forms are for 0 and more, not for {n}")
        form = self.evaluate(n)
        if form >= self.nplurals:
            raise ValueError(f"for n = {n} the plural rule gives form {form}, but there are only {self.nplurals}")
        return form


@lru_cache(maxsize=256)
def parse_plural_forms(header_value: str) -> PluralRule:
    """The rule in a Plural-Forms header's value, as `nplurals=2; plural=(n != 1);`.

    Raises ValueError, with a message that says what is wrong, for a rule that cannot be read, exceeds a bound,
    divides by zero, goes below zero (C then counts on from the largest number, which differs between machines)
    or gives a form that does not exist for one of the numbers tried.
    """
    forms = _NPLURALS.search(header_value)
    if forms is None:
        raise ValueError("it has no 'nplurals=' followed by a number")
    expression = _PLURAL.search(header_value)
    if expression is None:
        raise ValueError("it has no 'plural=' followed by an expression")
    if len(forms[1]) > 3 or not 1 <= int(forms[1]) <= MAX_FORMS:
        raise ValueError(f"nplurals must be a number from 1 to {MAX_FORMS}, not {forms[1][:20]}")
    text = expression[1].strip(" \t\r")
    rule = PluralRule(int(forms[1]), text, _parse(text))
    for n in _TRIED:
        rule(n)
    return rule


def germanic() -> PluralRule:
    """The rule of English, Dutch, Swedish and most others, which gettext takes where a catalogue gives none."""
    return parse_plural_forms("nplurals=2; plural=(n != 1);")


def _parse(expression: str) -> Evaluate:
    if len(expression) > MAX_LENGTH:
        raise ValueError(f"the expression has {len(expression)} characters, more than {MAX_LENGTH}")
    if not expression:
        raise ValueError("the expression after 'plural=' is empty")
    parser = _Parser(_tokens(expression))
    result = parser.choice(0)
    if parser.token:
        raise ValueError(f"{parser.token!r} is not expected there in the expression")
    return result


def _tokens(expression: str) -> list[str]:
    tokens, position = [], 0
    while position < len(expression):
        match = _TOKEN.match(expression, position)
        if match is None:
            raise ValueError(f"{expression[position:].lstrip()[:1]!r} has no meaning in a plural expression")
        tokens.append(match[1] or match[2])
        position = match.end()
    return tokens


class _Parser:
    """Recursive descent; each level is a loop, so only parentheses nest and only they are counted."""

    def __init__(self, tokens: list[str]) -> None:
        self._rest = iter(tokens)
        self.token = next(self._rest, "")

    def take(self) -> str:
        taken, self.token = self.token, next(self._rest, "")
        return taken

    def expect(self, wanted: str) -> None:
        if self.token != wanted:
            raise ValueError(f"{wanted!r} is missing " + (f"before {self.token!r}" if self.token else "at the end"))
        self.take()

    def choice(self, depth: int) -> Evaluate:
        """`a ? b : c`; to the right it goes on as a loop, in the middle it counts as a parenthesis."""
        cases: list[tuple[Evaluate, Evaluate]] = []
        last = self.either(depth)
        while self.token == "?":
            self.take()
            value = self.choice(_deeper(depth))
            self.expect(":")
            cases.append((last, value))
            last = self.either(depth)
        return _choice(tuple(cases), last) if cases else last

    def either(self, depth: int) -> Evaluate:
        parts = [self.both(depth)]
        while self.token == "||":
            self.take()
            parts.append(self.both(depth))
        return _any(tuple(parts)) if len(parts) > 1 else parts[0]

    def both(self, depth: int) -> Evaluate:
        parts = [self.binary(0, depth)]
        while self.token == "&&":
            self.take()
            parts.append(self.binary(0, depth))
        return _all(tuple(parts)) if len(parts) > 1 else parts[0]

    def binary(self, level: int, depth: int) -> Evaluate:
        if level == len(_LEVELS):
            return self.unary(depth)
        first = self.binary(level + 1, depth)
        rest = []
        while self.token in _LEVELS[level]:
            rest.append((_OPERATORS[self.take()], self.binary(level + 1, depth)))
        return _fold(first, tuple(rest)) if rest else first

    def unary(self, depth: int) -> Evaluate:
        negations = 0
        while self.token == "!":
            self.take()
            negations += 1
        operand = self.operand(depth)
        if not negations:
            return operand
        odd = negations % 2 == 1
        return lambda n: int((operand(n) == 0) == odd)

    def operand(self, depth: int) -> Evaluate:
        token = self.take()
        if token == "n":
            return lambda n: n
        if token == "(":
            inner = self.choice(_deeper(depth))
            self.expect(")")
            return inner
        if token.isdecimal():
            if len(token) > 19:
                raise ValueError("it holds a number of more than 19 digits")
            number = int(token)
            return lambda _: number
        raise ValueError("a number or n is missing " + (f"before {token!r}" if token else "at the end"))


def _deeper(depth: int) -> int:
    if depth == MAX_DEPTH:
        raise ValueError(f"more than {MAX_DEPTH} parentheses stand inside each other")
    return depth + 1


def _choice(cases: tuple[tuple[Evaluate, Evaluate], ...], last: Evaluate) -> Evaluate:
    def evaluate(n: int) -> int:
        for condition, value in cases:
            if condition(n):
                return value(n)
        return last(n)

    return evaluate


def _any(parts: tuple[Evaluate, ...]) -> Evaluate:
    return lambda n: int(any(part(n) for part in parts))


def _all(parts: tuple[Evaluate, ...]) -> Evaluate:
    return lambda n: int(all(part(n) for part in parts))


def _fold(first: Evaluate, rest: tuple[tuple[Callable[[int, int], int], Evaluate], ...]) -> Evaluate:
    def evaluate(n: int) -> int:
        value = first(n)
        for operate, operand in rest:
            value = operate(value, operand(n))
        return value

    return evaluate


def _minus(a: int, b: int) -> int:
    if b > a:
        raise ValueError(f"it goes below zero ({a} - {b})")
    return a - b


def _divide(a: int, b: int) -> int:
    if b == 0:
        raise ValueError("it divides by zero")
    return a // b


def _remainder(a: int, b: int) -> int:
    if b == 0:
        raise ValueError("it divides by zero")
    return a % b


def _within(value: int) -> int:
    if value >= _LARGEST:
        raise ValueError("it counts beyond 64 bits")
    return value


_OPERATORS: dict[str, Callable[[int, int], int]] = {
    "==": lambda a, b: int(a == b),
    "!=": lambda a, b: int(a != b),
    "<": lambda a, b: int(a < b),
    ">": lambda a, b: int(a > b),
    "<=": lambda a, b: int(a <= b),
    ">=": lambda a, b: int(a >= b),
    "+": lambda a, b: _within(a + b),
    "-": _minus,
    "*": lambda a, b: _within(a * b),
    "/": _divide,
    "%": _remainder,
}
