"""What a check is."""

from dataclasses import dataclass

from polycharter.model.finding import Certainty, Severity


@dataclass(frozen=True, slots=True)
class Check:
    """A check's descriptor. `id` is in kebab-case and never changes; the file has the same name with underscores."""

    id: str
    severity: Severity
    certainty: Certainty
