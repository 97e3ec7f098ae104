#!/bin/bash
# Hundreds of files into one wide file, by align and stitch and by a tree of joins, each in a process of its own:
# benchmarks/wide-merge.sh [FILES] [ROWS] [COLUMNS] [FOLDER]. Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
class_path=${MUSTER_CLASSES:-app/target/muster.jar}
files=${1:-600} rows=${2:-20000} columns=${3:-9} folder=${4:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -r "$folder"' EXIT
fi
classes=$folder/classes
mkdir -p "$classes"
"$JAVA_HOME/bin/javac" -d "$classes" -cp "$class_path" benchmarks/WideMerge.java
run() {
    "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
        -cp "$classes:$class_path" WideMerge "$folder" "$@"
}
run inputs "$files" "$rows" "$columns"
run ours
run tree
run compare
