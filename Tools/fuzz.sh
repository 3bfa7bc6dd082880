#!/bin/sh
# Feeds random bytes to the language of opening hours. Fails at the first broken promise, and keeps its input.
#
#   Tools/fuzz.sh [SECONDS]
set -eu
cd "$(dirname "$0")/../Fuzzing"

seconds=${1:-60}
swift build -c release --sanitize=fuzzer

# What was found before makes the next run better; the seeds are where the first one begins.
mkdir -p .build/corpus .build/findings
SWIFT_BACKTRACE=enable=no .build/release/fuzz-hours .build/corpus Seeds \
    -dict=hours.dict -max_len=2000 -timeout=10 -rss_limit_mb=200 -max_total_time="$seconds" \
    -artifact_prefix=.build/findings/ -print_final_stats=1
