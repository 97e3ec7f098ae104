#!/bin/bash
# Plans of 500 actions, planned again after a failed step: wall and CPU milliseconds (median, 95th percentile, most), warm in one process and cold
# in a new one for each problem; then once more after a second failure, with and without what was kept of the first.
#   benchmarks/replan.sh [PROBLEMS] [COLD_STARTS]
# Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
java=("$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp "${MUSTER_CLASSES:-app/target/muster.jar}")
"${java[@]}" benchmarks/planning/Replans.java warm "${1:-40}"
"${java[@]}" benchmarks/planning/Replans.java warm "${1:-40}" 10
for seed in $(seq 1 "${2:-5}"); do
    "${java[@]}" benchmarks/planning/Replans.java cold "$seed"
done
