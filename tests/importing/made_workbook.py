"""Small workbooks of many kinds, made by two other libraries."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import openpyxl
import xlsxwriter

MADE_AT = dt.datetime(2022, 11, 8)  # noqa: DTZ001 - a workbook knows no zones


def made() -> dict[str, bytes]:
    """Return files by their names."""
    return {
        "plain.xlsx": plain(),
        "cells.xlsx": cells(),
        "sheets.xlsx": sheets(),
        "merged.xlsx": merged(),
        "by openpyxl.xlsx": by_openpyxl(),
    }


def plain() -> bytes:
    """A title above the header, then two rows."""
    return _written(
        ["Survey of ports"],
        [],
        ["Name", "Region", "Answer"],
        ["Ada", "North", "It is good,\nmostly"],
        ["Bob", "South", "  No.  "],
    )


def cells() -> bytes:
    """One of each kind of cell, under the kind's name."""
    content = BytesIO()
    book = _book(content)
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    time = book.add_format({"num_format": "hh:mm"})
    names = ("text", "day", "moment", "time", "whole", "part", "large", "yes")
    sheet.write_row(0, 0, [*names, "formula", "words", "error", "sign", "long"])
    sheet.write_string(1, 0, "two\r\nlines _x0041_ \x0b")
    sheet.write_datetime(1, 1, MADE_AT, day)
    sheet.write_datetime(1, 2, MADE_AT.replace(hour=14, minute=30), moment)
    sheet.write_datetime(1, 3, dt.time(14, 30), time)
    sheet.write_row(1, 4, [1200, 0.1, 1e20, True])
    sheet.write_formula(1, 8, "=1+1", None, 2)
    sheet.write_formula(1, 9, '="a"&"b"', None, "ab")
    sheet.write_formula(1, 10, "=NA()", None, "#N/A")
    sheet.write_string(1, 11, "=1+1")
    sheet.write_string(1, 12, "long " * 6_000)
    book.close()
    return content.getvalue()


def sheets() -> bytes:
    """A hidden sheet before two that are seen, and a row that is hidden."""
    content = BytesIO()
    book = _book(content)
    for name in ("Notes", "Answers", "Codes & keys"):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Name", "Text"])
        sheet.write_row(1, 0, ["Ada", f"First of {name}"])
        sheet.write_row(2, 0, ["Bob", f"Second of {name}"])
        sheet.set_row(2, None, None, {"hidden": name == "Answers"})
        if name == "Notes":
            sheet.hide()
    book.get_worksheet_by_name("Answers").activate()
    book.get_worksheet_by_name("Answers").set_first_sheet()
    book.close()
    return content.getvalue()


def merged() -> bytes:
    """A region's name that spans its rows."""
    content = BytesIO()
    book = _book(content)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Region", "Name", "Text"])
    for row, name in enumerate(("Ada", "Bob", "Cy"), start=1):
        sheet.write_row(row, 1, [name, f"{name} says a thing or two"])
    sheet.merge_range(1, 0, 2, 0, "North")
    sheet.write_string(3, 0, "South")
    book.close()
    return content.getvalue()


def by_openpyxl() -> bytes:
    """Texts in the cells themselves, as openpyxl writes them."""
    book = openpyxl.Workbook()
    book.active.append(["Name", "Date", "Text"])
    book.active.append(["Ada", MADE_AT, "Über Häfen 🙂"])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def far_apart() -> bytes:
    """Two cells with thousands of millions of empty ones between them."""
    book = openpyxl.Workbook()
    book.active.cell(1, 1).value = "here"
    book.active.cell(1_000_000, 16_000).value = "there"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _written(*rows: list[Any]) -> bytes:
    content = BytesIO()
    book = _book(content)
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return content.getvalue()


def _book(content: BytesIO) -> Any:
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"created": MADE_AT})
    return book
