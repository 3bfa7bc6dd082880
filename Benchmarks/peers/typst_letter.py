"""Measures Typst: milliseconds for one letter, warm, with the PDF written to a folder.

    typst_letter.py --texts FILE --out DIR [--count N]

FILE holds letters as `recours-bench letter --texts` writes them: one part a line, kind, tab and text, with an empty line
after each letter. One compiler is kept, its fonts are loaded, and each letter has its own text. Prints {"value": N} as
the last line: the median.
"""

import argparse
import json
import pathlib
import re
import statistics
import sys
import time

import typst


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=200)
    arguments = parser.parse_args()
    if arguments.count < 1:
        parser.error("--count must be at least 1")
    letters = [
        json.dumps([line.split("\t") for line in letter.splitlines()])
        for letter in arguments.texts.read_text(encoding="utf-8").split("\n\n")
        if letter.strip()
    ]
    arguments.out.mkdir(parents=True, exist_ok=True)
    compiler = typst.Compiler(pathlib.Path(__file__).with_name("letter.typ"))

    def write(number, text):
        target = arguments.out / f"typst-{number:05d}.pdf"
        compiler.compile(output=str(target), format="pdf", sys_inputs={"letter": text})
        return target

    warm_ups = 20
    times = []
    for number in range(warm_ups + arguments.count):
        text = letters[number % len(letters)]
        begin = time.monotonic()
        target = write(number, text)
        if number >= warm_ups:
            times.append((time.monotonic() - begin) * 1000)
    pdf = target.read_bytes()
    if not pdf.startswith(b"%PDF-"):
        raise SystemExit(f"{target} is no PDF")
    pages = [int(count) for count in re.findall(rb"/Count (\d+)", pdf)]
    if pages and max(pages) != 1:
        raise SystemExit(f"{target} has {max(pages)} pages, and one is compared")
    print(f"{len(times)} letters, {len(pdf)} bytes the last", file=sys.stderr)
    print(json.dumps({"value": round(statistics.median(times), 4)}))


if __name__ == "__main__":
    main()
