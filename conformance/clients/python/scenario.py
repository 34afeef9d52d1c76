"""The Python scenario: what a program does that uses the official `kubernetes` client.

It needs an API server alone: nothing here waits for a controller, a scheduler or a node. Run by `conformance-tools clients` with
KUBECONFIG set; one line per step, an end at the first failure.
"""

import faulthandler
import json
import os
import pathlib
import sys
import threading
import time
import traceback

from kubernetes import client, config, dynamic, utils, watch
from kubernetes.client.exceptions import ApiException
from kubernetes.dynamic.exceptions import ConflictError, NotFoundError, ResourceNotFoundError

# Seconds that one run may take; it needs a fifth of this against the reference.
WHOLE = 60
# Seconds for something that a healthy server does at once.
PATIENCE = 15

HERE = pathlib.Path(__file__).parent


class Scenario:
    """One run: the clients, a namespace of its own, and the count of steps."""

    def __init__(self):
        self.started = time.monotonic()
        self.steps = 0
        self.current = "start"
        self.namespace = ""
        config.load_kube_config(config_file=os.environ["KUBECONFIG"])
        self.core = client.CoreV1Api()
        self.apps = client.AppsV1Api()

    def step(self, text):
        self.current = text
        self.steps += 1
        print(f"- {text} (after {time.monotonic() - self.started:.1f} s)", flush=True)


def equal(what, got, want):
    if got != want:
        raise AssertionError(f"{what}: got {got!r}, want {want!r}")


def refused(code, reason, call, *args, **kwargs):
    """The call has to fail with this code and reason; returns the Status of the body."""
    try:
        answer = call(*args, **kwargs)
    except ApiException as error:
        status = json.loads(error.body)
        equal("refusal", (error.status, status["kind"], status["code"], status["reason"]), (code, "Status", code, reason))
        return status
    raise AssertionError(f"wanted {code} {reason}, got {answer!r}")


def names(items):
    return [item.metadata.name for item in items]


def config_map(name, data=None, labels=None):
    return client.V1ConfigMap(metadata=client.V1ObjectMeta(name=name, labels=labels), data=data)


def deployment(name):
    labels = {"app": name}
    container = client.V1Container(name="main", image="registry.example.com/app:1", resources=client.V1ResourceRequirements(requests={"cpu": "0.25"}))
    template = client.V1PodTemplateSpec(metadata=client.V1ObjectMeta(labels=labels), spec=client.V1PodSpec(containers=[container]))
    spec = client.V1DeploymentSpec(replicas=2, selector=client.V1LabelSelector(match_labels=labels), template=template)
    return client.V1Deployment(api_version="apps/v1", kind="Deployment", metadata=client.V1ObjectMeta(name=name, labels=labels), spec=spec)


def objects(s):
    ns = s.namespace
    s.step("create, read, replace")
    made = s.core.create_namespaced_config_map(ns, config_map("first", {"colour": "blue", "text": "grüße\n"}, {"tier": "front"}))
    equal("data", made.data, {"colour": "blue", "text": "grüße\n"})
    equal("zone of the timestamp", made.metadata.creation_timestamp.tzinfo is not None, True)
    equal("read", s.core.read_namespaced_config_map("first", ns).to_dict(), made.to_dict())
    made.data["colour"] = "green"
    changed = s.core.replace_namespaced_config_map("first", ns, made)
    equal("data", changed.data["colour"], "green")
    equal("a new resourceVersion", changed.metadata.resource_version != made.metadata.resource_version, True)

    s.step("error bodies")
    status = refused(409, "AlreadyExists", s.core.create_namespaced_config_map, ns, config_map("first"))
    equal("message", status["message"], 'configmaps "first" already exists')
    refused(409, "Conflict", s.core.replace_namespaced_config_map, "first", ns, made)
    status = refused(404, "NotFound", s.core.read_namespaced_config_map, "nobody", ns)
    equal("details", status["details"], {"name": "nobody", "kind": "configmaps"})
    status = refused(422, "Invalid", s.core.create_namespaced_config_map, ns, config_map("Not_Valid"))
    equal("causes", [cause["field"] for cause in status["details"]["causes"]], ["metadata.name"])
    refused(400, "BadRequest", s.core.list_namespaced_config_map, ns, label_selector="a=b=c")

    s.step("pages and selectors")
    for i in range(7):
        s.core.create_namespaced_config_map(ns, config_map(f"page-{i}", labels={"part": "pages"}))
    got, sizes, token = [], [], None
    while token != "":
        page = s.core.list_namespaced_config_map(ns, label_selector="part=pages", limit=3, _continue=token)
        got += names(page.items)
        sizes.append(len(page.items))
        token = page.metadata._continue or ""
    equal("pages", (got, sizes), ([f"page-{i}" for i in range(7)], [3, 3, 1]))
    counted = s.core.list_namespaced_config_map(ns, limit=2)
    equal("remaining", counted.metadata.remaining_item_count, 6)
    chosen = s.core.list_config_map_for_all_namespaces(label_selector="part in (pages),part!=x", field_selector=f"metadata.namespace={ns},metadata.name=page-3")
    equal("chosen", names(chosen.items), ["page-3"])
    equal("kinds of the list", (chosen.kind, chosen.api_version), ("ConfigMapList", "v1"))


def patches(s):
    ns = s.namespace
    s.step("patch types, by the form of the body")
    s.apps.create_namespaced_deployment(ns, deployment("patched"))
    body = {"spec": {"template": {"spec": {"containers": [{"name": "side", "image": "registry.example.com/side:1"}]}}}}
    out = s.apps.patch_namespaced_deployment("patched", ns, body)
    equal("merged by name", sorted(c.name for c in out.spec.template.spec.containers), ["main", "side"])
    out = s.apps.patch_namespaced_deployment("patched", ns, [{"op": "replace", "path": "/spec/replicas", "value": 5}])
    equal("JSON patch", out.spec.replicas, 5)
    out = s.apps.patch_namespaced_deployment("patched", ns, body, _content_type="application/merge-patch+json")
    equal("merge patch replaces a list", [c.name for c in out.spec.template.spec.containers], ["side"])
    status = refused(422, "Invalid", s.apps.patch_namespaced_deployment, "patched", ns, {"spec": {"replicas": -1}})
    equal("field", status["details"]["causes"][0]["field"], "spec.replicas")
    refused(415, "UnsupportedMediaType", s.apps.patch_namespaced_deployment, "patched", ns, body, _content_type="application/json")

    s.step("scale and status")
    scale = s.apps.read_namespaced_deployment_scale("patched", ns)
    equal("scale", (scale.kind, scale.spec.replicas, scale.status.selector), ("Scale", 5, "app=patched"))
    scale.spec.replicas = 0
    equal("scale", s.apps.replace_namespaced_deployment_scale("patched", ns, scale).spec.replicas, None)
    out = s.apps.patch_namespaced_deployment_status("patched", ns, {"status": {"replicas": 3}, "spec": {"replicas": 9}})
    equal("status taken, spec left", (out.status.replicas, out.spec.replicas), (3, 0))


def deletions(s):
    ns = s.namespace
    s.step("delete with options, and a collection")
    stranger = client.V1DeleteOptions(preconditions=client.V1Preconditions(uid="another"))
    refused(409, "Conflict", s.core.delete_namespaced_config_map, "first", ns, body=stranger)
    status = s.core.delete_namespaced_config_map("first", ns, body=client.V1DeleteOptions(propagation_policy="Background"))
    equal("status", (status["status"], status["details"]["name"]), ("Success", "first"))
    s.core.delete_collection_namespaced_config_map(ns, label_selector="part=pages")
    equal("left", names(s.core.list_namespaced_config_map(ns, label_selector="part=pages").items), [])
    dry = s.core.create_namespaced_config_map(ns, config_map("dry"), dry_run="All")
    refused(404, "NotFound", s.core.read_namespaced_config_map, dry.metadata.name, ns)


def watches(s):
    ns = s.namespace
    s.step("watch: events as the right class, in order")
    start = s.core.list_namespaced_config_map(ns).metadata.resource_version
    begun = threading.Event()

    def write():
        begun.wait(PATIENCE)
        s.core.create_namespaced_config_map(ns, config_map("watched", labels={"watched": "yes"}))
        s.core.patch_namespaced_config_map("watched", ns, {"data": {"k": "v"}})
        s.core.create_namespaced_config_map(ns, config_map("unwatched"))
        s.core.delete_namespaced_config_map("watched", ns)

    writer = threading.Thread(target=write)
    writer.start()
    watcher, seen = watch.Watch(), []
    begun.set()
    for event in watcher.stream(s.core.list_namespaced_config_map, ns, resource_version=start, label_selector="watched", timeout_seconds=PATIENCE):
        equal("class", type(event["object"]), client.V1ConfigMap)
        equal("raw object", event["raw_object"]["metadata"]["name"], "watched")
        seen.append((event["type"], event["object"].metadata.resource_version))
        if event["type"] == "DELETED":
            watcher.stop()
    writer.join(PATIENCE)
    equal("types", [kind for kind, _ in seen], ["ADDED", "MODIFIED", "DELETED"])

    s.step("watch: resume from a resourceVersion, until the time-out")
    rest, resumed = [], watch.Watch()
    for event in resumed.stream(s.core.list_namespaced_config_map, ns, resource_version=seen[0][1], timeout_seconds=2):
        rest.append((event["type"], event["object"].metadata.name))
    equal("events", rest, [("MODIFIED", "watched"), ("ADDED", "unwatched"), ("DELETED", "watched")])
    equal("where it stopped", int(resumed.resource_version) >= int(seen[-1][1]), True)

    s.step("watch: without a resourceVersion it begins with what there is")
    first = [(e["type"], e["object"].metadata.name) for e in watch.Watch().stream(s.core.list_namespaced_config_map, ns, timeout_seconds=1)]
    equal("events", first, [("ADDED", "unwatched")])

    s.step("watch: bookmarks and the end of a streamed list")
    stream = watch.Watch()
    options = {"send_initial_events": True, "resource_version_match": "NotOlderThan", "allow_watch_bookmarks": True, "timeout_seconds": PATIENCE}
    kinds = []
    for event in stream.stream(s.core.list_namespaced_config_map, ns, **options):
        kinds.append(event["type"])
        if event["type"] == "BOOKMARK":
            equal("annotations", event["raw_object"]["metadata"]["annotations"], {"k8s.io/initial-events-end": "true"})
            stream.stop()
    equal("events", kinds, ["ADDED", "BOOKMARK"])


def files(s):
    s.step("create_from_yaml")
    api, path = client.ApiClient(), str(HERE / "objects.yaml")
    made = utils.create_from_yaml(api, path, namespace=s.namespace)
    kinds = [item.kind for group in made for item in group]
    equal("kinds", kinds, ["ConfigMap", "Secret", "Deployment", "CronJob", "PodDisruptionBudget"])
    equal("secret", s.core.read_namespaced_secret("from-file", s.namespace).data, {"word": "c2VzYW1l"})
    equal("max surge", s.apps.read_namespaced_deployment("from-file", s.namespace).spec.strategy.rolling_update.max_surge, "25%")
    try:
        utils.create_from_yaml(api, path, namespace=s.namespace)
    except utils.FailToCreateError as error:
        equal("refusals", [(e.status, json.loads(e.body)["reason"]) for e in error.api_exceptions], [(409, "AlreadyExists")] * 5)
    else:
        raise AssertionError("creating the same objects again succeeded")


def dynamics(s):
    ns = s.namespace
    s.step("dynamic client: discovery")
    api = dynamic.DynamicClient(client.ApiClient(), cache_file=os.path.join(os.environ["WORK"], "discovery.json"))
    deployments = api.resources.get(api_version="apps/v1", kind="Deployment")
    equal("resource", (deployments.name, deployments.namespaced, "patch" in deployments.verbs, deployments.short_names), ("deployments", True, True, ["deploy"]))
    equal("by short name", api.resources.get(short_names=["cm"]).kind, "ConfigMap")
    try:
        api.resources.get(api_version="example.com/v1", kind="Unheard")
    except ResourceNotFoundError:
        pass
    else:
        raise AssertionError("found a kind that nobody serves")

    s.step("dynamic client: objects")
    body = client.ApiClient().sanitize_for_serialization(deployment("loose"))
    made = deployments.create(body=body, namespace=ns)
    equal("made", (made.kind, made.spec.replicas, made.metadata.name), ("Deployment", 2, "loose"))
    out = deployments.patch(body={"spec": {"replicas": 4}}, name="loose", namespace=ns, content_type="application/merge-patch+json")
    equal("replicas", out.spec.replicas, 4)
    body["metadata"]["resourceVersion"] = made.metadata.resourceVersion
    try:
        deployments.replace(body=body, namespace=ns)
    except ConflictError as error:
        equal("reason", json.loads(error.body)["reason"], "Conflict")
    else:
        raise AssertionError("a stale replace succeeded")
    equal("scale", deployments.scale.get(name="loose", namespace=ns).spec.replicas, 4)
    listed = deployments.get(namespace=ns, label_selector="app=loose")
    equal("list", (listed.kind, names(listed.items)), ("DeploymentList", ["loose"]))

    s.step("dynamic client: watch and delete")
    deployments.delete(name="loose", namespace=ns)
    events = deployments.watch(namespace=ns, resource_version=listed.metadata.resourceVersion, timeout=5)
    event = next(events)
    equal("event", (event["type"], event["object"].metadata.name), ("DELETED", "loose"))
    events.close()
    try:
        deployments.get(name="loose", namespace=ns)
    except NotFoundError:
        pass
    else:
        raise AssertionError("the deleted deployment is still there")


def clean(s):
    """Without a namespace controller the namespace stays, terminating; what is in it goes here."""
    ns = s.namespace
    s.core.delete_collection_namespaced_config_map(ns)
    s.core.delete_collection_namespaced_secret(ns)
    s.apps.delete_collection_namespaced_deployment(ns)
    client.BatchV1Api().delete_collection_namespaced_cron_job(ns)
    client.PolicyV1Api().delete_collection_namespaced_pod_disruption_budget(ns)
    s.core.delete_namespace(ns)


def run(s):
    s.step("server version and a namespace with a generated name")
    version = client.VersionApi().get_code()
    equal("version", (version.major, version.minor), ("1", "37"))
    made = s.core.create_namespace(client.V1Namespace(metadata=client.V1ObjectMeta(generate_name="python-")))
    s.namespace = made.metadata.name
    try:
        for part in (objects, patches, deletions, watches, files, dynamics):
            part(s)
    finally:
        clean(s)


def main():
    # A call that hangs must not hang the run.
    faulthandler.dump_traceback_later(WHOLE, exit=True)
    s = Scenario()
    try:
        run(s)
    except Exception:
        traceback.print_exc()
        print(f'FAILED in step "{s.current}"', file=sys.stderr)
        return 1
    print(f"{s.steps} steps passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
