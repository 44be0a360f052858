"""Charter + Compiled -> LocalisedDocument: the words of one locale, its facts formatted by CLDR."""
