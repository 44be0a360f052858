"""Pure helpers on message text: placeholders, inline Markdown, plural rules. Imports `model` only."""
