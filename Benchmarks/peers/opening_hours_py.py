"""Measures opening-hours-py (Rust behind Python): operations a second, on one thread.

    opening_hours_py.py [--operation parse|is-open|next-change|year|first] [--seconds S]

The same values and the same number of moments as `recours-bench hours`. Moments are local times without a zone,
made beforehand: the fastest thing it offers. Before measuring, it must agree on the hours of the reference value.
Prints {"value": N} as the last line.
"""

import argparse
import datetime
import json
import sys
import time

from opening_hours import OpeningHours

REFERENCE = "Mo-Sa 06:00-24:00; Su 10:00-19:00; PH off"
VALUES = [
    "24/7",
    "Mo-Fr 09:00-18:00",
    "Mo-Fr 09:00-18:00; PH off",
    "Mo-Fr 09:00-18:00; PH unknown",
    REFERENCE,
    "Fr,Sa 22:00-04:00",
    "Apr 01-Oct 15 09:00-19:00",
    "week 01-53/2 Mo-Fr 09:00-12:00",
    "Mo[1],Th[-1] 14:00-17:00",
    'Mo-Fr 09:00-18:00 "by appointment"',
    'Mo-Fr 09:00-12:00 || "call"',
    "Mo-Fr 18:00+",
]
FIRST = datetime.datetime(2026, 1, 1)
LAST = datetime.datetime(2027, 1, 1)
# Public holidays of France in 2026: month, day.
HOLIDAYS = {(1, 1), (4, 6), (5, 1), (5, 8), (5, 14), (5, 25), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
MOMENTS = [FIRST + datetime.timedelta(seconds=n * 7_654_321 % (365 * 86_400)) for n in range(4096)]


def read(text):
    return OpeningHours(text, country="FR")


def open_time(hours):
    """How long it is open in the year."""
    total = datetime.timedelta()
    for start, end, state, _ in hours.intervals(FIRST, LAST):
        if str(state) == "open":
            total += end - start
    return total


def check():
    """Refuses to measure when the reference value has other hours than counted day by day."""
    expected = datetime.timedelta()
    for number in range(365):
        day = FIRST + datetime.timedelta(days=number)
        if (day.month, day.day) not in HOLIDAYS:
            expected += datetime.timedelta(hours=9 if day.weekday() == 6 else 18)
    if open_time(read(REFERENCE)) != expected:
        raise SystemExit("the reference value has other hours in 2026")


def rate(count, seconds, body):
    """Calls a second of a body that makes `count` of them."""
    body()
    runs, begin = 0, time.monotonic()
    end = begin + seconds
    while (now := time.monotonic()) < end:
        body()
        runs += 1
    return runs * count / (now - begin)


def body(operation, text):
    """What is measured for one value, and how many operations it makes."""
    hours = read(text)
    if operation == "parse":
        return 1, lambda: read(text)
    if operation == "is-open":
        return len(MOMENTS), lambda: [hours.is_open(moment) for moment in MOMENTS]
    if operation == "next-change":
        return len(MOMENTS), lambda: [hours.next_change(moment) for moment in MOMENTS]
    if operation == "year":
        return 1, lambda: sum(1 for _ in hours.intervals(FIRST, LAST))
    return 1, lambda: read(text).is_open(MOMENTS[1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--operation", choices=["parse", "is-open", "next-change", "year", "first"], default="is-open")
    parser.add_argument("--seconds", type=float, default=3)
    arguments = parser.parse_args()
    check()
    values = [REFERENCE] if arguments.operation == "year" else VALUES
    rates = []
    for text in values:
        count, run = body(arguments.operation, text)
        rates.append(rate(count, arguments.seconds / len(values), run))
        print(f"{text}: {rates[-1]:,.0f}/s", file=sys.stderr)
    # Each kind counts as often as another, so the mean is that of the times.
    print(json.dumps({"value": round(len(rates) / sum(1 / value for value in rates), 1)}))


if __name__ == "__main__":
    main()
