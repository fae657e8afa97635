"""Entry of ``python -m annual_reports``."""

from annual_reports.cli import main

main(prog_name="python -m annual_reports")
