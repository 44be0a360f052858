"""Pure helpers on message text: placeholders, inline Markdown, plural rules, what a text says. Imports `model` only."""
