#!/bin/bash
# Tokens, passwords and client certificates with the programs that people use: kubectl, curl and openssl. Every step asserts what it
# did; the last line counts the steps.
#
# Run by scripts/lib/conformance.sh as `credentials.sh FERROKUBE KUBECTL...`. It starts a server of its own, because the credentials are
# the server's files.
set -Eeuo pipefail
[ $# -ge 2 ] || { echo "usage: $0 FERROKUBE KUBECTL..." >&2; exit 2; }
SERVER=$(realpath "$1")
shift

COUNT=0
STEP="start"
trap 'echo "FAILED in step \"$STEP\" at line $LINENO" >&2' ERR
WORK=$(mktemp -d)
PID=
clean_up() {
  [ -z "$PID" ] || kill "$PID" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$WORK"
}
trap clean_up EXIT
cd "$WORK"
# A home of its own, with no kubeconfig in it that kubectl could find.
export HOME="$WORK" KUBECACHEDIR="$WORK/cache" LC_ALL=C
unset KUBECONFIG

step() {
  STEP="$*"
  COUNT=$((COUNT + 1))
  echo "- $STEP"
}

fail() {
  echo "FAILED in step \"$STEP\": $*" >&2
  trap - ERR
  exit 1
}

# says REGEX: waits for a line of the server.
says() {
  local line
  while IFS= read -r -t 20 line <&"$SAID"; do
    echo "$line" >>log
    if grep -Eq -- "$1" <<<"$line"; then
      LINE=$line
      return 0
    fi
  done
  fail "the server did not say $1; it said: $(cat log)"
}

# code CODE CURL-ARGUMENTS...: the answer has this status.
code() {
  local expect=$1 got
  shift
  got=$(curl --silent --max-time 20 --cacert ca.crt --output answer --write-out '%{http_code}' "$@") || fail "curl $* ended with $?"
  [ "$got" = "$expect" ] || fail "curl $*: $got instead of $expect: $(cat answer)"
}

# k EXPECTED-OUTPUT KUBECTL-ARGUMENTS...: lists namespaces; a part of the output, or of the error.
k() {
  local expect=$1 out
  shift
  out=$(timeout 60 "$KUBECTL" --server "$URL" --certificate-authority ca.crt "$@" get namespaces --output name 2>&1 </dev/null) || true
  grep -Fq -- "$expect" <<<"$out" || fail "$KUBECTL $*: no \"$expect\" in: $out"
}

# client NAME DAYS: a certificate of the further authority, as guides have it made: one of version 1.
client() {
  openssl req -new -newkey rsa:2048 -nodes -keyout "$1.key" -subj "/O=system:masters/CN=$1" -out "$1.csr" 2>>log
  openssl x509 -req -in "$1.csr" -CA further.crt -CAkey further.key -CAcreateserial -days "$2" -out "$1.crt" 2>>log
}

umask 077
printf '%s\n' 'tok-admin,root,0,"system:masters"' 'tok-jane,jane,1,"devs,testers"' >tokens.csv
printf '%s\n' 'pass:word,basil,2,"system:masters"' >passwords.csv
chmod 644 passwords.csv
openssl req -x509 -newkey rsa:2048 -nodes -keyout further.key -subj /CN=further -days 2 -out further.crt 2>>log
client carla 1

step "the server starts with files of credentials"
exec {SAID}< <(exec "$SERVER" up --memory --listen 127.0.0.1:0 --kubeconfig "$WORK/kubeconfig" --log info \
  --token-auth-file tokens.csv --basic-auth-file passwords.csv --client-ca-file further.crt 2>&1)
PID=$!
says 'others than its owner may read.*passwords.csv'
says 'is ready at https://'
! grep -q 'others than its owner may read.*tokens.csv' log || fail "tokens.csv is private"
URL=$(grep -Eo 'https://[0-9.:]+' <<<"$LINE" | head -n 1)
sed -n 's/.*certificate-authority-data: *"\{0,1\}\([^" ]*\).*/\1/p' kubeconfig | base64 -d >ca.crt

for KUBECTL in "$@"; do
  rm -rf "$KUBECACHEDIR"
  step "$(basename "$KUBECTL") shows a token"
  k namespace/kube-system --token tok-admin
  k 'User "jane" cannot list resource "namespaces"' --token tok-jane
  k 'You must be logged in to the server (Unauthorized)' --token tok-nobody
  step "$(basename "$KUBECTL") shows a user name and a password"
  k namespace/kube-system --username basil --password pass:word
  k 'You must be logged in to the server (Unauthorized)' --username basil --password wrong
  k 'You must be logged in to the server (Unauthorized)' --username nobody --password pass:word
  step "$(basename "$KUBECTL") shows a certificate of version 1"
  k namespace/kube-system --client-certificate carla.crt --client-key carla.key
done

step "curl shows a user name and a password"
for protocol in --http1.1 --http2; do
  code 200 $protocol --user basil:pass:word "$URL/api/v1/namespaces"
  code 401 $protocol --user basil:pass "$URL/api/v1/namespaces"
  # Asks without first: nobody in particular is told 403, which asks for nothing.
  code 403 $protocol --anyauth --user basil:pass:word "$URL/api/v1/namespaces"
  code 401 $protocol --header 'Authorization: Basic nonsense' "$URL/api/v1/namespaces"
done
curl --silent --cacert ca.crt --user basil:pass --dump-header headers --output answer "$URL/api"
grep -iq '^www-authenticate: Basic realm="kubernetes-master"' headers || fail "no challenge: $(cat headers)"
grep -q '"message": "Unauthorized"' answer || fail "$(cat answer)"

step "curl shows a token"
code 200 --header 'Authorization: Bearer tok-admin' "$URL/api/v1/namespaces"
code 403 --header 'Authorization: Bearer tok-jane' "$URL/api/v1/namespaces"
code 401 --header 'Authorization: Bearer tok-nobody' "$URL/healthz"

step "nobody in particular sees health and version"
for path in healthz livez readyz version; do code 200 "$URL/$path"; done
for path in api metrics api/v1/namespaces; do code 403 "$URL/$path"; done

step "a bad certificate is an answer, and no token makes up for it"
openssl req -x509 -newkey rsa:2048 -nodes -keyout stranger.key -subj /O=system:masters/CN=stranger -days 2 -out stranger.crt 2>>log
code 401 --cert stranger.crt --key stranger.key "$URL/healthz"
code 401 --cert stranger.crt --key stranger.key --header 'Authorization: Bearer tok-admin' "$URL/healthz"
code 200 --cert carla.crt --key carla.key --header 'Authorization: Bearer tok-nobody' "$URL/api/v1/namespaces"

step "a revoked token is refused"
printf '%s\n' 'tok-new,root,0,"system:masters"' >tokens.new
mv tokens.new tokens.csv
says 'read changed credentials.*tokens.csv'
code 401 --header 'Authorization: Bearer tok-admin' "$URL/api/v1/namespaces"
code 200 --header 'Authorization: Bearer tok-new' "$URL/api/v1/namespaces"

step "a broken file changes nothing and is reported without its content"
printf '%s\n' 'tok-broken,root' >tokens.csv
says 'cannot be used.*tokens.csv.*line 1'
code 200 --header 'Authorization: Bearer tok-new' "$URL/api/v1/namespaces"

step "an authority that is taken away is believed no more"
cp stranger.crt further.crt
says 'read changed credentials.*further.crt'
code 401 --cert carla.crt --key carla.key "$URL/api/v1/namespaces"

step "nothing of it is in the log"
kill "$PID"
cat <&"$SAID" >>log
PID=
grep -q 'credentials were refused' log || fail "no refusals in the log"
for secret in tok- pass:word YmFzaWw6; do
  ! grep -Fq -- "$secret" log || fail "the log holds $secret: $(grep -F -- "$secret" log)"
done

step "a server does not start with a file that cannot be read"
for file in tokens.csv missing; do
  ! "$SERVER" up --memory --listen 127.0.0.1:0 --kubeconfig "$WORK/kubeconfig" --token-auth-file "$file" >out 2>&1 || fail "it started"
  [ "$(wc -l <out)" = 1 ] && grep -q "$file" out || fail "not one line that names $file: $(cat out)"
  ! grep -q tok-broken out || fail "the content is said: $(cat out)"
done

echo "$COUNT steps passed"
