"""Files from other projects."""
