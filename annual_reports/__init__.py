"""Open-information annual reports: from published files to a dashboard."""
