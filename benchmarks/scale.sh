#!/bin/bash
# CPU time of plans of many tasks, heap of 1 GiB: benchmarks/scale.sh [RUNS] [TASKS...]. Needs a build (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
class_path=${CLASS_PATH:-app/target/muster.jar}
runs=${1:-5}
shift || true
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC -cp "$class_path" benchmarks/Scale.java "$runs" ${@:-1000 10000 100000 1000000}
