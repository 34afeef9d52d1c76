#!/bin/bash
# One scripted session with kubectl. Every step asserts what it did; the last line counts the steps.
#
# Run by `conformance-tools kubectl`, which sets KUBECTL (the program), KUBECONFIG, WORK (an empty folder) and MANIFESTS. It must
# pass against an API server alone: nothing here waits for a controller, a scheduler or a node. It may run several times, with
# several kubectl versions, against one server, so its own objects live in a namespace named after the version, and it deletes no
# other namespace's objects.
set -Eeuo pipefail
: "${KUBECTL:?}" "${KUBECONFIG:?}" "${WORK:?}" "${MANIFESTS:?}"

COUNT=0
STEP="start"
trap 'echo "FAILED in step \"$STEP\" at line $LINENO" >&2' ERR

# A home of its own: kubectl caches discovery by server address, and another server may have had that address before.
export HOME="$WORK" KUBECACHEDIR="$WORK/cache" LC_ALL=C
cd "$WORK"

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

# No single command may hang; `watch` and `wait` end much earlier by themselves.
k() { timeout 60 "$KUBECTL" --namespace "$NS" "$@"; }

# The manifests name their own namespaces.
cluster() { timeout 120 "$KUBECTL" "$@"; }

# has REGEX COMMAND...: the command succeeds and a line of its output matches.
has() {
  local pattern=$1 out
  shift
  out=$("$@" 2>err) || fail "$* ended with $?: $out $(cat err)"
  grep -Eq -- "$pattern" <<<"$out" || fail "no line of \"$*\" matches $pattern: $out $(cat err)"
}

# lacks REGEX COMMAND...: the command succeeds and no line of its output matches.
lacks() {
  local pattern=$1 out
  shift
  out=$("$@" 2>err) || fail "$* ended with $?: $out $(cat err)"
  ! grep -Eq -- "$pattern" <<<"$out" || fail "a line of \"$*\" matches $pattern: $out"
}

# is TEXT COMMAND...: the command succeeds and prints exactly this.
is() {
  local expect=$1 out
  shift
  out=$("$@" 2>err) || fail "$* ended with $?: $out $(cat err)"
  [[ "$out" == "$expect" ]] || fail "\"$*\" printed: $out; not: $expect"
}

# refused REGEX COMMAND...: the command fails and a line of its errors matches.
refused() {
  local pattern=$1
  shift
  if "$@" >out 2>err; then fail "\"$*\" succeeded: $(cat out)"; fi
  grep -Eq -- "$pattern" err || fail "no error line of \"$*\" matches $pattern: $(cat err)"
}

# field RESOURCE JSONPATH: the value there.
field() { k get "$1" -o "jsonpath={$2}"; }

NS=default
step "version"
VERSION=$(k version -o json) || fail "version: $VERSION"
CLIENT=$(sed -n '/"clientVersion"/,/}/s/.*"gitVersion": "v\([0-9]*\.[0-9]*\).*/\1/p' <<<"$VERSION")
SERVER=$(sed -n '/"serverVersion"/,/}/s/.*"gitVersion": "v\([0-9]*\.[0-9]*\).*/\1/p' <<<"$VERSION")
[[ "$SERVER" == 1.37 ]] || fail "the server says it is $SERVER"
[[ "$CLIENT" =~ ^1\.[0-9]+$ ]] || fail "the client says it is $CLIENT"
NS="scenario-${CLIENT/./-}"
echo "  client $CLIENT, server $SERVER, namespace $NS"

step "api-versions"
for version in v1 apps/v1 batch/v1 autoscaling/v2 rbac.authorization.k8s.io/v1 storage.k8s.io/v1 events.k8s.io/v1; do
  has "^$version\$" k api-versions
done

step "api-resources"
has '^deployments +deploy +apps/v1 +true +Deployment$' k api-resources
has '^configmaps +cm +v1 +true +ConfigMap' k api-resources
has '^clusterroles.rbac.authorization.k8s.io$' k api-resources --namespaced=false -o name
lacks '^configmaps' k api-resources --namespaced=false -o name
has '^horizontalpodautoscalers +hpa ' k api-resources --api-group=autoscaling
has '^pods +po ' k api-resources --categories=all
has 'deletecollection' k api-resources --api-group=apps -o wide

step "raw paths"
is ok k get --raw /healthz
is ok k get --raw /readyz
has '"gitVersion": "v1.37' k get --raw /version

step "create a namespace"
is "namespace/$NS created" k create namespace "$NS"
is Active field "namespace/$NS" .status.phase
refused 'Error from server \(AlreadyExists\): .*namespaces ".*" already exists' k create namespace "$NS"

step "create from a file"
cat >colours.yaml <<'YAML'
apiVersion: v1
kind: ConfigMap
metadata:
  name: colours
  labels: {set: colours, size: small}
data:
  sky: blue
  grass: green
---
apiVersion: v1
kind: Secret
metadata:
  name: colours
  labels: {set: colours}
stringData:
  hidden: infrared
YAML
has '^configmap/colours created$' k create -f colours.yaml
refused 'AlreadyExists' k create -f colours.yaml
is aW5mcmFyZWQ= field secret/colours .data.hidden

step "create by generators"
is "configmap/tools created" k create configmap tools --from-literal=hammer=3 --from-literal=saw=1
is "secret/key created" k create secret generic key --from-literal=a=b
is "serviceaccount/robot created" k create serviceaccount robot
is "deployment.apps/web created" k create deployment web --image=registry.example.com/web:1 --replicas=2
is "job.batch/once created" k create job once --image=registry.example.com/once:1
is "cronjob.batch/often created" k create cronjob often --image=registry.example.com/often:1 --schedule='*/10 * * * *'
is "role.rbac.authorization.k8s.io/reader created" k create role reader --verb=get,list --resource=pods,configmaps
is "rolebinding.rbac.authorization.k8s.io/reader created" k create rolebinding reader --role=reader --serviceaccount="$NS:robot"
is "poddisruptionbudget.policy/web created" k create poddisruptionbudget web --selector=app=web --min-available=1
is "resourcequota/small created" k create quota small --hard=configmaps=1000
is "service/web created" k create service clusterip web --tcp=80:8080
is "ingress.networking.k8s.io/web created" k create ingress web --rule='example.com/=web:80'
is "horizontalpodautoscaler.autoscaling/web autoscaled" k autoscale deployment web --min=1 --max=4
is "service/web-exposed exposed" k expose deployment web --name=web-exposed --port=80
is 2 field deployment/web .spec.replicas
is 4 field hpa/web .spec.maxReplicas

step "generated names"
OUT=$(k create -f - <<<'{"apiVersion":"v1","kind":"ConfigMap","metadata":{"generateName":"many-"}}')
[[ "$OUT" =~ ^configmap/many-[a-z0-9]{5}\ created$ ]] || fail "$OUT"

step "dry runs"
is "configmap/never created (dry run)" k create configmap never --dry-run=client
is "configmap/never created (server dry run)" k create configmap never --dry-run=server
refused 'NotFound' k get configmap never

step "apply the manifests"
cluster apply -f "$MANIFESTS" >out 2>err || fail "apply: $(cat err)"
WANTED=$(cat "$MANIFESTS"/*.yaml | grep -c '^kind: ')
DONE=$(grep -Ec ' (created|configured|unchanged)$' out || true)
[[ "$WANTED" -ge 60 && "$DONE" -eq "$WANTED" ]] || fail "$DONE of $WANTED objects applied: $(cat out)"

step "apply the manifests again"
cluster apply -f "$MANIFESTS" >out 2>err || fail "apply: $(cat err)"
! grep -q ' created$' out || fail "an object was made twice: $(cat out)"

step "apply, change and remove fields"
cat >applied.yaml <<'YAML'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: applied
  labels: {stage: one, gone: soon}
spec:
  replicas: 2
  selector: {matchLabels: {app: applied}}
  template:
    metadata: {labels: {app: applied}}
    spec:
      containers:
      - name: main
        image: registry.example.com/main:1
        env: [{name: A, value: "1"}, {name: B, value: "2"}]
      - name: side
        image: registry.example.com/side:1
YAML
is "deployment.apps/applied created" k apply -f applied.yaml
is "deployment.apps/applied unchanged" k apply -f applied.yaml
sed -e 's/, gone: soon//' -e 's/stage: one/stage: two/' -e 's/replicas: 2/replicas: 3/' -e 's/{name: A, value: "1"}, //' \
  -e '/name: side/d' -e '/side:1/d' applied.yaml >applied2.yaml

step "diff of two applies"
if k diff -f applied2.yaml >out 2>err; then fail "diff found nothing"; elif [[ $? -ne 1 ]]; then fail "diff: $(cat err)"; fi
grep -Eq '^\+ +stage: two' out && grep -Eq '^- +gone: soon' out && grep -Eq '^\+ +replicas: 3' out || fail "diff printed: $(cat out)"
is "deployment.apps/applied configured" k apply -f applied2.yaml
is '' k diff -f applied2.yaml
is 'two,,3' field deployment/applied '.metadata.labels.stage},{.metadata.labels.gone},{.spec.replicas'
is main field deployment/applied '.spec.template.spec.containers[*].name'
is B field deployment/applied '.spec.template.spec.containers[0].env[*].name'
has 'stage: two' k apply view-last-applied deployment/applied

step "apply refuses unknown fields"
sed 's/replicas: 3/replicaz: 3/' applied2.yaml >unknown.yaml
refused 'unknown field "spec.replicaz"' k apply --validate=strict -f unknown.yaml
is 3 field deployment/applied .spec.replicas

step "get as json, yaml, name, jsonpath, columns, template"
has '"sky": "blue"' k get configmap colours -o json
has '^  sky: blue$' k get configmap colours -o yaml
is configmap/colours k get configmap colours -o name
is green field configmap/colours .data.grass
is $'NAME      SKY\ncolours   blue' k get configmap colours -o custom-columns=NAME:.metadata.name,SKY:.data.sky
is blue k get configmap colours -o go-template='{{.data.sky}}'
has '"kind": "List"' k get configmap,secret -o json
k get configmap colours -o json >roundtrip.json
has '^configmap/colours (unchanged|configured)$' k apply -f roundtrip.json

step "get as a table"
has '^NAME +DATA +AGE$' k get configmaps
has '^colours +2 +' k get configmaps
has '^NAME +READY +UP-TO-DATE +AVAILABLE +AGE$' k get deployments
has '^web +0/2 +0 +0 +' k get deployments
has '^web +0/2 .* registry.example.com/web:1 +app=web$' k get deployments -o wide
has '^NAME +TYPE +CLUSTER-IP +EXTERNAL-IP +PORT\(S\) +AGE$' k get services
# A server that assigns no service addresses yet shows none.
has '^web +ClusterIP +(<none>|[0-9.]+) +<none> +80/TCP +' k get services
has '^NAME +TYPE +DATA +AGE$' k get secrets
has '^deployment.apps/web ' k get all
has "^$NS +Active +" k get namespaces
has "^$NS +colours +2 " k get configmaps --all-namespaces
has '^colours .* set=colours,size=small$' k get configmaps --show-labels
has '^NAME +DATA +AGE +SIZE$' k get configmaps -L size
has '^colours +2 +[^ ]+ +small$' k get configmaps -L size

step "get by selector, field and page"
is configmap/colours k get configmaps -l set=colours -o name
is '' k get configmaps -l 'set=colours,size notin (small)' -o name
is configmap/tools k get configmaps --field-selector metadata.name=tools -o name
has '^configmap/tools$' k get configmaps --chunk-size=1 -o name
is "$(k get configmaps -o name | sort)" k get configmaps --sort-by=.metadata.name --chunk-size=2 -o name
refused 'Error from server \(NotFound\): configmaps "none" not found' k get configmap none
is '' k get configmap none --ignore-not-found
refused "the server doesn't have a resource type" k get nothings

step "describe"
has '^Name: +colours$' k describe configmap colours
has '^Labels: +set=colours$' k describe configmap colours
has '^Replicas: +2 desired \|' k describe deployment web
has '^Name: +'"$NS"'$' k describe namespace "$NS"
has '^Type: +ClusterIP$' k describe service web
has '^Type: +Opaque$' k describe secret key
has 'Min replicas: +1$' k describe hpa web
has '^ +configmaps ' k describe role reader

step "edit"
cat >editor <<'SH'
#!/bin/sh
sed -i 's/sky: blue/sky: red/' "$1"
SH
chmod +x editor
is "configmap/colours edited" env EDITOR="$WORK/editor" KUBE_EDITOR="$WORK/editor" timeout 60 "$KUBECTL" -n "$NS" edit configmap colours
is red field configmap/colours .data.sky

step "patch three ways"
has '^deployment.apps/web patched' k patch deployment web --type=json -p '[{"op":"replace","path":"/spec/replicas","value":5},{"op":"add","path":"/metadata/labels/by","value":"json"}]'
is 5 field deployment/web .spec.replicas
has '^deployment.apps/web patched' k patch deployment web --type=merge -p '{"metadata":{"labels":{"by":"merge"}},"spec":{"replicas":4}}'
is 4,merge field deployment/web '.spec.replicas},{.metadata.labels.by'
has '^deployment.apps/web patched' k patch deployment web -p '{"spec":{"template":{"spec":{"containers":[{"name":"extra","image":"registry.example.com/extra:1"}]}}}}'
is "extra web" field deployment/web '.spec.template.spec.containers[*].name'
has 'patched \(no change\)' k patch deployment web --type=merge -p '{"spec":{"replicas":4}}'
refused 'Invalid' k patch deployment web --type=merge -p '{"spec":{"replicas":-1}}'

step "label"
has '^configmap/colours labeled$' k label configmap colours new=label
is label field configmap/colours .metadata.labels.new
refused 'overwrite is false' k label configmap colours new=other
has '^configmap/colours labeled$' k label --overwrite configmap colours new=other
has '^configmap/colours unlabeled$' k label configmap colours new-
is '' field configmap/colours .metadata.labels.new
has '^configmap/tools labeled$' k label configmaps --all batch=yes
is "$(k get configmaps -o name | wc -l)" bash -c "$(declare -f k); NS=$NS; k get configmaps -l batch=yes -o name | wc -l"

step "annotate"
has '^configmap/colours annotated?$' k annotate configmap colours example.com/note='with blanks, and "quotes"'
is 'with blanks, and "quotes"' field configmap/colours '.metadata.annotations.example\.com/note'
has '^configmap/colours annotated?$' k annotate configmap colours example.com/note-
is '' field configmap/colours '.metadata.annotations.example\.com/note'

step "replace"
k get configmap colours -o yaml | sed 's/grass: green/grass: yellow/' >replace.yaml
is "configmap/colours replaced" k replace -f replace.yaml
is yellow field configmap/colours .data.grass
refused 'Conflict.*the object has been modified' k replace -f replace.yaml
OLD=$(field configmap/tools .metadata.uid)
k get configmap tools -o json >tools.json
has '^configmap/tools replaced$' k replace --force -f tools.json
[[ "$(field configmap/tools .metadata.uid)" != "$OLD" ]] || fail "replace --force kept the object"

step "scale"
is "deployment.apps/web scaled" k scale deployment web --replicas=7
is 7 field deployment/web .spec.replicas
refused 'Expected replicas to be 3, was 7' k scale deployment web --current-replicas=3 --replicas=1
is "deployment.apps/web scaled" k scale deployment web --current-replicas=7 --replicas=0
is 0 field deployment/web .spec.replicas

step "set and rollout"
has 'image updated$' k set image deployment/web web=registry.example.com/web:2
is registry.example.com/web:2 field deployment/web '.spec.template.spec.containers[?(@.name=="web")].image'
has 'env updated$' k set env deployment/web -c web MODE=test
is test field deployment/web '.spec.template.spec.containers[?(@.name=="web")].env[0].value'
is "deployment.apps/web restarted" k rollout restart deployment web
is "deployment.apps/web paused" k rollout pause deployment web
is true field deployment/web .spec.paused
is "deployment.apps/web resumed" k rollout resume deployment web

step "watch"
coproc WATCH { exec timeout 60 "$KUBECTL" -n "$NS" get configmaps -l watch=me --watch --output-watch-events --no-headers 2>&1; }
# Kept apart: the shell unsets its own variable as soon as it has seen the end of the process.
WATCHER=$WATCH_PID
SHOWN=
# Each change waits for its event, so the order is not left to luck. The watch starts with no object: until the first event
# comes the change may have been in its initial list, which shows as ADDED all the same.
expect_event() {
  read -r -t 30 -u "${WATCH[0]}" SHOWN || fail "no event for $1"
  [[ "$SHOWN" =~ ^$1$ ]] || fail "expected $1, got: $SHOWN"
}
k create -f - <<<'{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"seen","labels":{"watch":"me"}}}' >/dev/null
expect_event 'ADDED +seen +.*'
k patch configmap seen --type=merge -p '{"data":{"a":"b"}}' >/dev/null
expect_event 'MODIFIED +seen +.*'
k label configmap seen watch- >/dev/null
expect_event 'DELETED +seen +.*'
k label configmap seen watch=me >/dev/null
expect_event 'ADDED +seen +.*'
k delete configmap seen >/dev/null
expect_event 'DELETED +seen +.*'
kill "$WATCHER"
wait "$WATCHER" 2>/dev/null || true

step "wait on a condition"
has '^deployment.apps/applied patched' k patch deployment applied --subresource=status --type=merge -p '{"status":{"conditions":[{"type":"Available","status":"False","lastTransitionTime":"2026-01-01T00:00:00Z","lastUpdateTime":"2026-01-01T00:00:00Z"}]}}'
refused 'timed out waiting for the condition' k wait deployment/applied --for=condition=Available --timeout=1s
timeout 60 "$KUBECTL" -n "$NS" wait deployment/applied --for=condition=Available --timeout=30s >waited 2>&1 &
WAITER=$!
has '^deployment.apps/applied patched' k patch deployment applied --subresource=status --type=merge -p '{"status":{"conditions":[{"type":"Available","status":"True","lastTransitionTime":"2026-01-01T00:00:01Z","lastUpdateTime":"2026-01-01T00:00:01Z"}]}}'
wait "$WAITER" || fail "wait: $(cat waited)"
grep -q 'deployment.apps/applied condition met' waited || fail "$(cat waited)"
is "deployment.apps/applied condition met" k wait deployment/applied --for=jsonpath='{.spec.replicas}'=3 --timeout=10s
is 3 field deployment/applied .spec.replicas

step "wait for a deletion"
k create configmap doomed >/dev/null
timeout 60 "$KUBECTL" -n "$NS" wait configmap/doomed --for=delete --timeout=30s >waited 2>&1 &
WAITER=$!
is "configmap \"doomed\" deleted" bash -c "$(declare -f k); NS=$NS; k delete configmap doomed | sed 's/ from .* namespace\$//'"
wait "$WAITER" || fail "wait: $(cat waited)"

step "events"
k create -f - >/dev/null <<YAML
{"apiVersion":"v1","kind":"Event","metadata":{"name":"it-happened"},"involvedObject":{"kind":"ConfigMap","namespace":"$NS","name":"colours"},"reason":"Painted","message":"now in red","type":"Normal","firstTimestamp":"2026-01-01T00:00:00Z","lastTimestamp":"2026-01-01T00:00:00Z","count":2}
YAML
is 'Normal Painted ConfigMap now in red' k get events -o jsonpath='{.items[0].type} {.items[0].reason} {.items[0].involvedObject.kind} {.items[0].message}'
if k get configmaps | grep -qE '^NAME +DATA +AGE$'; then
  has 'Normal +Painted +configmap/colours +now in red$' k get events
fi
has 'it-happened' k get events --field-selector involvedObject.name=colours -o name
is it-happened k get events.v1.events.k8s.io -o jsonpath='{.items[0].metadata.name}'

step "both autoscaler versions"
is 1,4 k get horizontalpodautoscalers.v1.autoscaling web -o jsonpath='{.spec.minReplicas},{.spec.maxReplicas}'
is 1,4 k get horizontalpodautoscalers.v2.autoscaling web -o jsonpath='{.spec.minReplicas},{.spec.maxReplicas}'

step "delete by file"
has '^configmap "colours" deleted' k delete -f colours.yaml
refused 'NotFound' k get configmap colours
refused 'NotFound' k get secret colours
refused 'NotFound' k delete -f colours.yaml
is '' k delete -f colours.yaml --ignore-not-found

step "delete by selector"
for name in one two three; do
  k create -f - >/dev/null <<<'{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"'$name'","labels":{"wave":"first"}}}'
done
k label configmap three wave=second --overwrite >/dev/null
has '^configmap "one" deleted' k delete configmaps -l wave=first
is configmap/three k get configmaps -l wave -o name

step "delete all"
has '^configmap "three" deleted' k delete configmaps --all
is '' k get configmaps -o name

step "delete leaving dependents"
has '^deployment.apps "web" deleted' k delete deployment web --cascade=orphan --wait=false
is '["orphan"]' field deployment/web .metadata.finalizers
[[ -n "$(field deployment/web .metadata.deletionTimestamp)" ]] || fail "no deletionTimestamp"
has '^deployment.apps/web patched' k patch deployment web --type=merge -p '{"metadata":{"finalizers":null}}'
refused 'NotFound' k get deployment web

step "delete after dependents"
has '^deployment.apps "applied" deleted' k delete deployment applied --cascade=foreground --wait=false
is '["foregroundDeletion"]' field deployment/applied .metadata.finalizers
has '^deployment.apps/applied patched' k patch deployment applied --type=json -p '[{"op":"remove","path":"/metadata/finalizers"}]'
refused 'NotFound' k get deployment applied

step "delete a pod at once"
k create -f - >/dev/null <<'YAML'
{"apiVersion":"v1","kind":"Pod","metadata":{"name":"bare"},"spec":{"nodeName":"node-7","containers":[{"name":"c","image":"registry.example.com/c:1"}]}}
YAML
has '^pod "bare" deleted' k delete pod bare --wait=false
is 30 field pod/bare .metadata.deletionGracePeriodSeconds
has 'deleted' k delete pod bare --grace-period=0 --force
refused 'NotFound' k get pod bare

step "delete the rest and the namespace"
has 'deleted' k delete service,ingress,hpa,pdb,cronjob,job,role,rolebinding,quota,serviceaccount --all --wait=false
is '' k get services,ingresses,hpa,pdb,roles -o name
has "^namespace \"$NS\" deleted" k delete namespace "$NS" --wait=false
is Terminating field "namespace/$NS" .status.phase
refused 'because it is being terminated' k create configmap late

echo "$COUNT steps passed"
