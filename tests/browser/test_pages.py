"""The finished pages: accessible, valid, whole on a narrow screen, silent."""

import base64
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.chromium import Tab
from tests.browser.conftest import BROWSED, HERE, PAGES, needed

AXE = """axe.run(document, {resultTypes: ["violations"], ...OPTIONS}).then(result => result.violations.map(found =>
  found.id + ": " + found.help + " " + found.nodes.map(node => node.target.join(" ")).join(" | ")))"""
COLOURS = '{runOnly: ["color-contrast", "link-in-text-block"]}'
"""In the dark only colours are other than in the light."""
OVERFLOW = """[...document.querySelectorAll("body *")].filter(element =>
  !element.closest(".scroll, .unseen, .skip") &&
  (element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1)
).map(element => element.tagName + "." + element.className + " " + element.textContent.slice(0, 40))"""


def axe(tab: Tab, modules: Path, options: str = "{}") -> list[str]:
    """What axe-core finds wrong on the page that is open."""
    tab.run((modules / "axe-core/axe.min.js").read_text("utf-8") + "; 0")
    return list(tab.run(AXE.replace("OPTIONS", options)))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", BROWSED)
def test_a_page_has_no_violation_no_sideways_scrolling_and_asks_nobody(
    tab: Tab, pages: Path, modules: Path, name: str, width: int, dark: bool
) -> None:
    tab.size(width, dark=dark)
    tab.open(pages / name)
    assert tab.requests == [(pages / name).as_uri()]
    assert tab.run("document.documentElement.scrollWidth") <= width
    assert tab.run(OVERFLOW) == []
    assert axe(tab, modules, COLOURS if dark else "{}") == []
    assert tab.console == []


def test_a_typeface_may_stand_in_the_page_itself(tab: Tab, pages: Path, tmp_path: Path) -> None:
    """A house brings its typeface in `theme.css`, as data: the page's policy lets it, and nothing is asked for."""
    file = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    needed(file.is_file(), "the package fonts-dejavu-core")
    data = base64.b64encode(file.read_bytes()).decode()
    face = f'<style>\n@font-face {{ font-family: "House"; src: url("data:font/ttf;base64,{data}"); }}\n'
    page = tmp_path / "own.html"
    page.write_text((pages / "nl/public.html").read_text("utf-8").replace("<style>", face, 1), "utf-8")
    tab.open(page)
    assert tab.run("document.fonts.load('16px House').then(faces => faces.map(face => face.status).join())") == "loaded"
    assert [address for address in tab.requests if not address.startswith(("file:", "data:"))] == []
    assert tab.console == []


def test_axe_would_tell(tab: Tab, modules: Path, tmp_path: Path) -> None:
    """A page that is wrong on purpose is reported, so that the silence above means something."""
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<!DOCTYPE html><html><title>x</title><p style="color:#bbb">grey</p><img src="http://127.0.0.1:9/x.png"></html>'
    )
    tab.size(1280)
    tab.open(bad)
    found = {line.partition(":")[0] for line in axe(tab, modules)}
    assert {"html-has-lang", "image-alt", "color-contrast"} <= found
    assert [line.partition(":")[0] for line in axe(tab, modules, COLOURS)] == ["color-contrast"]
    assert "http://127.0.0.1:9/x.png" in tab.requests


@pytest.mark.parametrize("name", ["nl/public.html", "right-to-left.html"])
def test_a_reader_who_came_to_a_section_finds_the_same_place_in_other_languages(
    tab: Tab, pages: Path, name: str
) -> None:
    tab.size(320)
    tab.open(f"{(pages / name).as_uri()}#introduction")
    shown = """[...document.querySelectorAll(".place")].filter(place => place.checkVisibility()).map(place =>
      [...place.querySelectorAll("a")].map(link => link.getAttribute("href")))"""
    (links,) = tab.run(shown)
    assert len(links) >= 1
    assert all(link.endswith("/public.html#introduction") for link in links)
    tab.open(pages / name)
    assert tab.run(shown) == []


def test_no_script_runs_and_json_ld_is_read_as_data(tab: Tab, pages: Path) -> None:
    """The page's own policy blocks a script, and lets the data block be."""
    tab.size(1280)
    page = pages / "nl/public.html"
    data = json.loads(_json_ld(tab, page))
    assert data["@type"] == "Organization"
    attacked = page.with_name("attacked.html")
    attacked.write_text(page.read_text("utf-8").replace("</main>", "<script>document.title = 'ran'</script></main>"))
    tab.open(attacked)
    assert tab.run("document.title") != "ran"
    assert any("Content Security Policy" in line for line in tab.console)
    attacked.unlink()


def _json_ld(tab: Tab, page: Path) -> str:
    tab.open(page)
    assert tab.console == []
    return str(tab.run("document.querySelector('script[type=\"application/ld+json\"]').textContent"))


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A page with two mistakes that every validator knows."""
    page = tmp_path / "wrong.html"
    page.write_text('<!DOCTYPE html><html lang="en"><title>x</title><p id="a">a<p id="a"><font>b</font></html>')
    return page


def test_html_validate_reports_no_error(pages: Path, modules: Path, wrong: Path) -> None:
    def validated(*files: Path) -> subprocess.CompletedProcess[str]:
        command = [str(modules / ".bin/html-validate"), "--config", str(HERE / "html-validate.json")]
        return subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)

    assert "no-dup-id" in validated(wrong).stdout
    ran = validated(*(pages / name for name in PAGES))
    assert ran.returncode == 0, ran.stdout[:4000] + ran.stderr[:2000]


def test_the_nu_checker_reports_no_error(pages: Path, modules: Path, wrong: Path) -> None:
    java = str(shutil.which("java") or "")
    needed(java, "Java")
    jar = modules / "vnu-jar/build/dist/vnu.jar"
    needed(jar.is_file(), "vnu-jar")

    def checked(*files: Path) -> list[str]:
        command = [java, "-jar", str(jar), "--format", "json", "--errors-only", *map(str, files)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        return [f"{row.get('url')}: {row['message']}" for row in json.loads(ran.stderr)["messages"]]

    assert len(checked(wrong)) >= 2
    assert checked(*(pages / name for name in PAGES)) == []
