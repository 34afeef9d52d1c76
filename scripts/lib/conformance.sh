#!/usr/bin/env bash
# The parts of scripts/test that compare with upstream and break things from outside, one a call, with the release binaries built:
#   programs     builds upstream's programs, which the other parts take from the cache
#   answers      recorded cases and metric families against `ferrokube up --memory`; the generated page of differences
#   clients      every kubectl there is, credentials, the client libraries
#   suite        what passes of upstream's conformance suite (FERROKUBE_NIGHTLY: the tests too that take many minutes)
#   roundtrip    what our codecs and Go make of each other's bytes
#   reliability  kills, vanishing clients, a full disk, in small (docs/reliability.md has the long runs); each checker must first find
#                what is planted
#   costs        CPU of reads and watches beside the reference's, held against recorded ratios
set -euo pipefail
cd "$(dirname "$0")/../.."

tools=target/release/conformance-tools
server=target/release/ferrokube

programs() {
  "$tools" build
}

answers() {
  "$tools" diff check --start "$server"
  "$tools" metrics check --start "$server"
}

clients() {
  "$tools" kubectl --start "$server"
  # The newest kubectl, and the oldest that lies beside the one on PATH.
  local kubectls installed old
  kubectls=("$("$tools" build --only kubectl | tail -n 1)/kubectl")
  if installed=$(command -v kubectl); then
    for old in "$(dirname "$(readlink -f "$installed")")"/kubectl.1.*; do
      if [ -x "$old" ]; then
        kubectls+=("$old")
        break
      fi
    done
  fi
  conformance/scenarios/credentials.sh "$server" "${kubectls[@]}"
  "$tools" clients --start "$server"
}

# What has passed once passes again, first with the API server alone, then with upstream's controllers beside it, then with a Node too.
suite() {
  local limit=(--budget 100)
  [ -z "${FERROKUBE_NIGHTLY:-}" ] || limit=(--slow)
  "$tools" e2e --list conformance/passing.txt --start "$server" "${limit[@]}"
  "$tools" e2e --list conformance/passing.txt --start "$server" --with kcm,scheduler "${limit[@]}"
  "$tools" e2e --list conformance/passing.txt --start "$server" --with kcm,scheduler --ready-node "${limit[@]}"
}

roundtrip() {
  cd conformance/go
  go test -count=1 -timeout 30m -v ./roundtrip/...
}

reliability() {
  local fault
  for fault in lost-write early-ack torn-tail gap duplicate; do
    "$tools" crash --start "$server" --cycles 12 --plant "$fault"
  done
  "$tools" crash --start "$server" --cycles 20
  "$tools" cancel --start "$server" --requests 100 --plant-leak
  "$tools" cancel --start "$server" --requests 1000
  "$tools" full-disk --start "$server" --cycles 2
}

costs() {
  target/release/bench short --ours "$server"
}

case "${1:-}" in
  programs | answers | clients | suite | roundtrip | reliability | costs) "$1" ;;
  *)
    echo "usage: scripts/lib/conformance.sh programs|answers|clients|suite|roundtrip|reliability|costs" >&2
    exit 2
    ;;
esac
