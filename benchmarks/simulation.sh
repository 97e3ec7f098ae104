#!/bin/bash
# Process CPU time of simulations: benchmarks/simulation.sh [TASKS] [ITERATIONS] [RUNS], after ./build
set -euo pipefail
cd "$(dirname "$0")/.."
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -cp "${CORE:-core/target/classes}" benchmarks/Simulation.java "${1:-10000}" "${2:-10000}" "${3:-5}"
