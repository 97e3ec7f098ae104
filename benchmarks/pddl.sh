#!/bin/bash
# Tasks of the planning competitions: cheapest and anytime plans against a reference planner's table and against Embabel's A* on the same grounded tasks.
#   benchmarks/pddl.sh [SECONDS] [FOLDER]
# SECONDS (default 5) limits the CPU time of one search; FOLDER (default ../shared/data/pddl) holds anchors.csv and the tasks. PEERS=no leaves Embabel out;
# else Maven puts its jars into a scratch folder (PEERS_FOLDER, by default under the temporary folder). Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
muster_root=$PWD
. .setup/environment.sh
need_jdk25
seconds=${1:-5}
tasks=${2:-../shared/data/pddl}
classes=${MUSTER_CLASSES:-core/target/classes:runtime/target/classes}
peers=${PEERS_FOLDER:-${TMPDIR:-/tmp}/muster-pddl-peers}

fetch() {
    need_maven
    mkdir -p "$peers"
    # The planner needs little of what its module asks for, and one of the things that it asks for is not published in that version.
    local none='<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>'
    cat >"$peers/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>muster.benchmarks</groupId><artifactId>pddl-peers</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.embabel.agent</groupId><artifactId>embabel-agent-api</artifactId><version>0.3.5</version>$none</dependency>
    <dependency><groupId>com.embabel.common</groupId><artifactId>embabel-common-core</artifactId><version>0.1.11</version>$none</dependency>
    <dependency><groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-stdlib</artifactId><version>2.1.10</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
    (cd "$peers" && mvn -q -B -ntp dependency:copy-dependencies -DoutputDirectory=lib) >&2
}

peer=
if [ "${PEERS:-yes}" != no ]; then
    if [ -d "$peers/lib" ] || fetch; then
        classes=$classes:$(echo "$peers"/lib/*.jar | tr ' ' ':')
        peer=Embabel
    else
        echo "pddl: Embabel could not be fetched; going on without it" >&2
    fi
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$JAVA_HOME/bin/javac" -nowarn -d "$out" -cp "$classes" benchmarks/pddl/Peer.java benchmarks/pddl/PddlTasks.java ${peer:+benchmarks/pddl/Embabel.java}
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx4g -cp "$out:$classes" PddlTasks "$tasks" "$seconds" $peer
