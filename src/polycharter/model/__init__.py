"""Values only: frozen dataclasses, one idea a file. Imports the standard library and nothing else."""
