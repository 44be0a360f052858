"""The only room that sees all rooms and their order; all writing happens here.

One function per stage. `project` says where things are, `write` is the only place that changes a file, The stages
in their order: `desk` reads, `update` writes templates and catalogues, `judge` checks and counts, `compile` makes
`.mo`, `publish` makes artefacts, `build` puts them together. `memory` knows what need not be made again.
"""
