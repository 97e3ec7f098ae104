#!/bin/bash
# Hundreds of files into one wide file, by align and stitch and by a tree of joins, each in a process of its own:
# benchmarks/wide-merge.sh [FILES] [ROWS] [COLUMNS] [FOLDER], after ./build
set -euo pipefail
cd "$(dirname "$0")/.."
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
modules=core/target/classes:packs/warehouse/target/classes:packs/training/target/classes
class_path=${CLASS_PATH:-$modules:$(find "$repository" \( -name "duckdb_jdbc-*.jar" -o -name "parquet-format-structures-*.jar" -o -name "slf4j-*2.0*.jar" -o -name "jspecify-*.jar" \) | paste -sd:)}
files=${1:-600} rows=${2:-20000} columns=${3:-9} folder=${4:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -r "$folder"' EXIT
fi
classes=$folder/classes
mkdir -p "$classes"
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -d "$classes" -cp "$class_path" benchmarks/WideMerge.java
run() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
        -cp "$classes:$class_path" WideMerge "$folder" "$@"
}
run inputs "$files" "$rows" "$columns"
run ours
run tree || echo "the tree of joins did not end"
run compare
