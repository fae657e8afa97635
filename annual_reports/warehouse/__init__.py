"""The warehouse: facts in DuckDB, one file a build, never changed once published."""

from annual_reports.warehouse.builds import build_path, current_build_id, facts_path
from annual_reports.warehouse.filling import MEMORY
from annual_reports.warehouse.parquet import write_facts
from annual_reports.warehouse.publish import Build, publish, publish_facts
from annual_reports.warehouse.read import Warehouse, open_warehouse
from annual_reports.warehouse.rows import Placement
from annual_reports.warehouse.slicing import Slice, open_slice

__all__ = [
    "MEMORY",
    "Build",
    "Placement",
    "Slice",
    "Warehouse",
    "build_path",
    "current_build_id",
    "facts_path",
    "open_slice",
    "open_warehouse",
    "publish",
    "publish_facts",
    "write_facts",
]
