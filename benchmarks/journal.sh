#!/bin/bash
# Durable transitions a second on one disk in one go: SQLite by hand, Muster embedded, Muster on PostgreSQL, and DBOS on the same PostgreSQL.
#   benchmarks/journal.sh [SECONDS] [CLIENTS] [FOLDER]
# SECONDS each (5), CLIENTS (1,8,64,256), FOLDER on the disk to measure (a fresh one under the temporary folder). PostgreSQL runs with its own settings, so with
# fsync; without an installed PostgreSQL its part is left out. PEERS=no leaves DBOS out; else Maven puts its jars into PEERS_FOLDER. Needs the program (./build package).
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
seconds=${1:-5}
clients=${2:-1,8,64,256}
folder=$(mktemp -d "${3:-${TMPDIR:-/tmp}}/muster-journal-XXXXXX")
classes=${MUSTER_CLASSES:-app/target/muster.jar}
peers=${PEERS_FOLDER:-${TMPDIR:-/tmp}/muster-journal-peers}
flags="-XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
as=()
[ "$(id -u)" = 0 ] && as=(runuser -u postgres --)

stop() {
    [ -d "$folder/state" ] && "${as[@]}" "$binaries/pg_ctl" -D "$folder/state" -m immediate stop >/dev/null 2>&1
    rm -rf "$folder"
}
trap stop EXIT

fetch() {
    need_maven
    mkdir -p "$peers"
    cat >"$peers/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>muster.benchmarks</groupId><artifactId>journal-peers</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>dev.dbos</groupId><artifactId>transact</artifactId><version>1.1.0-m6</version></dependency>
    <dependency><groupId>com.zaxxer</groupId><artifactId>HikariCP</artifactId><version>7.0.2</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
    (cd "$peers" && mvn -q -B -ntp dependency:copy-dependencies -DoutputDirectory=lib) >&2
}

port=
if [ -n "$binaries" ]; then
    chmod 755 "$folder"
    mkdir -m 700 "$folder/state"
    [ "$(id -u)" = 0 ] && chown postgres "$folder/state"
    "${as[@]}" env -C / "$binaries/initdb" -D "$folder/state" -U bench -A trust >/dev/null
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    "${as[@]}" env -C / "$binaries/pg_ctl" -D "$folder/state" -w -l "$folder/state/log" \
        -o "-p $port -k $folder/state -c listen_addresses=127.0.0.1" start >/dev/null
fi
mkdir "$folder/classes"
"$JAVA_HOME/bin/javac" -nowarn -d "$folder/classes" -cp "$classes" benchmarks/Flush.java benchmarks/journal/{Load,Floor,Ours,JournalBench}.java
# shellcheck disable=SC2086 # a list of flags
"$JAVA_HOME/bin/java" $flags -cp "$folder/classes:$classes" JournalBench "$folder" "$seconds" "$clients" ${port:+"postgresql://bench@127.0.0.1:$port/postgres"}
if [ -n "$port" ] && [ "${PEERS:-yes}" != no ]; then
    if [ -d "$peers/lib" ] || fetch; then
        peer=$(echo "$peers"/lib/*.jar | tr ' ' ':')
        "$JAVA_HOME/bin/javac" -nowarn -d "$folder/classes" -cp "$folder/classes:$peer" benchmarks/journal/DbosBench.java
        # shellcheck disable=SC2086 # a list of flags
        "$JAVA_HOME/bin/java" $flags -cp "$folder/classes:$peer" DbosBench "jdbc:postgresql://127.0.0.1:$port/postgres?user=bench" "$seconds" "$clients"
    else
        echo "journal: DBOS could not be fetched; going on without it" >&2
    fi
fi
