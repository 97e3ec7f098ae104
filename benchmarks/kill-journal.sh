#!/bin/bash
# Kills a process that appends from eight runs at once with SIGKILL at random moments; what was acknowledged has to be there once, and the chain whole.
#   benchmarks/kill-journal.sh [KILLS] [SEED] [postgres]
# With the word postgres the journal is in a PostgreSQL of its own (with fsync), and every second kill is of the whole server. Exit 0 if all is well. Needs a build.
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/environment.sh
need_jdk25
kills=${1:-100}
seed=${2:-1}
folder=$(mktemp -d)
classes=${MUSTER_CLASSES:-app/target/muster.jar}
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
as=()
[ "$(id -u)" = 0 ] && as=(runuser -u postgres --)

stop() {
    [ -d "$folder/state" ] && "${as[@]}" "$binaries/pg_ctl" -D "$folder/state" -m immediate stop >/dev/null 2>&1
    rm -rf "$folder"
}
trap stop EXIT

mkdir "$folder/classes"
"$JAVA_HOME/bin/javac" -nowarn -d "$folder/classes" -cp "$classes" benchmarks/journal/Kill*.java
place=$folder/journal.db
restart=()
if [ "${3:-}" = postgres ]; then
    [ -n "$binaries" ] || { echo "kill-journal: PostgreSQL is not installed" >&2; exit 69; }
    chmod 755 "$folder"
    mkdir -m 700 "$folder/state"
    [ "$(id -u)" = 0 ] && chown postgres "$folder/state"
    "${as[@]}" env -C / "$binaries/initdb" -D "$folder/state" -U bench -A trust >/dev/null
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    cat >"$folder/start" <<START
#!/bin/bash
${as[*]} env -C / "$binaries/pg_ctl" -D "$folder/state" -w -l "$folder/state/log" -o "-p $port -k $folder/state -c listen_addresses=127.0.0.1" start >/dev/null
START
    cat >"$folder/restart" <<RESTART
#!/bin/bash
# The postmaster and its children, by their ids.
first=\$(head -n 1 "$folder/state/postmaster.pid")
kill -9 "\$first" \$(ps -o pid= --ppid "\$first")
while kill -0 "\$first" 2>/dev/null; do sleep 0.05; done
for try in 1 2 3 4 5; do "$folder/start" && exit 0; sleep 1; done
exit 1
RESTART
    chmod 755 "$folder/start" "$folder/restart"
    "$folder/start"
    place=postgresql://bench@127.0.0.1:$port/postgres
    restart=("$folder/restart")
fi
"$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$folder/classes:$classes" KillJournal "$place" "$kills" "$seed" "${restart[@]}"
