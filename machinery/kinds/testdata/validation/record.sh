#!/usr/bin/env bash
# Asks the reference server what is wrong with documents. Reads lines of path, JSON document and the stored object that it replaces
# (empty for a new one), divided by tabs; prints them with a fourth column: the causes of the answer as a JSON list of
# `field: message`, empty when the document was accepted. Run from this folder:
#   cut -f1-3 answers.tsv | ./record.sh > new && mv new answers.tsv
# Needs root, curl and jq, as the reference server does (conformance/README.md).
set -euo pipefail

ask() {
    local config server token path document stored method url answer
    config=$(kubectl config view --raw -o json)
    server=$(jq -r '.clusters[0].cluster.server' <<<"$config")
    token=$(jq -r '.users[0].user.token' <<<"$config")
    send() {
        curl -sk -X "$1" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' --data-binary @- "$server$2"
    }
    while IFS='|' read -r path document stored; do
        method=POST url=$path
        if [[ $stored ]]; then
            answer=$(send POST "$path" <<<"$stored")
            method=PUT url=$path/$(jq -r .metadata.name <<<"$stored")
            answer=$(jq -c --argjson stored "$answer" '.metadata.resourceVersion = $stored.metadata.resourceVersion' <<<"$document" |
                send "$method" "$url?dryRun=All")
        else
            answer=$(send "$method" "$url?dryRun=All" <<<"$document")
        fi
        printf '%s\t%s\t%s\t%s\n' "$path" "$document" "$stored" \
            "$(jq -c '[.details.causes[]? | .field + ": " + .message]' <<<"$answer")"
    done < <(tr '\t' '|')
}

if [[ ${1-} == ask ]]; then
    ask
else
    tools=${CONFORMANCE_TOOLS:-../../../../conformance/tools/run}
    exec "$tools" reference run -- "$PWD/record.sh" ask
fi
