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
"$JAVA_HOME/bin/jar" --create --file "$folder/benchmark.jar" -C "$folder/classes" .
flags="-Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
run() { "$JAVA_HOME/bin/java" $flags $more -cp "$folder/benchmark.jar:$class_path" LargeRun "$@"; }
more=""
if [ "${1:-}" = rehearse ]; then run rehearse "${2:-100000}"; exit; fi
run build "$folder" "${1:-100000}"
du -sh "$folder/snapshots" "$folder/muster.db"
echo "in a fresh JVM:"
for _ in $(seq "${2:-3}"); do run start "$folder"; done
echo "as muster starts, with the first compiler tier and a start-up cache:"
more="-XX:TieredStopAtLevel=1 -XX:AOTCacheOutput=$folder/start.aot -Xlog:disable"
run start "$folder" >"$folder/warm-up.log" 2>&1 || true
more="-XX:TieredStopAtLevel=1 -XX:AOTCache=$folder/start.aot -XX:AOTMode=auto -Xlog:disable"
for _ in $(seq "${2:-3}"); do run start "$folder"; done
echo "the same, the newest snapshot taken away:"
rm "$(find "$folder/snapshots" -name '*.snapshot' | sort -V | tail -n 1)"
run start "$folder"
more=""
run fold "$folder"
