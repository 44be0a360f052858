"""The only room that sees all rooms and their order; all writing happens here.

One function per stage. `project` says where things are, `write` is the only place that changes a file, one run at a
time by `lock`. The stages in their order: `desk` reads, `update` writes templates and catalogues, `judge` checks and
counts, `compile` makes `.mo`, `publish` makes artefacts, `build` puts them together. `memory` knows what need not be
made again. Beside them stand `receive`, for a file that came by e-mail, and `merge_files`, which git calls; `git` is
the only file that calls git.
"""
