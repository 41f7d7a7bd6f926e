"""Prints as JSON what openpyxl reads in a workbook: workbook.py FILE."""

import datetime
import json
import sys

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    # Excel takes _x0001_ for a character; openpyxl hands it on as it is.
    return unescape(value) if isinstance(value, str) else value


looks = {}


def look(cell):
    """Asked once a style, as openpyxl takes its time."""
    if cell.style_id not in looks:
        looks[cell.style_id] = {"format": cell.number_format, "bold": bool(cell.font.b)}
    return looks[cell.style_id]


def cell(cell):
    link = cell.hyperlink and (cell.hyperlink.target or "#" + cell.hyperlink.location)
    return {"value": plain(cell.value), "type": cell.data_type, "link": link, **look(cell)}


def sheet(sheet):
    return {
        "name": sheet.title,
        "state": sheet.sheet_state,
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "landscape": sheet.page_setup.orientation == "landscape",
        "widths": [dimension.width for dimension in sheet.column_dimensions.values()],
        "rows": [[cell(one) for one in row] for row in sheet.iter_rows()],
    }


book = load_workbook(sys.argv[1])
json.dump(
    {
        "active": book.active.title,
        "created": book.properties.created.isoformat(),
        "sheets": [sheet(one) for one in book],
    },
    sys.stdout,
)
