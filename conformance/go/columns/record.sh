#!/bin/bash
# Records the tables of a reference server with every gate and version on into machinery/kinds/testdata/columns.json. Needs what
# conformance/README.md says of the reference server; run `conformance/tools/run build --only kube-apiserver,etcd` before.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$here/.." && go build -o "$work/columns" ./columns)
"$here/../../tools/run" reference run --apiserver-arg=--runtime-config=api/all=true \
  --apiserver-arg=--feature-gates=AllAlpha=true,AllBeta=true -- "$work/columns" -root "$here/../../.."
