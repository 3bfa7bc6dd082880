"""Measures `recours hours --batch`: lines a second, the start of the program included.

    recours_batch.py RECOURS LINES OUT [--like OTHER]

With --like, the answers are compared with those of another program, and too many different ones are an error: a fast
wrong answer is worth nothing. Some differ in the night when a clock repeats an hour: for opening-hours-py a time in that
hour is its second occurrence, for us its first. Prints {"value": N} as the last line.
"""

import argparse
import json
import subprocess
import sys
import time

# Most lines that may differ: see above.
DIFFERENT_MAX = 0.02


def intervals(line):
    return [(part["from"], part["to"], part["state"], part.get("comment")) for part in json.loads(line)["intervals"]]


def compare(ours, theirs):
    """How many lines differ, and the first that does."""
    with open(ours, encoding="utf-8") as left, open(theirs, encoding="utf-8") as right:
        pairs = list(zip(left, right, strict=True))
    different = [pair for pair in pairs if intervals(pair[0]) != intervals(pair[1])]
    print(f"{len(different)} of {len(pairs)} lines differ", file=sys.stderr)
    if len(different) > DIFFERENT_MAX * len(pairs):
        raise SystemExit(f"too many different answers, such as\n{different[0][0]}{different[0][1]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("lines")
    parser.add_argument("out")
    parser.add_argument("--like")
    arguments = parser.parse_args()
    with open(arguments.lines, encoding="utf-8") as lines:
        count = sum(1 for _ in lines)
    with open(arguments.out, "wb") as out:
        begin = time.monotonic()
        subprocess.run([arguments.program, "hours", "--batch", arguments.lines], stdout=out, check=True)
        seconds = time.monotonic() - begin
    if arguments.like:
        compare(arguments.out, arguments.like)
    print(json.dumps({"value": round(count / seconds, 1)}))


if __name__ == "__main__":
    main()
