"""Project files -> Charter: the readers of Markdown and TOML. Reading is all they do; nothing is written."""
