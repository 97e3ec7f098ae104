#!/bin/bash
# The critical path of the same tasks by Muster and by MPXJ's scheduler, and whether all earliest times agree.
#   benchmarks/critical-path.sh [RUNS] [TASKS...]
# Maven puts MPXJ into a scratch folder (PEERS_FOLDER, by default under the temporary folder). Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
muster_root=$PWD
. .setup/environment.sh
need_jdk25
runs=${1:-7}
shift || true
classes=${MUSTER_CLASSES:-core/target/classes}
peers=${PEERS_FOLDER:-${TMPDIR:-/tmp}/muster-mpxj}
if [ ! -d "$peers/lib" ]; then
    need_maven
    mkdir -p "$peers"
    # The scheduler needs nothing of what the readers of files ask for.
    none='<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>'
    cat >"$peers/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>muster.benchmarks</groupId><artifactId>mpxj-peer</artifactId><version>1</version>
  <dependencies><dependency><groupId>net.sf.mpxj</groupId><artifactId>mpxj</artifactId><version>14.3.4</version>$none</dependency></dependencies>
</project>
POM
    (cd "$peers" && mvn -q -B -ntp dependency:copy-dependencies -DoutputDirectory=lib) >&2
fi
classes=$classes:$(echo "$peers"/lib/*.jar | tr ' ' ':')
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$JAVA_HOME/bin/javac" -nowarn -d "$out" -cp "$classes" benchmarks/mpxj/Mpxj.java benchmarks/mpxj/CriticalPaths.java
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g -cp "$out:$classes" CriticalPaths "$runs" ${@:-1000 10000 100000}
