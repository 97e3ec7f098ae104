#!/bin/bash
# A thousand checks (file, owner and mode, every twentieth fails) of another machine over ssh, on a server of the benchmark's own on the
# loopback interface: by muster over one connection, and the same looks by one ssh process each over a shared connection.
#   benchmarks/targets.sh [CHECKS]
# Prints CPU time of the client's side (user + system, children included), of the server's side, and the time by the clock.
set -euo pipefail
cd "$(dirname "$0")/.."
checks=${1:-1000}
work=$(mktemp -d)
server=""
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null; fi; rm -rf "$work"' EXIT
for key in host own; do ssh-keygen -q -t ed25519 -N "" -f "$work/$key"; done
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$work/sshd_config" <<TEXT
Port $port
ListenAddress 127.0.0.1
HostKey $work/host
PidFile none
AuthorizedKeysFile $work/own.pub
StrictModes no
PasswordAuthentication no
UsePAM no
TEXT
echo "[127.0.0.1]:$port $(cat "$work/host.pub")" >"$work/known"
printf '%s\n' "IdentityFile $work/own" "IdentitiesOnly yes" "UserKnownHostsFile $work/known" >"$work/ssh_config"
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
/usr/sbin/sshd -D -e -f "$work/sshd_config" 2>"$work/log" &
server=$!
until grep -q "Server listening" "$work/log"; do sleep 0.1; done

{
    echo "checks:"
    for ((i = 0; i < checks; i++)); do
        if ((i % 20 == 0)); then echo "  - probe: {file-state: /no/such/$i}"
        else echo "  - probe: {file-state: /etc/passwd, type: file, owner: root, mode: \"0644\"}"; fi
    done
} >"$work/checks.yaml"

server_cpu() { # seconds of the server and of its ended children
    awk -v hz="$(getconf CLK_TCK)" '{print ($14 + $15 + $16 + $17) / hz}' "/proc/$server/stat"
}

measured() { # NAME COMMAND...
    local name=$1 before after
    shift
    before=$(server_cpu)
    TIMEFORMAT='%U %S %R'
    { time "$@" >"$work/out" 2>"$work/err" || true; } 2>"$work/time"
    sleep 12 # the shared connection ends, so that the server's children are counted
    after=$(server_cpu)
    awk -v name="$name" -v before="$before" -v after="$after" \
        '{printf "%-28s CPU here %.2f s, there %.2f s, wall %.2f s\n", name, $1 + $2, after - before, $3}' "$work/time"
}

each() {
    local i
    for ((i = 0; i < checks; i++)); do
        ssh -F "$work/ssh_config" -o BatchMode=yes -o ControlMaster=auto -o ControlPath="$work/c" -o ControlPersist=5 -p "$port" 127.0.0.1 \
            "stat -L -c '%f %u %g %s' /etc/passwd" </dev/null
    done
}

measured "muster, $checks checks" ./muster audit --checks "$work/checks.yaml" --workspace "$work" \
    --target "ssh://$(id -un)@127.0.0.1:$port" --ssh-config "$work/ssh_config"
tail -n 1 "$work/out"
measured "one ssh each, $checks looks" each
