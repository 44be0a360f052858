"""The finished pages in a real browser; `make test-browser` installs what they need and runs them."""
