"""The warehouse: facts in DuckDB, one file a build, never changed once published."""

from annual_reports.warehouse.builds import build_path, current_build_id
from annual_reports.warehouse.publish import Build, publish
from annual_reports.warehouse.read import Warehouse, open_warehouse
from annual_reports.warehouse.rows import Placement
from annual_reports.warehouse.slicing import Slice, open_slice

__all__ = [
    "Build",
    "Placement",
    "Slice",
    "Warehouse",
    "build_path",
    "current_build_id",
    "open_slice",
    "open_warehouse",
    "publish",
]
