"""How many processors there are for this process, and how many threads of it are of use."""

import os

_MOST = 4


def processors() -> int:
    """The processors that the process may use: a container or a batch system may leave it fewer than there are."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows have no such thing
        return os.cpu_count() or 1


def helpful() -> int:
    """How many threads make the outputs sooner: one a processor, and few, since only typst works beside the others."""
    return min(processors(), _MOST)
