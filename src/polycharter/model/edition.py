"""Who an output is for."""

from enum import StrEnum


class Edition(StrEnum):
    """`public`: the whole charter; `summary`: one paragraph for a web page; `staff`: the handbook."""

    PUBLIC = "public"
    SUMMARY = "summary"
    STAFF = "staff"


EVERY_EDITION = tuple(Edition)
USUAL_EDITIONS = (Edition.PUBLIC, Edition.STAFF)
