#!/usr/bin/env bash
# Asks the reference server what becomes of documents. Reads lines of path and JSON document, divided by a tab; prints the accepted ones
# with the answer as a third column, without what differs from run to run. Admission plugins that fill fields are off, so that
# only defaulting and preparation show. Run from this folder:
#   cut -f1,2 answers.tsv | ./record.sh > new && mv new answers.tsv
# Needs root and jq, as the reference server does (conformance/README.md).
set -euo pipefail

plugins=ServiceAccount,Priority,DefaultTolerationSeconds,DefaultStorageClass,StorageObjectInUseProtection,TaintNodesByCondition
plugins+=,RuntimeClass,DefaultIngressClass,LimitRanger,PodTopologyLabels,NamespaceLifecycle

ask() {
    local path document answer
    while IFS=$'\t' read -r path document; do
        if answer=$(kubectl create --raw "$path?dryRun=All&fieldManager=recorder" -f - <<<"$document" 2>/dev/null); then
            printf '%s\t%s\t%s\n' "$path" "$document" "$(jq -cf "${0%/*}/mask.jq" <<<"$answer")"
        fi
    done
}

if [[ ${1-} == ask ]]; then
    ask
else
    tools=${CONFORMANCE_TOOLS:-../../../../conformance/tools/run}
    exec "$tools" reference run --apiserver-arg="--disable-admission-plugins=$plugins" \
        --apiserver-arg=--runtime-config=api/all=true -- "$PWD/record.sh" ask
fi
