#!/bin/bash
# The remediation of the m008 warehouse against bare loops: benchmarks/warehouse.sh [PART] [ROUNDS] [ROWS] [POSTGRES_JDBC], after ./build
# PART rename (ROWS of a table: 1000), consolidate or whole (ROWS of a lag table: 100000), kill (ROUNDS kills, ROWS is the seed).
set -euo pipefail
cd "$(dirname "$0")/.."
part=${1:-rename}
case $part in rename) rows=1000 ;; kill) rows=1 ;; *) rows=100000 ;; esac
java=${JAVA_HOME:+$JAVA_HOME/bin/}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
class_path=${CLASS_PATH:-core/target/classes:packs/warehouse/target/classes:$(find "$repository" \( -name "duckdb_jdbc-*.jar" -o -name "postgresql-4*.jar" -o -name "jspecify-*.jar" \) | paste -sd:)}
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
"${java}javac" -nowarn -d "$classes" -cp "$class_path" benchmarks/Warehouse.java benchmarks/WarehouseTables.java benchmarks/WarehouseKills.java benchmarks/Statements.java
"${java}java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classes:$class_path" \
    Warehouse examples/m008/facts/tables.csv "$part" "${2:-3}" "${3:-$rows}" "${4:--}"
