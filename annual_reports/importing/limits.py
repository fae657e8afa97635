"""How much may be imported in one go; the page states these numbers."""

from typing import Final

from annual_reports.extract.readers.limits import MAX_FILE, MEGABYTE

MAX_FILES: Final = 50  # files of ZIP archives counted one by one
MAX_TOTAL: Final = 200 * MEGABYTE  # of all files as unpacked
FILE_MEGABYTES: Final = MAX_FILE // MEGABYTE
TOTAL_MEGABYTES: Final = MAX_TOTAL // MEGABYTE
