"""Measures Typst: milliseconds for one letter, warm, with the PDF written to a folder.

    typst_letter.py --out DIR [--count N]

The letter is one page in French with the same parts as ours: sender, recipient, object, references, facts, legal
basis, demand, deadline, enclosures. One compiler is kept, its fonts are loaded, and each letter has its own data.
Prints {"value": N} as the last line: the median.
"""

import argparse
import json
import pathlib
import statistics
import sys
import time

import typst

MONTHS = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
]
ITEMS = ["Lampe de bureau", "Bouilloire électrique", "Étagère en chêne", "Casque audio", "Théière à bec"]
TOWNS = ["69003 Lyon", "59000 Lille", "44000 Nantes", "67000 Strasbourg", "31000 Toulouse", "76600 Le Havre"]


def letter(number):
    """Data of one letter, another for each number."""

    def day(offset):
        return f"{(number + offset) % 28 + 1} {MONTHS[(number // 7 + offset) % 12]} 2026"

    town = TOWNS[number % len(TOWNS)]
    return {
        "sender": [f"Camille Exemple {number}", f"{number % 180 + 1} rue des Lilas", town],
        "recipient": [f"Exemple {number} SARL", "Service clients", f"{number % 90 + 1} rue de l'Exemple", "59000 Lille"],
        "place": town.split(" ", 1)[1], "date": day(0), "subject": "mise en demeure de rembourser",
        "order": f"404-{1234567 + number}-{7654321 - number}", "item": ITEMS[number % len(ITEMS)],
        "amount": f"{20 + number % 400},{number % 100:02d}", "orderedOn": day(1), "deliveredOn": day(2),
        "withdrawnOn": day(3), "returnedOn": day(4), "dueOn": day(5), "promisedOn": day(6), "deadline": day(7),
        "enclosures": ["facture", "preuve de retour", f"copie du chat n° {number}"],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=200)
    arguments = parser.parse_args()
    if arguments.count < 1:
        parser.error("--count must be at least 1")
    arguments.out.mkdir(parents=True, exist_ok=True)
    compiler = typst.Compiler(pathlib.Path(__file__).with_name("letter.typ"))

    def write(number):
        target = arguments.out / f"typst-{number:05d}.pdf"
        compiler.compile(output=str(target), format="pdf", sys_inputs={"case": json.dumps(letter(number))})
        return target

    for number in range(20):
        write(10_000 + number).unlink()
    times = []
    for number in range(arguments.count):
        begin = time.monotonic()
        target = write(number)
        times.append((time.monotonic() - begin) * 1000)
    pdf = target.read_bytes()
    if not pdf.startswith(b"%PDF-"):
        raise SystemExit(f"{target} is no PDF")
    print(f"{len(times)} letters, {len(pdf)} bytes the last", file=sys.stderr)
    print(json.dumps({"value": round(statistics.median(times), 4)}))


if __name__ == "__main__":
    main()
