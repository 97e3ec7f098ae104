#!/bin/bash
# The remediation of the m008 warehouse against bare loops: benchmarks/warehouse.sh [PART] [ROUNDS] [ROWS] [POSTGRES_JDBC]. Needs the program (./build package).
# PART rename (ROWS of a table: 1000), consolidate or whole (ROWS of a lag table: 100000), kill (ROUNDS kills, ROWS is the seed).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
part=${1:-rename}
case $part in rename) rows=1000 ;; kill) rows=1 ;; *) rows=100000 ;; esac
class_path=${MUSTER_CLASSES:-app/target/muster.jar}
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
"$JAVA_HOME/bin/javac" -nowarn -d "$classes" -cp "$class_path" benchmarks/Warehouse.java benchmarks/WarehouseTables.java benchmarks/WarehouseKills.java benchmarks/Statements.java
"$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classes:$class_path" \
    Warehouse examples/m008/facts/tables.csv "$part" "${2:-3}" "${3:-$rows}" "${4:--}"
