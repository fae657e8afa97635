"""The errors a user may meet: each says what was found, what was expected and what to do next."""

from pathlib import Path
from typing import Final

from annual_reports.i18n import text

_LONGEST: Final = 500  # characters of a fact: a damaged file's words may have no end


class AnnualReportsError(Exception):
    """Base of all errors meant for a user's eyes.

    ``code`` names the texts ``error.<code>.title``, ``.message`` and ``.advice``; the
    facts fill them in.
    """

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = {name: _shortened(fact) for name, fact in facts.items()}
        super().__init__(self.message("en"))

    def __reduce__(self) -> tuple[object, ...]:
        """So that it can pass from one process to another."""
        return _restored, (type(self), self.code, self.facts)

    def title(self, lang: str) -> str:
        """A heading of a few words."""
        return text(f"error.{self.code}.title", lang, **self.facts)

    def message(self, lang: str) -> str:
        """One sentence: the file, what was found, what was expected."""
        return text(f"error.{self.code}.message", lang, **self.facts)

    def advice(self, lang: str) -> str:
        """One sentence: what to do next."""
        return text(f"error.{self.code}.advice", lang, **self.facts)


class UnreadableFile(AnnualReportsError):
    """The file cannot be taken as a report; the others are not affected.

    ``path`` is where it lies, set by who gave it to be read; the facts may name it shorter.
    """

    path: Path | None = None


class NotAReport(UnreadableFile):
    """The file was read and holds no table of an annual report."""


class InvalidAccess(AnnualReportsError):
    """The file that says who may do what breaks its own rules."""


class Denied(AnnualReportsError):
    """Somebody asks for what their role or their regions do not allow."""


class InvalidRegistry(AnnualReportsError):
    """A file of the registry (agencies, manifest, unpublished) breaks its own rules."""


class MissingWarehouse(AnnualReportsError):
    """There is no built warehouse to open."""


class Doubt:
    """Something that speaks against a build: ``doubt.<code>`` with its facts."""

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = facts

    def words(self, lang: str) -> str:
        """Half a sentence: what was found, and what was expected."""
        return text(f"doubt.{self.code}", lang, **self.facts)


class RefusedBuild(AnnualReportsError):
    """A build failed its checks and is not published; the one in place stays."""

    def __init__(self, doubts: tuple[Doubt, ...]) -> None:
        self.doubts = doubts
        super().__init__("build-refused")

    def message(self, lang: str) -> str:
        """One sentence with everything that speaks against the build."""
        found = text("doubt.and", lang).join(doubt.words(lang) for doubt in self.doubts)
        return text("error.build-refused.message", lang, found=found)


class InvalidQuery(AnnualReportsError):
    """A file in queries/ has a faulty header or undeclared or unused parameters."""


class RefusedStatement(AnnualReportsError):
    """A reader's own SQL is not allowed, not right, or takes too much."""


def _restored(kind: type[AnnualReportsError], code: str, facts: dict[str, object]) -> object:
    return kind(code, **facts)


def _shortened(fact: object) -> object:
    if isinstance(fact, str) and len(fact) > _LONGEST:
        return fact[:_LONGEST] + "…"
    return fact
