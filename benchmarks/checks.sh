#!/bin/bash
# The same 1,000 checks (700 files, 200 commands, 100 ports; 20 fail on purpose) by goss and by muster, in one go.
#   benchmarks/checks.sh [RUNS]
# First the verdicts are compared check by check; then CPU time (user + system) and wall time are measured, both in
# turn, and medians and ratios printed: cold, and incremental where nothing has changed. testinfra and serverspec take
# minutes: they are measured in one round, and not at all with PEERS=no. goss is taken from GOSS, or fetched as Debian's
# package of trixie; the others are fetched too. All come through the machine's own apt sources into a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-15}
work=$(mktemp -d)
listener=""
trap 'if [ -n "$listener" ]; then kill "$listener" 2>/dev/null; fi; rm -rf "$work"' EXIT

fetch_goss() {
    local apt="$work/apt" options
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    sed -E 's/^Suites: .*/Suites: trixie/; /^$/,$d' /etc/apt/sources.list.d/debian.sources >"$apt/trixie.sources"
    options="-o Dir::Etc::sourcelist=$apt/trixie.sources -o Dir::Etc::sourceparts=/dev/null -o Dir::State::Lists=$apt/lists
        -o Dir::Cache=$apt/cache -o APT::Sandbox::User=root"
    # shellcheck disable=SC2086 # a list of options
    (cd "$apt" && apt-get $options update && apt-get $options download goss && dpkg -x goss_*.deb x) >"$apt/log" 2>&1
    echo "$apt/x/usr/bin/goss"
}

fetch_peers() { # testinfra and serverspec with all they need, unpacked beside the machine's own packages
    mkdir -p "$work/peers/archives/partial"
    apt-get -o Dir::Cache::archives="$work/peers/archives" -o APT::Sandbox::User=root --no-install-recommends -y --download-only \
        install python3-testinfra ruby-serverspec >"$work/peers/log" 2>&1 || return 0
    for package in "$work"/peers/archives/*.deb; do dpkg -x "$package" "$work/peers/root"; done
}

cpu_and_wall() { # file COMMAND...: adds milliseconds of CPU and of the clock
    local into=$1
    shift
    TIMEFORMAT='%U %S %R'
    { time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{printf "%d %d\n", ($1 + $2) * 1000, $3 * 1000}' >>"$into"
}

median() { # file COLUMN
    sort -n -k "$2" "$1" | awk -v column="$2" '{value[NR] = $column} END {print value[int((NR + 1) / 2)]}'
}

row() { # NAME file
    awk -v name="$1" -v cpu="$(median "$2" 1)" -v wall="$(median "$2" 2)" -v peer="$(median "$work/goss.times" 1)" \
        -v peer_wall="$(median "$work/goss.times" 2)" 'BEGIN {
        printf "%-22s cpu %7d ms  %6.2f x goss   wall %7d ms  %6.2f x goss\n", name, cpu, cpu / peer, wall, wall / peer_wall}'
}

goss=${GOSS:-$(fetch_goss)}
python=/usr/bin/python3
$python -c '
import socket, time
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(98)]
print(*[one.getsockname()[1] for one in held], flush=True)
time.sleep(86400)' >"$work/ports" &
listener=$!
until [ -s "$work/ports" ]; do sleep 0.1; done
# shellcheck disable=SC2046 # a list of ports
$python benchmarks/checks_generate.py "$work/checks" $(cat "$work/ports")
by_goss=("$goss" -g "$work/checks/goss.yaml" validate --format json)
by_muster=(./muster audit --checks "$work/checks/checks.yaml" --workspace "$work/checks" --trust operator --json)

"${by_goss[@]}" >"$work/goss.json" || true
"${by_muster[@]}" >"$work/muster.json" || true
$python - "$work" <<'PYTHON'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
names = json.loads((work / "checks/names.json").read_text())
expected = set((work / "checks/expected.txt").read_text().split())
def name(result):
    target = result["resource-id"]
    return names.get(target.removeprefix("tcp:"), target)
goss = json.loads((work / "goss.json").read_text())["results"]
by_goss = {name(one) for one in goss if not one["successful"]}
asked_of_goss = {name(one) for one in goss}
muster = json.loads((work / "muster.json").read_text())["checks"]
by_muster = {one["id"] for one in muster if not one["met"]}
asked_of_muster = {one["id"] for one in muster}
print(f"goss: {len(asked_of_goss)} checks, {len(by_goss)} fail; muster: {len(asked_of_muster)} checks, {len(by_muster)} fail")
if asked_of_goss != asked_of_muster or not by_goss == by_muster == expected:
    sys.exit(f"the verdicts differ: {sorted(by_goss ^ by_muster | by_muster ^ expected)[:10]}")
print("the verdicts are the same, check by check")
PYTHON

sleep 3 # what changed less than two seconds before it was probed is probed again
"${by_muster[@]}" --incremental >/dev/null || true
for _ in $(seq "$runs"); do
    cpu_and_wall "$work/goss.times" "${by_goss[@]}"
    cpu_and_wall "$work/muster.times" "${by_muster[@]}"
    cpu_and_wall "$work/again.times" "${by_muster[@]}" --incremental
done
row goss "$work/goss.times"
row "muster" "$work/muster.times"
row "muster, incremental" "$work/again.times"
if [ "${PEERS:-yes}" = no ]; then exit 0; fi
fetch_peers
root=$work/peers/root/usr
library=$root/lib/$(uname -m)-linux-gnu
export PYTHONPATH=$root/lib/python3/dist-packages
export GEM_PATH=$root/share/rubygems-integration/all:/usr/share/rubygems-integration/all
export RUBYLIB=$root/lib/ruby/vendor_ruby:$root/lib/ruby/3.1.0:$library/ruby/3.1.0:$library/ruby/vendor_ruby/3.1.0
PATH=$root/bin:$PATH
if $python -c 'import testinfra, pytest' 2>/dev/null; then
    cpu_and_wall "$work/testinfra.times" $python -m pytest -q -p no:cacheprovider "$work/checks/test_checks.py"
    row testinfra "$work/testinfra.times"
fi
export LD_LIBRARY_PATH=$library
if ruby -e 'require "serverspec"' 2>/dev/null; then
    cpu_and_wall "$work/serverspec.times" ruby "$(command -v rspec)" "$work/checks/checks_spec.rb"
    row serverspec "$work/serverspec.times"
fi
