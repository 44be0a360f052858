"""Where the shipped charter project is: the starter of `init`, and the templates and interface words of every project.

In a wheel it is the folder `shipped` of the package; in a checkout it is the repository itself.
"""

from pathlib import Path

STARTER = ("charter.toml", "charter", "locales")


def shipped_folder() -> Path:
    """The folder that holds `charter.toml`, `charter/`, `locales/` and `templates/` as they were shipped."""
    packed = Path(__file__).parent / "shipped"
    return packed if packed.is_dir() else Path(__file__).parents[2]
