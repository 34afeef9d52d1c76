#!/usr/bin/env bash
# The part of scripts/test that compares with upstream: called with the release binaries built. Builds upstream's kubectl, replays the
# recorded cases against `ferrokube up --memory`, runs the kubectl scenario with every kubectl there is, that of credentials and those
# of the client libraries, runs what passes of upstream's suite, compares round trips of every kind with Go's, and kills the server, fills
# its disk and leaves it in the middle of requests.
set -euo pipefail
cd "$(dirname "$0")/../.."

tools=target/release/conformance-tools
server=target/release/ferrokube

"$tools" build --only kubectl
"$tools" diff check --start "$server"
"$tools" metrics check --start "$server"
"$tools" kubectl --start "$server"
# The newest kubectl, and the oldest that lies beside the one on PATH.
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

# Upstream's own suite: what has passed once passes again, first with the API server alone, then with upstream's controllers beside it.
# FERROKUBE_NIGHTLY runs the tests too that take many minutes.
limit=(--budget 100)
[ -z "${FERROKUBE_NIGHTLY:-}" ] || limit=(--slow)
"$tools" e2e --list conformance/passing.txt --start "$server" "${limit[@]}"
"$tools" e2e --list conformance/passing.txt --start "$server" --with kcm,scheduler "${limit[@]}"

# What our codecs and Go make of each other's bytes.
(cd conformance/go && go test -count=1 -timeout 30m -v ./roundtrip/...)

# Reliability from outside, in small (docs/reliability.md has the long runs): kills, vanishing clients, a full disk. Each checker must
# first find what is planted.
for fault in lost-write early-ack torn-tail gap duplicate; do
  "$tools" crash --start "$server" --cycles 12 --plant "$fault"
done
"$tools" crash --start "$server" --cycles 20
"$tools" cancel --start "$server" --requests 100 --plant-leak
"$tools" cancel --start "$server" --requests 1000
"$tools" full-disk --start "$server" --cycles 2
