#!/bin/bash
# The remediation of the m008 warehouse against bare loops: benchmarks/warehouse.sh [PART] [ROUNDS] [ROWS] [POSTGRES_JDBC]. Needs the program (./build package).
# PART rename (ROWS of a table: 1000), consolidate or whole (ROWS of a lag table: 100000), kill (ROUNDS kills, ROWS is the seed).
# FLUSH_MS=3 (DuckDB only) makes every fsync and fdatasync of the whole process, loops and ours alike, wait 3 ms more (strace), as on a disk that flushes
# more slowly. Such figures are those of a made-up disk: say so wherever they stand.
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
part=${1:-rename}
case $part in rename) rows=1000 ;; kill) rows=1 ;; *) rows=100000 ;; esac
class_path=${MUSTER_CLASSES:-app/target/muster.jar}
slower=()
if [ "${FLUSH_MS:-0}" != 0 ]; then
    [[ $FLUSH_MS =~ ^[0-9]{1,3}(\.[0-9]{1,3})?$ ]] || { echo "warehouse: FLUSH_MS is milliseconds from 0 to 999.999, got $FLUSH_MS" >&2; exit 2; }
    [ "${4:--}" = - ] || { echo "warehouse: FLUSH_MS delays this process alone, not PostgreSQL's: leave POSTGRES_JDBC out" >&2; exit 2; }
    command -v strace >/dev/null || { echo "warehouse: FLUSH_MS needs strace. Maybe install it: apt-get install strace" >&2; exit 69; }
    micros=$(awk "BEGIN { print int($FLUSH_MS * 1000 + 0.5) }")
    slower=(strace --follow-forks --seccomp-bpf --quiet=all --signal=none --output=/dev/null
        "--trace=fsync,fdatasync" "--inject=fsync,fdatasync:delay_enter=$micros")
fi
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
"$JAVA_HOME/bin/javac" -nowarn -d "$classes" -cp "$class_path" benchmarks/{Flush,Measured,Statements,Warehouse,WarehouseKills,WarehouseTables}.java
# The flags of ./muster for this command, but for the heap.
"${slower[@]}" "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classes:$class_path" \
    Warehouse examples/m008/facts/tables.csv "$part" "${2:-3}" "${3:-$rows}" "${4:--}"
