// The frame and the steps of the Node scenario: what a program does that uses @kubernetes/client-node. It needs an API server alone.
// Run by `conformance-tools clients` with KUBECONFIG set; one line per step, an end at the first failure.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as k8s from '@kubernetes/client-node';

const WHOLE_MS = 60_000; // bounds one run; it needs a tenth of this against the reference
const PATIENCE_MS = 15_000; // bounds one wait for something that a healthy server does at once

const started = Date.now();
let steps = 0;
let current = 'start';

function step(text) {
  current = text;
  steps += 1;
  console.log(`- ${text} (after ${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** Resolves as the promise does, or fails when that takes too long. */
function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${PATIENCE_MS} ms for ${what}`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A queue between callbacks and the scenario. */
class Inbox {
  #items = [];
  #waiting = [];

  put(item) {
    const next = this.#waiting.shift();
    if (next) next(item);
    else this.#items.push(item);
  }

  next(what) {
    if (this.#items.length > 0) return Promise.resolve(this.#items.shift());
    return within(new Promise((resolve) => this.#waiting.push(resolve)), what);
  }

  /** Takes items until one matches. */
  async until(what, match) {
    for (;;) {
      const item = await this.next(what);
      if (match(item)) return item;
    }
  }
}

/** Asks for an API error with this code and reason; returns its Status. */
async function refused(promise, code, reason) {
  let answer;
  try {
    answer = await promise;
  } catch (error) {
    assert.ok(error instanceof k8s.ApiException, `${error}`);
    const status = typeof error.body === 'string' ? JSON.parse(error.body) : error.body;
    assert.deepEqual([error.code, status.code, status.reason], [code, code, reason], status.message);
    return status;
  }
  throw new Error(`wanted ${code} ${reason}, got ${JSON.stringify(answer)}`);
}

const withType = (type) => k8s.setHeaderOptions('Content-Type', type);

function connect() {
  assert.ok(process.env.KUBECONFIG, 'KUBECONFIG is not set');
  const config = new k8s.KubeConfig();
  config.loadFromFile(process.env.KUBECONFIG);
  return config;
}

function deployment(namespace, name) {
  const labels = { app: name };
  const container = { name: 'main', image: 'registry.example.com/app:1', resources: { requests: { cpu: '0.25' } } };
  const template = { metadata: { labels }, spec: { containers: [container] } };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace, name, labels }, spec: { replicas: 2, selector: { matchLabels: labels }, template } };
}

async function objects({ core, apps, namespace }) {
  step('create, read, replace');
  const body = { metadata: { name: 'first', labels: { tier: 'front' } }, data: { colour: 'blue', text: 'grüße\n' } };
  const made = await core.createNamespacedConfigMap({ namespace, body });
  assert.deepEqual(made.data, body.data);
  assert.ok(made.metadata.uid && made.metadata.resourceVersion);
  assert.ok(made.metadata.creationTimestamp instanceof Date);
  assert.deepEqual(await core.readNamespacedConfigMap({ namespace, name: 'first' }), made);
  const changed = await core.replaceNamespacedConfigMap({ namespace, name: 'first', body: { ...made, data: { colour: 'green' } } });
  assert.deepEqual(changed.data, { colour: 'green' });
  assert.notEqual(changed.metadata.resourceVersion, made.metadata.resourceVersion);

  step('refusals carry a Status');
  const again = await refused(core.createNamespacedConfigMap({ namespace, body }), 409, 'AlreadyExists');
  assert.equal(again.message, 'configmaps "first" already exists');
  await refused(core.replaceNamespacedConfigMap({ namespace, name: 'first', body: made }), 409, 'Conflict');
  const missing = await refused(core.readNamespacedConfigMap({ namespace, name: 'nobody' }), 404, 'NotFound');
  assert.deepEqual(missing.details, { name: 'nobody', kind: 'configmaps' });
  const invalid = await refused(core.createNamespacedConfigMap({ namespace, body: { metadata: { name: 'Not_Valid' } } }), 422, 'Invalid');
  assert.equal(invalid.details.causes[0].field, 'metadata.name');

  step('lists, pages and selectors');
  for (const name of ['p1', 'p2', 'p3']) await core.createNamespacedConfigMap({ namespace, body: { metadata: { name, labels: { part: 'pages' } } } });
  const page = await core.listNamespacedConfigMap({ namespace, labelSelector: 'part=pages', limit: 2 });
  const rest = await core.listNamespacedConfigMap({ namespace, labelSelector: 'part=pages', limit: 2, _continue: page.metadata._continue });
  assert.deepEqual([...page.items, ...rest.items].map((item) => item.metadata.name), ['p1', 'p2', 'p3']);
  const one = await core.listNamespacedConfigMap({ namespace, fieldSelector: 'metadata.name=p2' });
  assert.equal(one.items.length, 1);

  step('the patch types');
  await apps.createNamespacedDeployment({ namespace, body: deployment(namespace, 'patched') });
  const patch = (type, body) => apps.patchNamespacedDeployment({ namespace, name: 'patched', body }, withType(type));
  let out = await patch(k8s.PatchStrategy.StrategicMergePatch, { spec: { template: { spec: { containers: [{ name: 'side', image: 'registry.example.com/side:1' }] } } } });
  assert.deepEqual(out.spec.template.spec.containers.map((c) => c.name).sort(), ['main', 'side']);
  out = await patch(k8s.PatchStrategy.MergePatch, { spec: { replicas: 5 }, metadata: { labels: { app: null } } });
  assert.deepEqual([out.spec.replicas, out.metadata.labels], [5, undefined]);
  out = await patch(k8s.PatchStrategy.JsonPatch, [{ op: 'replace', path: '/spec/replicas', value: 7 }]);
  assert.equal(out.spec.replicas, 7);
  const scale = await apps.patchNamespacedDeploymentScale({ namespace, name: 'patched', body: { spec: { replicas: 1 } } }, withType(k8s.PatchStrategy.MergePatch));
  assert.deepEqual([scale.kind, scale.spec.replicas, scale.status.selector], ['Scale', 1, 'app=patched']);

  step('delete with options, and a collection');
  const stranger = { preconditions: { uid: 'another' } };
  await refused(core.deleteNamespacedConfigMap({ namespace, name: 'first', body: stranger }), 409, 'Conflict');
  const status = await core.deleteNamespacedConfigMap({ namespace, name: 'first', body: { preconditions: { uid: made.metadata.uid } } });
  assert.equal(status.status, 'Success');
  await core.deleteCollectionNamespacedConfigMap({ namespace, labelSelector: 'part=pages' });
  const left = await core.listNamespacedConfigMap({ namespace, labelSelector: 'part=pages' });
  assert.equal(left.items.length, 0);
}

async function watches({ config, core, namespace }) {
  const path = `/api/v1/namespaces/${namespace}/configmaps`;
  step('watch from a list, then resume');
  const list = await core.listNamespacedConfigMap({ namespace });
  const events = new Inbox();
  const end = new Inbox();
  const watch = new k8s.Watch(config);
  const tell = (phase, object) => events.put(`${phase} ${object.metadata.name} ${object.metadata.resourceVersion}`);
  const first = await watch.watch(path, { resourceVersion: list.metadata.resourceVersion }, tell, (error) => end.put(error));
  const made = await core.createNamespacedConfigMap({ namespace, body: { metadata: { name: 'watched' } } });
  const changed = await core.replaceNamespacedConfigMap({ namespace, name: 'watched', body: { metadata: { name: 'watched' }, data: { k: 'v' } } });
  assert.equal(await events.next('the creation'), `ADDED watched ${made.metadata.resourceVersion}`);
  assert.equal(await events.next('the change'), `MODIFIED watched ${changed.metadata.resourceVersion}`);
  first.abort();
  await end.next('the end of the aborted watch');
  await core.deleteNamespacedConfigMap({ namespace, name: 'watched' });
  await watch.watch(path, { resourceVersion: changed.metadata.resourceVersion, timeoutSeconds: 2 }, tell, (error) => end.put(error ?? 'closed'));
  assert.match(await events.next('the deletion'), /^DELETED watched /);
  step('a watch with a time-out ends by itself');
  assert.equal(await end.next('the end of the timed watch'), 'closed');
}

async function informers({ config, core, namespace }) {
  step('an informer lists, then watches');
  const body = (name, colour) => ({ metadata: { name, labels: { part: 'informer', colour } } });
  for (const name of ['i1', 'i2', 'i3']) await core.createNamespacedConfigMap({ namespace, body: body(name, 'blue') });
  let lists = 0;
  const list = () => {
    lists += 1;
    return core.listNamespacedConfigMap({ namespace, labelSelector: 'part=informer' });
  };
  const informer = k8s.makeInformer(config, `/api/v1/namespaces/${namespace}/configmaps`, list, 'part=informer');
  const notes = new Inbox();
  for (const verb of ['add', 'update', 'delete']) informer.on(verb, (object) => notes.put(`${verb} ${object.metadata.name} ${object.metadata.labels.colour}`));
  informer.on('error', (error) => notes.put(`error ${error}`));
  await informer.start();
  try {
    const names = ['i1', 'i2', 'i3'];
    for (const name of names) assert.equal(await notes.next(`the first sight of ${name}`), `add ${name} blue`);
    assert.deepEqual(informer.list(namespace).map((o) => o.metadata.name).sort(), names);
    await core.patchNamespacedConfigMap({ namespace, name: 'i2', body: { metadata: { labels: { colour: 'red' } } } }, withType(k8s.PatchStrategy.MergePatch));
    await core.createNamespacedConfigMap({ namespace, body: body('i4', 'red') });
    await core.patchNamespacedConfigMap({ namespace, name: 'i1', body: { metadata: { labels: { part: 'other' } } } }, withType(k8s.PatchStrategy.MergePatch));
    await core.deleteNamespacedConfigMap({ namespace, name: 'i3' });
    for (const want of ['update i2 red', 'add i4 red', 'delete i1 blue', 'delete i3 blue']) assert.equal(await notes.next(want), want);
    assert.deepEqual(informer.list(namespace).map((o) => `${o.metadata.name} ${o.metadata.labels.colour}`).sort(), ['i2 red', 'i4 red']);
    assert.equal(informer.get('i4', namespace).metadata.labels.colour, 'red');
    assert.equal(lists, 1);
  } finally {
    await informer.stop();
  }
}

async function files({ config, namespace }) {
  step('objects of a YAML file through KubernetesObjectApi');
  const client = k8s.KubernetesObjectApi.makeApiClient(config);
  const text = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'objects.yaml'), 'utf8');
  const specs = k8s.loadAllYaml(text).filter((spec) => spec?.kind);
  assert.equal(specs.length, 4);
  for (const spec of specs) {
    spec.metadata.namespace = namespace;
    await refused(client.read(spec), 404, 'NotFound');
    const made = await client.create(spec);
    assert.deepEqual([made.kind, made.apiVersion, made.metadata.name], [spec.kind, spec.apiVersion, spec.metadata.name]);
    const read = await client.read(spec);
    assert.equal(read.metadata.uid, made.metadata.uid);
    const patched = await client.patch({ ...spec, metadata: { ...spec.metadata, annotations: { seen: 'yes' } } }, undefined, undefined, undefined, undefined, k8s.PatchStrategy.MergePatch);
    assert.equal(patched.metadata.annotations.seen, 'yes');
  }
  const [job] = (await client.list('batch/v1', 'CronJob', namespace)).items;
  assert.equal(job.spec.concurrencyPolicy, 'Allow');
  assert.equal(job.spec.jobTemplate.spec.template.spec.containers[0].resources.requests.memory, '1536Mi');
  for (const spec of specs) {
    await client.delete(spec, undefined, undefined, 0, undefined, 'Background');
    await refused(client.read(spec), 404, 'NotFound');
  }
}

async function main() {
  const config = connect();
  const core = config.makeApiClient(k8s.CoreV1Api);
  const apps = config.makeApiClient(k8s.AppsV1Api);
  step('server version and a namespace with a generated name');
  const version = await config.makeApiClient(k8s.VersionApi).getCode();
  assert.equal(`${version.major}.${version.minor}`, '1.37');
  const made = await core.createNamespace({ body: { metadata: { generateName: 'client-node-' } } });
  const context = { config, core, apps, namespace: made.metadata.name };
  try {
    await objects(context);
    await watches(context);
    await informers(context);
    await files(context);
  } finally {
    // Without a namespace controller the namespace stays, terminating; what is in it goes here.
    await core.deleteCollectionNamespacedConfigMap({ namespace: context.namespace });
    await apps.deleteCollectionNamespacedDeployment({ namespace: context.namespace });
    await core.deleteNamespace({ name: context.namespace });
  }
}

const limit = setTimeout(() => {
  console.error(`FAILED in step "${current}": the scenario took longer than ${WHOLE_MS} ms`);
  process.exit(1);
}, WHOLE_MS);
try {
  await main();
  console.log(`${steps} steps passed`);
} catch (error) {
  console.error(`FAILED in step "${current}": ${error.stack ?? error}`);
  process.exitCode = 1;
} finally {
  clearTimeout(limit);
}
