#!/bin/bash
# CPU time (user + system, median) of short commands: start-up is what a script pays each time.
#   benchmarks/start-time.sh WORKSPACE [RUNS]
# Prints milliseconds for `java -version` (the floor), `muster --version` and `muster status`, with and without the AOT cache, and the ratio to the floor.
set -euo pipefail
cd "$(dirname "$0")/.."
workspace=${1:?workspace with a journal, such as muster-demo}
runs=${2:-15}
. .setup/environment.sh
need_jdk25

cpu() { # median CPU milliseconds of the command
    for _ in $(seq "$runs"); do
        TIMEFORMAT='%U %S'
        { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{printf "%d\n", ($1 + $2) * 1000}'
    done | sort -n | sed -n "$(((runs + 1) / 2))p"
}

./muster --version >/dev/null
floor=$(cpu "$JAVA_HOME/bin/java" -version)
row() { # row NAME COMMAND...
    name=$1
    shift
    ms=$(cpu "$@")
    awk -v name="$name" -v ms="$ms" -v floor="$floor" 'BEGIN {printf "%-36s %5d ms  %.1f x java -version\n", name, ms, ms / floor}'
}
row "java -version" "$JAVA_HOME/bin/java" -version
row "muster --version" ./muster --version
row "muster status" ./muster status --workspace "$workspace"
row "muster status, no cache" env MUSTER_NO_CACHE=1 ./muster status --workspace "$workspace"
