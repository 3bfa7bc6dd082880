"""Measures opening-hours-py on the job of `recours hours --batch`: lines a second, in one process.

    opening_hours_batch.py LINES OUT

Reads each line of LINES, parses the hours, walks the intervals of the range and writes them as one line of JSON to
OUT. It gets every fast path that we know of: schedules are kept for the next line that asks for one of them, texts
are put together without a JSON encoder, and the start of Python is not counted.
Prints {"value": N} as the last line.
"""

import datetime
import functools
import json
import sys
import time
import zoneinfo

import opening_hours

UTC = zoneinfo.ZoneInfo("UTC")


@functools.lru_cache(maxsize=512)
def schedule(expression, zone, country):
    return opening_hours.OpeningHours(expression, timezone=zoneinfo.ZoneInfo(zone), country=country)


def answer(line):
    asked = json.loads(line)
    hours = schedule(asked["expr"], asked["tz"], asked["country"])
    # It takes no other zones than those of zoneinfo.
    start = datetime.datetime.fromisoformat(asked["from"]).astimezone(UTC)
    end = datetime.datetime.fromisoformat(asked["to"]).astimezone(UTC)
    parts = []
    for begin, until, state, comment in hours.intervals(start, end):
        if state == opening_hours.State.CLOSED:
            continue
        text = f',"comment":{json.dumps(comment)}' if comment else ""
        parts.append(f'{{"from":"{begin.isoformat()}","to":"{until.isoformat()}","state":"{state}"{text}}}')
    return f'{{"intervals":[{",".join(parts)}]}}\n'


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    begin = time.monotonic()
    count = 0
    with open(sys.argv[1], encoding="utf-8") as lines, open(sys.argv[2], "w", encoding="utf-8") as out:
        for line in lines:
            out.write(answer(line))
            count += 1
    print(json.dumps({"value": round(count / (time.monotonic() - begin), 1)}))


if __name__ == "__main__":
    main()
