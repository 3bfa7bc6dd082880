#!/bin/sh
# Decides one case and prepares what would go out by three channels. Sends nothing.
set -eu
cd "$(dirname "$0")/.."

case_file=Examples/refund-overdue.json
at=2026-11-23T09:30:00+01:00
out=out/demo
recours=$(swift build -c release --show-bin-path)/recours

if [ ! -x "$recours" ]; then
    echo "demo: $recours is missing. Run: swift build -c release --product recours" >&2
    exit 1
fi

heading() { printf '\n── %s\n\n' "$1"; }

run() {
    printf '$ recours %s\n\n' "$*"
    status=0
    "$recours" "$@" || status=$?
    if [ "$status" -ne 0 ]; then
        echo "demo: 'recours $1' ended with status $status, so the rest was not run." >&2
        exit 1
    fi
}

rm -rf "$out"
mkdir -p "$out"

heading "The decision"
run decide "$case_file" --at "$at"

for channel in registered-mail callback email; do
    heading "Prepared: $channel"
    run prepare "$case_file" --channel "$channel" --out "$out/$channel" --at "$at"
done

heading "The files"
find "$out" -type f | LC_ALL=C sort
