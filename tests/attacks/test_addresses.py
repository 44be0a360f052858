"""A locale file that overrides an address can make it another address, and nothing else."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from polycharter import cldr
from polycharter.model.facts import Email
from polycharter.text.inline import link_is_allowed
from tests.attacks.corpus import Attack, attacks
from tests.command import run

LINKS = tuple(attack for attack in attacks() if attack.kind in ("javascript link", "other link"))


def test_no_attack_is_allowed_as_a_link_with_another_scheme_or_with_what_nobody_sees() -> None:
    allowed = [attack.text for attack in attacks() if link_is_allowed(attack.text)]
    assert any(text.startswith("https:") for text in allowed)
    for text in allowed:
        assert text.isprintable()
        assert urlsplit(text).scheme in ("", "https", "http", "mailto", "tel")
        assert urlsplit(text).username is None
    assert not link_is_allowed("https://www.example.org/\u202egpj.x")


@pytest.mark.parametrize("attack", LINKS[::5], ids=lambda attack: str(attack.number))
def test_an_address_in_a_locale_file_is_one_or_is_refused(sample: Path, attack: Attack) -> None:
    charter = sample / "charter.toml"
    site = 'value = "https://www.example.org/"'
    charter.write_text(charter.read_text("utf-8").replace(site, f"{site}\nlocal = true"), "utf-8")
    text = json.dumps(attack.text, ensure_ascii=False)
    layer = sample / "locales/nl/locale.toml"
    layer.write_text(f"{layer.read_text('utf-8')}\n[facts.site]\nvalue = {text}\n", "utf-8")
    ran = run("status", "--project", sample)
    if ran.code == 2:
        assert "facts.site.value" in ran.err
    else:
        assert urlsplit(attack.text).scheme in ("https", "http")


@pytest.mark.parametrize("sign", "?&#%/=^`{|}")
def test_an_email_address_begins_no_field_of_a_message(sign: str) -> None:
    href = cldr.href(Email(f"service{sign}bcc=evil@example.org"))
    assert href.partition(":")[2].partition("%")[0] == "service"
    assert urlsplit(href).query == ""
    assert cldr.href(Email("o'neil+shop@example.org")) == "mailto:o'neil+shop@example.org"
