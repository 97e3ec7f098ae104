#!/bin/bash
# The remediation of the m008 warehouse against bare loops: benchmarks/warehouse.sh [PART] [ROUNDS] [LAG_ROWS] [POSTGRES_JDBC], after ./build
set -euo pipefail
cd "$(dirname "$0")/.."
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
class_path=${CLASS_PATH:-core/target/classes:packs/warehouse/target/classes:$(find "$repository" \( -name "duckdb_jdbc-*.jar" -o -name "postgresql-4*.jar" -o -name "jspecify-*.jar" \) | paste -sd:)}
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$class_path" \
    benchmarks/Warehouse.java examples/m008/facts/tables.csv "${1:-rename}" "${2:-3}" "${3:-100000}" "${4:--}"
