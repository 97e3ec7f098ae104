#!/bin/bash
# Every so many-th instance of PSPLIB's sets by the search, by CP-SAT and by both in turn, in one go; all schedules are checked.
#   benchmarks/psplib.sh [COUNT] [SETS] [SOLVERS] [SECONDS] [SCHEDULES]
# COUNT instances a set (10), SETS (j30,j60,j120), SOLVERS (own,cp-sat,both,count: the last is the search for SCHEDULES schedules, 50000),
# SECONDS of processor time an instance and solver (10). Instances are read from PSPLIB or ../shared/data/psplib. Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "${MUSTER_CLASSES:-app/target/muster.jar}" benchmarks/psplib/Psplib.java "${1:-10}" "${2:-j30,j60,j120}" "${3:-own,cp-sat,both,count}" "${4:-10}" "${5:-50000}"
