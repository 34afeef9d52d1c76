#!/bin/bash
# Records the names of upstream's tests of a store and of its watches: exported functions Run* of apiserver's storage/testing. Names
# only, one a line; `cargo xtask tidy` holds storage/src/contract/upstream.tsv against them. Called by regenerate.sh, and by hand when
# only this is wanted.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(go list -m -f '{{.Version}}' k8s.io/kubernetes)
folder=$(go list -f '{{.Dir}}' k8s.io/apiserver/pkg/storage/testing)
names=$(sed -nE 's/^func (Run[A-Za-z]+)\(.*/\1/p' "$folder/store_tests.go" "$folder/watcher_tests.go")
{
  echo "# kubernetes $version, k8s.io/apiserver/pkg/storage/testing: store_tests.go, watcher_tests.go"
  echo "# $(wc -l <<<"$names") names"
  echo "$names"
} >../../storage/src/contract/upstream.names
