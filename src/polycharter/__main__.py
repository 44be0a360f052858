"""`python -m polycharter` is the command `polycharter`."""

from polycharter.cli import main

if __name__ == "__main__":
    main()
