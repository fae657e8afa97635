"""The demo: an invented city whose agencies report for seven years, with known flaws planted."""

from annual_reports.demo.flaws import Planted, read_flaws
from annual_reports.demo.write import DemoSummary, write_demo

__all__ = ["DemoSummary", "Planted", "read_flaws", "write_demo"]
