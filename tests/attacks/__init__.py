"""What a translator could write to make a page, a file or a terminal do something, and proof that none of it does."""
