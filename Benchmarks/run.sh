#!/bin/sh
# Measures our program and its peers in turn, round by round, and compares them with Thresholds/.
#
# Usage: Benchmarks/run.sh
# Settings by environment: ROUNDS (5), SECONDS_PER_RUN (3), LETTERS (300), LINES (20000), MAILS (20000).
#           ONLY=network leaves out everything but sending.
set -eu
cd "$(dirname "$0")/.."

rounds=${ROUNDS:-5} seconds=${SECONDS_PER_RUN:-3} letters=${LETTERS:-300} lines=${LINES:-20000}
mails=${MAILS:-20000} only=${ONLY:-}

Tools/python.sh Benchmarks/.venv Benchmarks/requirements.txt
Tools/prerequisites.sh bench || echo "bench: some peers are left out."
swift build -c release --static-swift-stdlib --package-path Benchmarks --product recours-bench
ours=$(swift build -c release --package-path Benchmarks --show-bin-path)/recours-bench
python=Benchmarks/.venv/bin/python
swift build -c release --static-swift-stdlib --product recours
recours=$(swift build -c release --show-bin-path)/recours

# Letters go to memory: on a disk the file system would be measured.
if [ -w /dev/shm ]; then work=$(mktemp -d -p /dev/shm); else work=$(mktemp -d); fi
c_peers=yes
. Benchmarks/network.sh
trap 'stop_network; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
measurements=$work/measurements
: > "$measurements"

pango=
if ! pkg-config --exists pangocairo cairo-pdf; then
    echo "bench: libpango1.0-dev and libcairo2-dev are not there, so no letter is compared with Pango and Cairo."
else
    for compiler in cc gcc clang; do
        command -v "$compiler" > /dev/null || continue
        # shellcheck disable=SC2046 # one word for each flag
        "$compiler" -O2 -o "$work/pango_letter" Benchmarks/peers/pango_letter.c \
            $(pkg-config --cflags --libs pangocairo cairo-pdf)
        pango=$work/pango_letter
        break
    done
    [ -n "$pango" ] || echo "bench: there is no C compiler, so no letter is compared with Pango and Cairo."
fi

sqlite=
for compiler in cc gcc clang; do
    command -v "$compiler" > /dev/null || continue
    # shellcheck disable=SC2046 # one word for each flag
    "$compiler" -O2 -o "$work/sqlite_queue" Benchmarks/peers/sqlite_queue.c \
        $(pkg-config --cflags --libs sqlite3 libcrypto)
    sqlite=$work/sqlite_queue
    break
done
[ -n "$sqlite" ] || echo "bench: there is no C compiler, so no queue is compared with C on SQLite."

# Queues are measured on a disk: in memory nothing is synced, and that is what they cost.
queue=$(mktemp -d -p Benchmarks/.build)
trap 'rm -rf "$work" "$queue"' EXIT

"$python" Benchmarks/peers/hours_lines.py "$work/lines.jsonl" --count "$lines"

# measure JOB PROGRAM COMMAND…: the last line of a command is {"value": N}.
measure() {
    job=$1 program=$2
    shift 2
    if ! "$@" > "$work/stdout" 2> "$work/stderr"; then
        cat "$work/stderr" >&2
        echo "bench: '$*' failed." >&2
        exit 1
    fi
    value=$(tail -n 1 "$work/stdout" | sed -n 's/^{"value": *\([0-9.eE+-]*\)}$/\1/p')
    if [ -z "$value" ]; then
        echo "bench: the last line of '$*' is not {\"value\": N}." >&2
        exit 1
    fi
    printf '%s\t%s\t%s\t%s\n' "$round" "$job" "$program" "$value" >> "$measurements"
    printf '  %-17s %-44s %s\n' "$job" "$program" "$value"
}

# queue_c JOB PROGRAM ARGUMENTS…: SQLite alone, on a store that our program has made.
queue_c() {
    [ -n "$sqlite" ] || return 0
    job=$1 program=$2 verb=$3 many=$4
    rm -rf "$queue/c" && mkdir -m 700 "$queue/c"
    "$ours" queue-enqueue --store "$queue/c/store" --seconds 0 > /dev/null
    measure "$job" "$program" "$sqlite" "$verb" "$queue/c/store" "$many" "$seconds"
}

# queue_ours JOB VERB ARGUMENTS…
queue_ours() {
    job=$1 verb=$2
    shift 2
    rm -rf "$queue/ours"
    measure "$job" "recours-bench $verb" "$ours" "$verb" --store "$queue/ours/store" --seconds "$seconds" "$@"
}

# queue_python JOB VERB ARGUMENTS…
queue_python() {
    job=$1 verb=$2
    shift 2
    for peer in huey persist-queue; do
        rm -rf "$queue/python" && mkdir -m 700 "$queue/python"
        measure "$job" "$peer" "$python" Benchmarks/peers/queue_peers.py "$verb" "$peer" "$queue/python" \
            --seconds "$seconds" "$@"
    done
}

start_network

round=1
while [ "$round" -le "$rounds" ]; do
    echo "round $round of $rounds"
    measure_network
    if [ "$only" = network ]; then
        round=$((round + 1))
        continue
    fi
    measure decide "recours-bench decide" "$ours" decide --seconds "$seconds"
    measure decide "zen-engine, 36-row table with trace" \
        "$python" Benchmarks/peers/zen_decide.py --engine table --seconds "$seconds"
    measure decide "zen-engine, compiled expression, name only" \
        "$python" Benchmarks/peers/zen_decide.py --engine expression --seconds "$seconds"
    measure letter "recours-bench letter" \
        "$ours" letter --count "$letters" --out "$work/ours" --texts "$work/texts"
    measure letter "Typst, warm" \
        "$python" Benchmarks/peers/typst_letter.py --texts "$work/texts" --count "$letters" --out "$work/typst"
    if [ -n "$pango" ]; then
        mkdir -p "$work/pango"
        measure letter "Pango and Cairo, C, warm" "$pango" "$work/texts" "$work/pango" "$letters"
    fi
    for operation in parse is-open next-change year first; do
        measure "hours-$operation" "recours-bench hours" "$ours" hours --operation "$operation" --seconds "$seconds"
        measure "hours-$operation" "opening-hours-py" \
            "$python" Benchmarks/peers/opening_hours_py.py --operation "$operation" --seconds "$seconds"
    done
    rm -rf "$work/ours" "$work/typst" "$work/pango"
    measure hours-batch "opening-hours-py, one process" \
        "$python" Benchmarks/peers/opening_hours_batch.py "$work/lines.jsonl" "$work/theirs.jsonl"
    measure hours-batch "recours hours --batch" \
        "$python" Benchmarks/peers/recours_batch.py "$recours" "$work/lines.jsonl" "$work/ours.jsonl" \
        --like "$work/theirs.jsonl"
    rm -f "$work/ours.jsonl" "$work/theirs.jsonl"
    queue_ours queue-enqueue queue-enqueue
    queue_c queue-enqueue "C on SQLite, one by one" enqueue 1
    queue_python queue-enqueue enqueue
    queue_ours queue-groups queue-enqueue --workers 32
    queue_c queue-groups "C on SQLite, one by one" enqueue 1
    queue_python queue-groups enqueue --workers 32
    queue_ours queue-batch queue-enqueue --batch 100
    queue_c queue-batch "C on SQLite, a hundred at a time" enqueue 100
    queue_ours queue-process queue-process
    queue_c queue-process "C on SQLite, claims of ten" process 10
    queue_python queue-process process
    round=$((round + 1))
done

echo
thresholds=Benchmarks/Thresholds
if [ "$only" = network ]; then
    thresholds=$work/thresholds
    mkdir -p "$thresholds"
    cp Benchmarks/Thresholds/smtp-*.json Benchmarks/Thresholds/http.json "$thresholds"
fi
"$python" Benchmarks/report.py "$measurements" "$thresholds"
