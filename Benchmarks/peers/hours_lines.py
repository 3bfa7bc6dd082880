"""Writes the lines of the hours-batch job: what a directory of shops would ask for.

    hours_lines.py FILE [--count N] [--seed S]

Each line is {"expr", "tz", "country", "from", "to"}, as `recours hours --batch` reads it: the kinds of value that
contact channels have, in several zones, over a week to a year. The same seed gives the same bytes.
"""

import argparse
import datetime
import json
import random

ZONES = [
    ("Europe/Paris", 60), ("Europe/Brussels", 10), ("Europe/Berlin", 10), ("Indian/Reunion", 8),
    ("America/Martinique", 6), ("America/New_York", 6),
]
DAYS = [(7, 55), (14, 10), (31, 20), (92, 10), (366, 5)]


def clock(draw, low, high):
    """A time on a quarter of an hour."""
    minutes = draw.randrange(low * 4, high * 4 + 1) * 15
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def value(draw):
    """Opening hours of one of twelve kinds."""
    opening, noon, after, closing = (clock(draw, *span) for span in ((7, 10), (12, 13), (13, 15), (17, 21)))
    kinds = [
        "24/7",
        f"Mo-Fr {opening}-{closing}",
        f"Mo-Fr {opening}-{closing}; PH off",
        f"Mo-Sa {opening}-24:00; Su 10:00-19:00; PH off",
        f"Mo-Fr {opening}-{noon},{after}-{closing}; Sa {opening}-{noon}; PH off",
        f"Mo-Su {closing}-02:00",
        f"Mo-Fr {opening}-{closing}; Dec 24-Jan 02 off",
        f"Apr-Sep Mo-Sa {opening}-{closing}; Oct-Mar Mo-Fr {opening}-{noon}; PH off",
        f"week 01-53/2 Mo-Fr {opening}-{closing}",
        f"Mo-Fr {opening}-{closing}; Sa[1,3] {opening}-{noon}",
        f"Mo-Fr {opening}-{noon} open \"by phone\", {after}-{closing} open \"by chat\"",
        f"Tu-Sa {opening}-{noon},{after}-{closing}; easter +1 day off",
    ]
    return draw.choice(kinds)


def line(draw):
    zone = draw.choices([name for name, _ in ZONES], [weight for _, weight in ZONES])[0]
    days = draw.choices([count for count, _ in DAYS], [weight for _, weight in DAYS])[0]
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    start += datetime.timedelta(hours=draw.randrange(2 * 365 * 24))
    return {
        "expr": value(draw), "tz": zone, "country": "FR",
        "from": start.isoformat(), "to": (start + datetime.timedelta(days=days)).isoformat(),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=20261123)
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    with open(arguments.file, "w", encoding="utf-8") as file:
        for _ in range(arguments.count):
            file.write(json.dumps(line(draw)) + "\n")


if __name__ == "__main__":
    main()
