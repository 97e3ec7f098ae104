#!/bin/bash
# A cluster of three nodes of Restate with a worker each, in network namespaces of this machine, over a PostgreSQL that flushes: transitions a second against Restate's own, then kills and cuts under load.
#   benchmarks/cluster.sh [SECONDS] [SEED] [CLIENTS]
# SECONDS of faults (60) by the seed (1): every 3 to 8 s a node or a worker is killed with SIGKILL and started again, or a node is cut off from the others, its clients and the database for 3 to 8 s. 0: no faults.
# FAULTS names the kinds, by default "node worker cut". What no node brings within 6 s is told in the store, as agents do it.
# What was acknowledged has to be in the journal, once, and the chain whole: exit 0. Needs root, ip, PostgreSQL, a build, and Restate's server (./build installs it). BENCH=no leaves out the figures, KEEP=yes leaves the logs.
set -euo pipefail
cd "$(dirname "$0")/.."
muster_root=$PWD
. .setup/environment.sh
need_jdk25
set_up_restate
seconds=${1:-60}
RANDOM=${2:-1}
clients=${3:-32}
server=$muster_root/.muster-cache/restate-1.7.12/restate-server
classes=${MUSTER_CLASSES:-$muster_root/app/target/muster.jar}
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
for needed in "$server" "$binaries/initdb"; do [ -x "$needed" ] || { echo "cluster: $needed is missing" >&2; exit 69; }; done
[ "$(id -u)" = 0 ] && command -v ip >/dev/null || { echo "cluster: needs root and ip" >&2; exit 69; }
folder=$(mktemp -d)
chmod 755 "$folder"
flags="-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
net=mu$$
home=10.77.0.254
declare -A node worker bare

stop() {
    set +e
    exec 2>/dev/null # what is killed is not news
    for i in 1 2 3; do
        for pid in "${node[$i]:-}" "${worker[$i]:-}" "${bare[$i]:-}"; do [ -n "$pid" ] && kill -9 "$pid" 2>/dev/null; done
        ip netns del "$net-$i" 2>/dev/null
    done
    ip link del "$net" 2>/dev/null
    runuser -u postgres -- env -C / "$binaries/pg_ctl" -D "$folder/state" -m immediate stop >/dev/null 2>&1
    wait 2>/dev/null
    [ -z "${KEEP:-}" ] && rm -rf "$folder"
}
trap stop EXIT

start_node() {
    ip netns exec "$net-$1" env -C "$folder/n$1" DO_NOT_TRACK=1 "$server" --no-logo -c restate.toml >>"$folder/n$1/log" 2>&1 &
    node[$1]=$!
}

start_worker() {
    # shellcheck disable=SC2086 # a list of flags
    ip netns exec "$net-$1" "$JAVA_HOME/bin/java" $flags -Xmx512m -cp "$classes" muster.cli.Muster engine --workspace "$folder" \
        --store "$store" --admin "http://10.77.0.$1:9070" >>"$folder/n$1/worker.log" 2>&1 &
    worker[$1]=$!
}

reach() { # URL: waits until it answers
    for _ in $(seq 300); do curl -s -o /dev/null --max-time 1 "$1" && return; sleep 0.1; done
    echo "cluster: $1 does not answer" >&2
    tail -n 20 "$folder"/n*/log "$folder"/n*/worker.log >&2 || true
    exit 1
}

await() { # FILE WORDS: waits until they stand there
    for _ in $(seq 1200); do grep -q "$2" "$1" && return; sleep 0.1; done
    echo "cluster: what is in $1 does not start" >&2
    tail -n 20 "$1" >&2
    exit 1
}

# Network: a bridge that the nodes' namespaces hang on.
ip link add "$net" type bridge
ip addr add "$home/24" dev "$net"
ip link set "$net" up
for i in 1 2 3; do
    ip netns add "$net-$i"
    ip link add "$net-$i" type veth peer name eth0 netns "$net-$i"
    ip link set "$net-$i" master "$net" up
    ip -n "$net-$i" addr add "10.77.0.$i/24" dev eth0
    ip -n "$net-$i" link set eth0 up
    ip -n "$net-$i" link set lo up
done

# PostgreSQL, with its own settings.
mkdir -m 700 "$folder/state"
chown postgres "$folder/state"
runuser -u postgres -- env -C / "$binaries/initdb" -D "$folder/state" -U bench -A trust >/dev/null
echo "host all all 10.77.0.0/24 trust" >>"$folder/state/pg_hba.conf"
runuser -u postgres -- env -C / "$binaries/pg_ctl" -D "$folder/state" -w -l "$folder/state/log" -o "-p 54377 -k $folder/state -c listen_addresses=$home" start >/dev/null
store=postgresql://bench@$home:54377/postgres

mkdir "$folder/classes"
"$JAVA_HOME/bin/javac" -nowarn -d "$folder/classes" -cp "$classes" benchmarks/journal/{Load,Ours}.java benchmarks/cluster/*.java
for i in 1 2 3; do
    mkdir "$folder/n$i"
    cat >"$folder/n$i/restate.toml" <<TOML
node-name = "n$i"
cluster-name = "$net"
base-dir = "$folder/n$i"
auto-provision = $([ $i = 1 ] && echo true || echo false)
bind-ip = "10.77.0.$i"
advertised-address = "http://10.77.0.$i:5122"
listen-mode = "tcp"
default-replication = 2
default-num-partitions = 6
disable-telemetry = true
log-filter = "warn"
rocksdb-total-memory-size = "512 MiB"
metadata-client.addresses = ["http://10.77.0.1:5122", "http://10.77.0.2:5122", "http://10.77.0.3:5122"]
TOML
    start_node $i
done
for i in 1 2 3; do reach "http://10.77.0.$i:8080/restate/health"; done
for i in 1 2 3; do start_worker $i; done
for i in 1 2 3; do await "$folder/n$i/worker.log" "Restate calls"; done

run() { # MAIN ARGUMENTS...
    # shellcheck disable=SC2086 # a list of flags
    "$JAVA_HOME/bin/java" $flags -cp "$folder/classes:$classes" "$@"
}

crash() { # PID: kills it, without a word of the shell
    kill -9 "$1"
    wait "$1" 2>/dev/null || true
}

if [ "${BENCH:-yes}" != no ]; then
    for i in 1 2 3; do
        # shellcheck disable=SC2086 # a list of flags
        ip netns exec "$net-$i" "$JAVA_HOME/bin/java" $flags -Xmx512m -cp "$folder/classes:$classes" BareWorker 9081 >>"$folder/n$i/bare.log" 2>&1 &
        bare[$i]=$!
    done
    for i in 1 2 3; do await "$folder/n$i/bare.log" ready; done
    run Transitions 10.77.0.1,10.77.0.2,10.77.0.3 6 "$clients"
    for i in 1 2 3; do crash "${bare[$i]}"; done
fi

[ "$seconds" -gt 0 ] || exit 0
run UnderFaults 10.77.0.1,10.77.0.2,10.77.0.3 "$store" "$seconds" "$clients" &
load=$!
end=$((SECONDS + seconds - 5))
declare -A count=([node]=0 [worker]=0 [cut]=0)
read -ra kinds <<<"${FAULTS:-node worker cut}"
while [ $SECONDS -lt $end ] && kill -0 $load 2>/dev/null; do
    sleep $((3 + RANDOM % 6))
    i=$((1 + RANDOM % 3))
    kind=${kinds[$((RANDOM % ${#kinds[@]}))]}
    count[$kind]=$((count[$kind] + 1))
    case $kind in
        node)
            crash "${node[$i]}"
            sleep $((RANDOM % 4))
            start_node $i
            ;;
        worker)
            crash "${worker[$i]}"
            start_worker $i
            ;;
        cut)
            ip link set "$net-$i" down
            sleep $((3 + RANDOM % 6))
            ip link set "$net-$i" up
            ;;
    esac
done
code=0
wait $load || code=$?
echo "kills of nodes ${count[node]}, of workers ${count[worker]}; cuts ${count[cut]}"
exit $code
