#!/usr/bin/env bash
# The part of scripts/test that compares with upstream: called with the release binaries built. Builds upstream's kubectl, replays the
# recorded cases against `ferrokube up --memory`, runs the kubectl scenario with every kubectl there is and the scenarios of the client
# libraries, and compares round trips of every kind with Go's.
set -euo pipefail
cd "$(dirname "$0")/../.."

tools=target/release/conformance-tools
server=target/release/ferrokube

"$tools" build --only kubectl
"$tools" diff check --start "$server"
"$tools" kubectl --start "$server"
"$tools" clients --start "$server"

oracle=$(mktemp -d)
trap 'rm -rf "$oracle"' EXIT
(cd conformance/go && go build -o "$oracle/roundtrip" ./roundtrip/cmd)
FERROKUBE_GO_ORACLE="$oracle/roundtrip" cargo test --locked --package kinds --test roundtrip -- --include-ignored
