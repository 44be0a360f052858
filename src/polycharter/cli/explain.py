"""Explain what a check means, with an example that fires and one that passes."""

import click


@click.command("explain", epilog="Example:  polycharter explain placeholder-missing")
@click.argument("check", required=False)
def command(check: str | None) -> None:
    """Print the page of one CHECK, or the list of all."""
    import inspect

    from polycharter.checks import modules

    found = modules()
    if check is None:
        width = max(map(len, found))
        for id, module in found.items():
            first = (inspect.getdoc(module) or "").partition("\n")[0]
            click.echo(f"{id:<{width}}  {module.CHECK.severity:<7}  {first}")
        return
    if check not in found:
        raise click.UsageError(f"there is no check {check!r}. “polycharter explain” lists them.")
    module = found[check]
    click.echo(f"{check}: {module.CHECK.severity}, {module.CHECK.certainty}\n")
    click.echo(inspect.getdoc(module))
