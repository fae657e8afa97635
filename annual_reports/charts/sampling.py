"""What is said where a plot shows some of very many agencies, which the question has drawn."""

from annual_reports import format as fmt
from annual_reports.charts.style import Style


def sample_note(style: Style, key: str, drawn: int, total: int) -> str:
    """How many of all are drawn, which of them in any case, and where the others are."""
    if drawn == total:
        return ""
    first = style.say(f"sample.{key}")
    return style.say("sample", n=fmt.count(drawn), total=fmt.count(total), first=first)
