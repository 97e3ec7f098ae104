#!/bin/bash
# Random problems of the product's shape: thread CPU milliseconds (median, 95th percentile) of planning and of planning again after a failed step.
#   benchmarks/planning.sh [ACTIONS] [FACTS] [PROBLEMS]
# Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp "${MUSTER_CLASSES:-app/target/muster.jar}" benchmarks/planning/ProductPlans.java "$@"
