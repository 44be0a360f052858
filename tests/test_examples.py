"""The example projects in docs/examples build as the documentation says, and their house style is what readers get."""

import hashlib
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.command import run

ROOT = Path(__file__).parents[1]
FERRY = ROOT / "docs" / "examples" / "ferry"


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built copy of the re-branded example; only to be read."""
    folder = Path(shutil.copytree(FERRY, tmp_path_factory.mktemp("examples") / "ferry"))
    ran = run("build", "--project", folder)
    assert (ran.code, ran.err) == (0, ""), ran.out
    return folder


def test_the_example_is_current_complete_and_without_a_finding(ferry: Path) -> None:
    assert run("extract", "--check", "--project", ferry).code == 0
    assert run("update", "--check", "--project", ferry).code == 0
    ran = run("check", "--project", ferry)
    assert (ran.code, ran.out) == (0, "No findings.\n")
    made = {path.relative_to(ferry / "build").as_posix() for path in (ferry / "build").rglob("public.*")}
    assert made >= {f"{locale}/public.{ending}" for locale in ("en", "nl") for ending in ("html", "pdf", "docx", "txt")}


def test_pages_have_the_house_colours_and_the_shipped_layout(ferry: Path) -> None:
    theme = (FERRY / "templates/html/theme.css").read_text("utf-8")
    style = (ROOT / "templates/html/style.css").read_text("utf-8")
    for name in ("index.html", "nl/public.html"):
        page = (ferry / "build" / name).read_text("utf-8")
        assert theme.splitlines()[-2].strip() in page
        assert style.splitlines()[-2].strip() in page
        assert "--accent: #0b3a75" in page
        assert "#1b6a43" not in page


def test_words_of_the_house_are_translated(ferry: Path) -> None:
    text = (ferry / "build/nl/public.txt").read_text("utf-8")
    assert text.startswith("Strait Ferries: De overkant is nooit ver.\n")
    assert "Ons woord" in (ferry / "build/nl/public.html").read_text("utf-8")
    assert "Our word" in (ferry / "build/en/public.html").read_text("utf-8")
    assert "Our commitments" not in (ferry / "build/en/public.html").read_text("utf-8")


def test_paper_has_the_house_typeface(ferry: Path) -> None:
    reader = PdfReader(io.BytesIO((ferry / "build/nl/public.pdf").read_bytes()))
    fonts: set[str] = set()
    for page in reader.pages:
        resources: Any = page["/Resources"]
        fonts.update(str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values())
    assert fonts
    assert all("NewCM" in font for font in fonts), fonts


@pytest.mark.parametrize("theme", [ROOT / "templates", FERRY / "templates"], ids=["shipped", "ferry"])
def test_every_colour_of_a_theme_can_be_read(theme: Path) -> None:
    """WCAG 2.2, success criterion 1.4.3: text has a contrast of 4.5 to 1 with what it stands on."""
    css = (theme / "html/theme.css").read_text("utf-8")
    palettes = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    assert palettes
    for colours in palettes:
        found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})\b", colours))
        for text in ("ink", "quiet", "accent", "met", "partly", "missed"):
            for ground in ("ground", "card"):
                assert _contrast(found[text], found[ground]) >= 4.5, (text, ground)
        assert _contrast(found["missed"], found["alarm-tint"]) >= 4.5


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_logo_is_put_in_as_the_guide_says(ferry: Path, tmp_path: Path) -> None:
    """The commands and the lines of docs/how-to/change-the-templates.md, done as they stand there."""
    folder = Path(shutil.copytree(FERRY, tmp_path / "ferry"))
    guide = (ROOT / "docs/how-to/change-the-templates.md").read_text("utf-8")
    old, new = re.findall(r"```html\n(.*?)```", guide, re.DOTALL)[:2]
    assert run("init", "--templates", folder, "--only", "html/page.html").code == 0
    page = folder / "templates/html/page.html"
    assert page.read_text("utf-8").count(old.strip()) == 1
    page.write_text(page.read_text("utf-8").replace(old.strip(), new.strip()), "utf-8")
    ran = run("build", "--project", folder, "--format", "html")
    assert (ran.code, ran.err) == (0, ""), ran.out
    made = (folder / "build/nl/public.html").read_text("utf-8")
    assert "<svg" in made
    assert "De overkant is nooit ver." in made


def test_the_errors_of_the_guide_are_what_is_said(ferry: Path, tmp_path: Path) -> None:
    guide = (ROOT / "docs/how-to/change-the-templates.md").read_text("utf-8")
    (block,) = re.findall(r"```\n(templates/html/page\.html:.*?)```", guide, re.DOTALL)
    told = [" ".join(line.split()) for line in block.strip().split("\n\n")]
    wrong = ("{{ document.titel }}", "{{ span(words.slogen) }}", "{{ document.title }}")
    said = []
    for number, mistake in enumerate(wrong):
        folder = Path(shutil.copytree(FERRY, tmp_path / f"ferry-{number}"))
        (folder / "templates/html/page.html").write_text(f"<h1>\n{mistake}\n", "utf-8")
        ran = run("build", "--project", folder, "--format", "html")
        assert ran.code == 2
        said.append(ran.err.strip())
    assert said == told


def test_the_page_on_the_manifest_names_every_key(ferry: Path) -> None:
    page = (ROOT / "docs/reference/manifest.md").read_text("utf-8")
    ran = run("status", "--format", "json", "--project", ferry)
    parity = run("check", "--parity", "--format", "json", "--project", ferry)
    manifest = (ferry / "build/manifest.json").read_text("utf-8")
    for made in (manifest, ran.out, parity.out):
        assert not [key for key in _keys(json.loads(made)) if f'"{key}"' not in page and f"`{key}`" not in page]


def _keys(value: object) -> set[str]:
    """The keys of objects with keys of their own; not paths, which name files, and not languages."""
    if isinstance(value, list):
        return {key for item in value for key in _keys(item)}
    if not isinstance(value, dict):
        return set()
    own = {key for key in value if "." not in key and key not in ("en", "nl")}
    return own.union(*(_keys(item) for item in value.values()))


def test_a_digest_of_the_proof_can_be_made_by_hand_as_the_page_says() -> None:
    page = (ROOT / "docs/reference/manifest.md").read_text("utf-8")
    (recipe,) = re.findall(r"\$ printf '(.*?)\\n' \| sha256sum\n([0-9a-f]{64})  -\n", page)
    line, digest = recipe
    assert hashlib.sha256(f"{line}\n".encode()).hexdigest() == digest
    ran = run("check", "--parity", "--format", "json", "--project", ROOT)
    summary = next(edition for edition in json.loads(ran.out)["editions"] if edition["edition"] == "summary")
    assert {cell["sha256"] for cell in summary["rows"]["links"].values()} == {digest}


def test_the_guide_for_translators_quotes_the_catalogue() -> None:
    guide = (ROOT / "docs/how-to/translate.md").read_text("utf-8")
    catalogue = (ROOT / "locales/nl/LC_MESSAGES/charter.po").read_text("utf-8")
    blocks = re.findall(r"```po\n(.*?)```", guide, re.DOTALL)
    entries = [block.strip() for block in blocks if "#| " not in block and "allow=" not in block]
    assert len(entries) == 2
    assert not [entry for entry in entries if entry not in catalogue]
