#!/bin/bash
# A run of TASKS tasks and ten times as many events, heap of 1 GiB: benchmarks/large-run.sh [TASKS] [STARTS]. Needs the program (./build package).
# Rehearsed runs instead: benchmarks/large-run.sh rehearse RUNS
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
class_path=${MUSTER_CLASSES:-app/target/muster.jar}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$JAVA_HOME/bin/javac" -d "$folder/classes" -cp "$class_path" benchmarks/LargeRun.java
run() { "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$folder/classes:$class_path" LargeRun "$@"; }
if [ "${1:-}" = rehearse ]; then run rehearse "${2:-100000}"; exit; fi
run build "$folder" "${1:-100000}"
du -sh "$folder/snapshots" "$folder/muster.db"
for _ in $(seq "${2:-3}"); do run start "$folder"; done
echo "the newest snapshot taken away:"
rm "$(find "$folder/snapshots" -name '*.snapshot' | sort -V | tail -n 1)"
run start "$folder"
run fold "$folder"
