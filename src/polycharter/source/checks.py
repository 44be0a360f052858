"""The table `[checks]` of charter.toml: which checks the owner wants, and what fails."""

from polycharter.model.check import EVERY_CHECK, FAIL_ON, CheckSettings
from polycharter.source.table import Table


def read_check_settings(table: Table) -> CheckSettings:
    """The settings; whether the ids are those of checks is for the pipeline to say, which knows them."""
    settings = CheckSettings(
        select=table.texts("select", required=False),
        ignore=table.texts("ignore", required=False),
        fail_on=table.choice("fail_on", FAIL_ON, EVERY_CHECK.fail_on),
        place=table.place(),
    )
    table.finish()
    return settings
