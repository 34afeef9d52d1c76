#!/usr/bin/env bash
# Makes a reference server forget its history, from inside its network namespace: what kube-apiserver does to etcd every five minutes.
# kube-apiserver keeps the revision of the last compaction under a key of its own and looks at it every 15 seconds, so this waits
# until its caches have followed. Called by the client-go scenario.
set -euo pipefail

etcd() { curl --silent --show-error --fail --max-time 5 "http://127.0.0.1:2379/v3/kv/$1" --data "$2"; }

key=$(printf compact_rev_key | base64)
revision=$(etcd range "{\"key\":\"$key\"}" | sed -n 's/.*"revision":"\([0-9]*\)".*/\1/p')
[ -n "$revision" ] || { echo "etcd named no revision" >&2; exit 1; }
etcd put "{\"key\":\"$key\",\"value\":\"$(printf %s "$revision" | base64)\"}" >/dev/null
etcd compaction "{\"revision\":\"$revision\"}" >/dev/null
sleep 17
