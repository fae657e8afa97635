"""The figures that a report's narrative states, each with its sentence."""

from annual_reports.extract.narrative.figures import figures_of

__all__ = ["figures_of"]
