"""Compares measurements with the committed ratios.

    report.py MEASUREMENTS THRESHOLDS_DIR

MEASUREMENTS has one line per run, separated by tabs: round, job, program, value. Prints a table in Markdown and
ends with status 1 when a ratio is below its threshold or a measurement is missing; only a job or a peer that is
optional may be left out. Only ratios within one round count: absolute figures move by factors between machines and minutes.
"""

import collections
import json
import pathlib
import statistics
import sys


def read(path):
    """Values by job and program, in the order of rounds."""
    runs = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        number, job, program, value = line.split("\t")
        runs[job, program][int(number)] = float(value)
    return runs


def ratios(ours, theirs, better):
    """How many times better ours is, round by round."""
    if not ours or ours.keys() != theirs.keys():
        raise SystemExit("report: a program has no value for a round in which another one has")
    pairs = [(ours[number], theirs[number]) for number in sorted(ours)]
    if any(value <= 0 for pair in pairs for value in pair):
        raise SystemExit("report: a value is not above zero")
    return [a / b if better == "higher" else b / a for a, b in pairs]


def figure(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    runs = read(pathlib.Path(sys.argv[1]))
    below = []
    print("| job | program | median | ours is … times better | worst round | wanted |")
    print("|---|---|---:|---:|---:|---:|")
    for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json")):
        goal = json.loads(path.read_text(encoding="utf-8"))
        job, unit = goal["job"], goal["unit"]
        ours = runs[job, goal["ours"]]
        if not ours and goal.get("optional"):
            print(f"| {job} | {goal['ours']} | not measured: what it needs is not installed | | | |")
            continue
        if not ours:
            raise SystemExit(f"report: no measurement of {goal['ours']}")
        print(f"| {job} | {goal['ours']} | {figure(statistics.median(ours.values()))} {unit} | | | |")
        for peer in goal["peers"]:
            theirs = runs[job, peer["name"]]
            if not theirs and peer.get("optional"):
                print(f"| {job} | {peer['name']} | not measured: it is not installed | | | |")
                continue
            found = ratios(ours, theirs, goal["better"])
            median, worst, wanted = statistics.median(found), min(found), peer["ratioMin"]
            counted = worst if peer["in"] == "every round" else median
            text = "–" if wanted is None else f"{wanted:g} in {'the ' if peer['in'] == 'median' else ''}{peer['in']}"
            value = figure(statistics.median(theirs.values()))
            print(f"| {job} | {peer['name']} | {value} {unit} | {median:.3g} | {worst:.3g} | {text} |")
            if wanted is not None and counted < wanted:
                below.append(f"{job}: {counted:.3g} times {peer['name']}, wanted {wanted:g} in {peer['in']}")
    for line in below:
        print(f"below the threshold: {line}", file=sys.stderr)
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()
