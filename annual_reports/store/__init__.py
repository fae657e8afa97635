"""What was read of files, kept as Parquet so that an unchanged file is never read twice."""

from annual_reports.store.chunks import FactStore, Known
from annual_reports.store.columns import TABLES, Reading, schema_of, tables_of

__all__ = ["TABLES", "FactStore", "Known", "Reading", "schema_of", "tables_of"]
