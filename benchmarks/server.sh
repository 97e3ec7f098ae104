#!/bin/bash
# Agents that claim and lay down at one run's desk, asked in the process and over HTTP in turn: words a second, p50 and p99, CPU time a word of server and clients together.
#   benchmarks/server.sh [SECONDS] [CLIENTS] [FOLDER]
# SECONDS each (5), CLIENTS (1,8,64), FOLDER on the disk to measure. One run takes one word at a time, so this is the least that a team gets. Needs a build (./build quick).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
folder=$(mktemp -d "${3:-${TMPDIR:-/tmp}}/muster-server-XXXXXX")
trap 'rm -rf "$folder"' EXIT
"$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "${MUSTER_CLASSES:-app/target/muster.jar}" benchmarks/server/ServerBench.java "${1:-5}" "${2:-1,8,64}" "$folder"
