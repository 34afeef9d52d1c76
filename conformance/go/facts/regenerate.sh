#!/bin/bash
# Regenerates the facts files: starts the reference etcd and two reference API servers (default settings; everything on) in a
# network namespace of their own that reaches nothing else, reads from them, and stops them. Needs root for the namespace, and
# kube-apiserver and etcd of the reference release in the folder given as the first argument. Then run `cargo xtask codegen`.
set -euo pipefail
bin=$(realpath "${1:?usage: regenerate.sh FOLDER-WITH-REFERENCE-BINARIES}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
ns=facts-$$
pids=()
stop() { # at once: an API server waits for minutes when its etcd has gone
  for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  ip netns delete "$ns" || true
  rm -rf "$work"
}
trap stop EXIT

"$here/contract.sh"
(cd "$here/.." && go build -o "$work/facts" ./facts)
ip netns add "$ns"
ip -n "$ns" link set lo up
ip -n "$ns" route add blackhole 10.0.0.0/8
cd "$work"
openssl ecparam -genkey -name prime256v1 -noout -out sa.key
openssl ec -in sa.key -pubout -out sa.pub 2>/dev/null
token=$(openssl rand -hex 16)
echo "$token,facts,facts,system:masters" >tokens

start() { ip netns exec "$ns" "$@" & pids+=($!); }
server() { # name, port, flags
  local name=$1 port=$2
  shift 2
  start "$bin/kube-apiserver" --etcd-servers=http://127.0.0.1:2379 --etcd-prefix="/$name" --secure-port="$port" --bind-address=127.0.0.1 \
    --advertise-address=10.0.0.1 --cert-dir="certs-$name" --token-auth-file=tokens --authorization-mode=RBAC \
    --service-account-issuer=https://kubernetes.default.svc --service-account-key-file=sa.pub --service-account-signing-key-file=sa.key \
    --service-cluster-ip-range=10.1.0.0/24 "$@" >"$name.out" 2>&1
}
ready() { ip netns exec "$ns" curl -skf --retry 120 --retry-delay 1 --retry-all-errors -o /dev/null -H "Authorization: Bearer $token" "https://127.0.0.1:$1/readyz"; }

start "$bin/etcd" --data-dir=etcd --unsafe-no-fsync --listen-client-urls=http://127.0.0.1:2379 --advertise-client-urls=http://127.0.0.1:2379 \
  --listen-peer-urls=http://127.0.0.1:2380 >etcd.out 2>&1
server default 6443
server full 6444 --feature-gates=AllAlpha=true,AllBeta=true --runtime-config=api/all=true
ready 6443
ready 6444
ip netns exec "$ns" "$work/facts" -root "$here/../../.." -default-server https://127.0.0.1:6443 -full-server https://127.0.0.1:6444 -token "$token"
