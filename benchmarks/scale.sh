#!/bin/bash
# CPU time of plans of many tasks, heap of 1 GiB: benchmarks/scale.sh [RUNS] [TASKS...]. Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
class_path=${MUSTER_CLASSES:-app/target/muster.jar}
runs=${1:-5}
shift || true
exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$class_path" benchmarks/Scale.java "$runs" ${@:-1000 10000 100000 1000000}
