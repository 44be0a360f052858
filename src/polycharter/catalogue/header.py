"""The header of a catalogue: the fields in the translation of the empty id, one a line, as `Name: value`."""

from collections.abc import Mapping

from polycharter.model.catalogue import Entry


def header_fields(header: Entry | None) -> Mapping[str, str]:
    """The fields in their order; of a field that is there twice the first counts, as for GNU gettext.

    Lines without a colon are no fields and are left out. No header, no fields.
    """
    found: dict[str, str] = {}
    for line in header.targets[0].split("\n") if header else ():
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip(), value.strip())
    return found


def header_field(header: Entry | None, name: str) -> str | None:
    """One field's value, None where it is missing; names are compared without regard to capitals."""
    return next((value for found, value in header_fields(header).items() if found.lower() == name.lower()), None)


def change_header(header: Entry, changes: Mapping[str, str]) -> Entry:
    """The header with these fields set; the others keep their order and their text, stray lines included.

    A field that is not there yet comes after the last one. Where every value is as it should be, the header
    itself is returned, so that its lines in the file stay as they are.
    """
    lines = header.targets[0].split("\n")
    wanted = {name.lower(): (name, value) for name, value in changes.items()}
    for index, line in enumerate(lines):
        name, colon, value = line.partition(":")
        change = wanted.pop(name.strip().lower(), None) if colon else None
        if change and change[1] != value.strip():
            lines[index] = f"{name}: {change[1]}".rstrip()
    added = [f"{name}: {value}".rstrip() for name, value in wanted.values()]
    if added:
        while lines and not lines[-1]:
            lines.pop()
        lines += [*added, ""]
    return header.changed(targets=("\n".join(lines),))


def new_header(
    *,
    project: str,
    report_to: str,
    pot_created: str,
    revised: str = "",
    translator: str = "",
    team: str = "",
    language: str = "",
    plural_forms: str = "",
    comments: tuple[str, ...] = (),
    fuzzy: bool = False,
) -> Entry:
    """A complete header; `project` is name and version, `language` in the POSIX form (`pt_BR`), empty in a template.

    Dates are as gettext writes them, `2026-11-21 14:05+0000`; `plural_forms` is the whole value of its field.
    """
    fields = {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": report_to,
        "POT-Creation-Date": pot_created,
        "PO-Revision-Date": revised,
        "Last-Translator": translator,
        "Language-Team": team,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if plural_forms:
        fields["Plural-Forms"] = plural_forms
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return Entry("", (text,), fuzzy=fuzzy, translator_comments=comments)
