#!/bin/bash
# Process CPU time of simulations: benchmarks/simulation.sh [TASKS] [ITERATIONS] [RUNS]. Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp "${MUSTER_CLASSES:-app/target/muster.jar}" benchmarks/Simulation.java "${1:-10000}" "${2:-10000}" "${3:-5}"
