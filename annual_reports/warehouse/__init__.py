"""The warehouse: facts in DuckDB, one file a build, never changed once published."""

from annual_reports.warehouse.publish import Build, publish
from annual_reports.warehouse.read import Warehouse, current_build_id, open_warehouse
from annual_reports.warehouse.rows import Placement

__all__ = ["Build", "Placement", "Warehouse", "current_build_id", "open_warehouse", "publish"]
