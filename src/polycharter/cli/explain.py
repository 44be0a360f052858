"""Explain what a check means, with an example that fires and one that passes."""

import click


@click.command("explain", epilog="Example:  polycharter explain placeholder-missing")
@click.argument("check", required=False)
def command(check: str | None) -> None:
    """Print the page of one CHECK, or the list of all."""
    import inspect

    from polycharter.checks import modules
    from polycharter.model.check import FAMILIES
    from polycharter.text.quote import did_you_mean

    found = modules()
    if check is None:
        width = max(map(len, found))
        for family in FAMILIES:
            its = {id: module for id, module in found.items() if module.CHECK.family == family}
            if its:
                click.echo(f"{family}")
            for id, module in its.items():
                first = (inspect.getdoc(module) or "").partition("\n")[0]
                click.echo(f"  {id:<{width}}  {module.CHECK.severity:<7}  {first}")
        return
    if check not in found:
        hint = did_you_mean(check, found) or "“polycharter explain” lists them."
        raise click.UsageError(f"there is no check {check!r}. {hint}")
    about = found[check].CHECK
    click.echo(f"{check}: {about.severity}, {about.certainty}, about {about.family}\n")
    click.echo(inspect.getdoc(found[check]))
    if not about.allowable:
        click.echo("\nA translator cannot allow it.")
