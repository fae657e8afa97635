"""What the program writes down about itself: a line of JSON an event, for those who run it.

ANNUAL_REPORTS_LOG names the file the lines are added to, ``-`` is the standard error; without it
nothing is written. An event's name is its message; what it is about are fields beside it. No
request, no reader and no text of a report is among them.
"""

import logging
import os
import sys
from pathlib import Path
from typing import Final

from pythonjsonlogger.json import JsonFormatter

_PLACE: Final = "ANNUAL_REPORTS_LOG"
_ROOT: Final = "annual_reports"
_FIELDS: Final = {"message": "event", "levelname": "level", "name": "logger"}


def start_logging() -> None:
    """Write the program's events to where ANNUAL_REPORTS_LOG says; a second call changes nothing.

    Where that cannot be opened a sentence says so and the program goes on without.
    """
    place, log = os.environ.get(_PLACE, ""), logging.getLogger(_ROOT)
    if not place or any(isinstance(one.formatter, JsonFormatter) for one in log.handlers):
        return
    try:
        handler = logging.StreamHandler(sys.stderr) if place == "-" else _file(Path(place))
    except OSError as error:
        log.warning("%s: %s", place, error.strerror)
        return
    handler.setFormatter(
        JsonFormatter(list(_FIELDS), rename_fields=_FIELDS, timestamp=True, json_ensure_ascii=False)
    )
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def _file(place: Path) -> logging.Handler:
    return logging.FileHandler(place, encoding="utf-8")
