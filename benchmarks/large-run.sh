#!/bin/bash
# A run of TASKS tasks and ten times as many events, heap of 1 GiB: benchmarks/large-run.sh [TASKS] [STARTS], after ./build
# Rehearsed runs instead: benchmarks/large-run.sh rehearse RUNS
set -euo pipefail
cd "$(dirname "$0")/.."
class_path=${CLASS_PATH:-core/target/classes:runtime/target/classes:$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \( -name 'jackson-*.jar' -o -name 'sqlite-jdbc-*.jar' -o -name 'slf4j-api-*.jar' -o -name 'HikariCP-*.jar' -o -name 'postgresql-*.jar' -o -name 'jspecify-*.jar' \) | paste -sd:)}
run() { "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$class_path" benchmarks/LargeRun.java "$@"; }
if [ "${1:-}" = rehearse ]; then run rehearse "${2:-100000}"; exit; fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
run build "$folder" "${1:-100000}"
du -sh "$folder/snapshots" "$folder/muster.db"
for _ in $(seq "${2:-3}"); do run start "$folder"; done
run fold "$folder"
