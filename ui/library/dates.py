"""The library's way to write dates, which is everybody's."""

from ui.widgets.moments import UNDATED, readable_date

__all__ = ["UNDATED", "readable_date"]
