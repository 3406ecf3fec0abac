"""Reads what Sentier wrote with programs that are not its own, and says in JSON what they found.

Usage: read.py calendar|semicolons|commas|qr FILE
"""

import json
import sys
from pathlib import Path


def calendar(path):
    from icalendar import Calendar

    found = []
    for event in Calendar.from_ical(Path(path).read_bytes()).walk("VEVENT"):
        if event.errors:
            raise ValueError(event.errors)
        found.append(
            {
                "uid": str(event["UID"]),
                "sequence": int(event["SEQUENCE"]),
                "stamp": event["DTSTAMP"].dt.isoformat(),
                "start": event["DTSTART"].dt.isoformat(),
                "end": event["DTEND"].dt.isoformat(),
                "title": str(event["SUMMARY"]),
                "details": str(event.get("DESCRIPTION", "")),
                "alarms": [alarm["TRIGGER"].dt.total_seconds() / 3600 for alarm in event.walk("VALARM")],
            }
        )
    return found


def table(separator):
    import csv

    # As a spreadsheet does: the mark at the beginning is no letter.
    return lambda path: list(csv.reader(Path(path).open(encoding="utf-8-sig", newline=""), delimiter=separator))


def qr(path):
    import zxingcpp
    from PIL import Image

    [code] = zxingcpp.read_barcodes(Image.open(path).convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return code.text


READERS = {"calendar": calendar, "semicolons": table(";"), "commas": table(","), "qr": qr}

if __name__ == "__main__":
    kind, *arguments = sys.argv[1:]
    print(json.dumps(READERS[kind](*arguments), ensure_ascii=False))
