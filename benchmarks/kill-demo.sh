#!/bin/bash
# Kills the demo with SIGKILL at random moments and lets it go on, then compares the final state with that of an undisturbed run.
#   benchmarks/kill-demo.sh [KILLS] [SEED]
# Prints one line a kill and at the end whether journal and table list agree. Exit 0 if all agree.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-20}
RANDOM=${2:-1}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tables() { ./muster warehouse inventory --workspace "$1" --names | sort | sha256sum | cut -c1-16; }

started=$(date +%s%N)
./muster demo --workspace "$folder/calm" >/dev/null 2>&1
span=$((($(date +%s%N) - started) / 1000000))
./muster log verify --workspace "$folder/calm" >/dev/null
expected=$(tables "$folder/calm")
echo "undisturbed run: $span ms, tables $expected"

failures=0
for n in $(seq 1 "$kills"); do
    workspace=$folder/kill-$n
    after=$((RANDOM * 32768 + RANDOM))
    after=$((after % span))
    ./muster demo --workspace "$workspace" >/dev/null 2>&1 &
    victim=$!
    sleep "$(printf '%d.%03d' $((after / 1000)) $((after % 1000)))"
    kill -9 "$victim" 2>/dev/null && state=killed || state="had ended"
    wait "$victim" 2>/dev/null || true
    verdict=ok
    ./muster demo --workspace "$workspace" >"$folder/log" 2>&1 || verdict="resume failed: $(tail -n 1 "$folder/log")"
    ./muster log verify --workspace "$workspace" >/dev/null 2>&1 || verdict="journal broken"
    [ "$(tables "$workspace")" = "$expected" ] || verdict="tables differ"
    echo "kill $n after $after ms ($state): $verdict"
    [ "$verdict" = ok ] || failures=$((failures + 1))
    rm -rf "$workspace"
done
echo "$((kills - failures)) passed, $failures failed"
[ "$failures" = 0 ]
