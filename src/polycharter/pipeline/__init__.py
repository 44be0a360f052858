"""The only room that sees all rooms and their order; all writing happens here.

One function per stage. `project` says where things are, `write` is the only place that changes a file, `catalogues`
has the stages from the charter to the compiled catalogue, `publish` those from there to the artefacts, `build` puts
them together, `memory` knows what need not be made again.
"""
