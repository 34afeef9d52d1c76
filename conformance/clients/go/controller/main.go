// Program controller is the controller-runtime scenario: a manager with leader election, a cache and a reconciler, as a program made
// with kubebuilder has it, and beside it somebody who changes the objects and watches what the reconciler makes of them. It needs an
// API server alone. Run by `conformance-tools clients`.
package main

import (
	"context"
	"os"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/utils/ptr"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/cache"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/log/zap"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"

	. "ferrokube.dev/conformance/clients/scenario"
)

func main() { Main("controller-runtime", run) }

func run(s *S) {
	ctrl.SetLogger(zap.New(zap.WriteTo(os.Stderr), zap.Level(quiet)))
	s.Step("a manager with a cache of one namespace, leader election, no probes and no metrics")
	manager := Must(ctrl.NewManager(s.Config, ctrl.Options{
		Scheme: scheme.Scheme, HealthProbeBindAddress: "0", Metrics: metricsserver.Options{BindAddress: "0"},
		Cache:          cache.Options{DefaultNamespaces: map[string]cache.Config{s.Namespace: {}}},
		LeaderElection: true, LeaderElectionID: "reconciler", LeaderElectionNamespace: s.Namespace, LeaderElectionReleaseOnCancel: true,
		LeaseDuration: ptr.To(8 * time.Second), RenewDeadline: ptr.To(6 * time.Second), RetryPeriod: ptr.To(time.Second),
	}))
	reconciler := &Reconciler{Client: manager.GetClient(), Scheme: manager.GetScheme(), Events: manager.GetEventRecorder("scenario")}
	Check(reconciler.SetupWithManager(s.Context, manager))
	ctx, stop := context.WithCancel(s.Context)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- manager.Start(ctx) }()
	Await(s, "the leadership", asValues(manager.Elected()), func(bool) bool { return true })
	outside := newOutside(s)
	defer outside.close()

	reconciles(s, outside, manager)
	finishes(s, outside)

	s.Step("the manager stops and lets its Lease go")
	stop()
	Check(Next(s, "the end of the manager", ended))
	lease := Must(s.Clients.CoordinationV1().Leases(s.Namespace).Get(s.Context, "reconciler", metav1.GetOptions{}))
	Equal("holder", ptr.Deref(lease.Spec.HolderIdentity, ""), "")
}

// asValues turns a channel that is closed into one that sends.
func asValues(closed <-chan struct{}) <-chan bool {
	out := make(chan bool, 1)
	go func() { <-closed; out <- true }()
	return out
}

// outside is somebody else: a client without a cache, and watches of both kinds.
type outside struct {
	client.WithWatch
	namespace           string
	configs, deployment watch.Interface
}

func newOutside(s *S) *outside {
	c := Must(client.NewWithWatch(s.Config, client.Options{Scheme: scheme.Scheme}))
	configs := Must(c.Watch(s.Context, &corev1.ConfigMapList{}, client.InNamespace(s.Namespace)))
	deployments := Must(c.Watch(s.Context, &appsv1.DeploymentList{}, client.InNamespace(s.Namespace)))
	return &outside{c, s.Namespace, configs, deployments}
}

func (o *outside) close() { o.configs.Stop(); o.deployment.Stop() }

// config waits until the ConfigMap of the web deployment is as wanted.
func (o *outside) config(s *S, what string, match func(watch.EventType, *corev1.ConfigMap) bool) *corev1.ConfigMap {
	event := Await(s, what, o.configs.ResultChan(), func(e watch.Event) bool {
		object, ok := e.Object.(*corev1.ConfigMap)
		return ok && object.Name == "web-config" && match(e.Type, object)
	})
	return event.Object.(*corev1.ConfigMap)
}

// observed waits until the deployment is as wanted.
func (o *outside) observed(s *S, what string, match func(watch.EventType, *appsv1.Deployment) bool) *appsv1.Deployment {
	event := Await(s, what, o.deployment.ResultChan(), func(e watch.Event) bool {
		object, ok := e.Object.(*appsv1.Deployment)
		return ok && match(e.Type, object)
	})
	return event.Object.(*appsv1.Deployment)
}

func reconciles(s *S, o *outside, manager ctrl.Manager) {
	ctx := s.Context
	s.Step("a new Deployment gets a finalizer, a ConfigMap of its own and a status")
	labels := map[string]string{"app": "web"}
	container := corev1.Container{Name: "main", Image: "registry.example.com/web:1"}
	web := &appsv1.Deployment{ObjectMeta: metav1.ObjectMeta{Namespace: s.Namespace, Name: "web"}, Spec: appsv1.DeploymentSpec{
		Replicas: ptr.To[int32](2), Selector: &metav1.LabelSelector{MatchLabels: labels},
		Template: corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: labels}, Spec: corev1.PodSpec{Containers: []corev1.Container{container}}},
	}}
	Check(o.Create(ctx, web))
	made := o.config(s, "the ConfigMap", func(e watch.EventType, c *corev1.ConfigMap) bool { return e == watch.Added })
	Equal("data", made.Data, map[string]string{"replicas": "2", "image": "registry.example.com/web:1"})
	Equal("owner", []any{len(made.OwnerReferences), made.OwnerReferences[0].UID, *made.OwnerReferences[0].Controller}, []any{1, web.UID, true})
	seen := o.observed(s, "the status", func(_ watch.EventType, d *appsv1.Deployment) bool { return d.Status.ObservedGeneration == 1 })
	Equal("finalizers and replicas", []any{seen.Finalizers, seen.Status.Replicas}, []any{[]string{finalizer}, int32(2)})

	s.Step("a changed spec is followed")
	change := client.MergeFrom(seen.DeepCopy())
	seen.Spec.Replicas = ptr.To[int32](5)
	Check(o.Patch(ctx, seen, change))
	Equal("generation", seen.Generation, int64(2))
	o.config(s, "the new data", func(_ watch.EventType, c *corev1.ConfigMap) bool { return c.Data["replicas"] == "5" })
	o.observed(s, "the new status", func(_ watch.EventType, d *appsv1.Deployment) bool {
		return d.Status.ObservedGeneration == 2 && d.Status.Replicas == 5
	})

	s.Step("what somebody else did to the owned object is undone")
	spoilt := made.DeepCopy()
	Check(o.Patch(ctx, spoilt, client.RawPatch(types.MergePatchType, []byte(`{"data":{"replicas":"99"}}`))))
	o.config(s, "the repair", func(_ watch.EventType, c *corev1.ConfigMap) bool { return c.Data["replicas"] == "5" })
	Check(o.Delete(ctx, made))
	again := o.config(s, "the replacement", func(e watch.EventType, c *corev1.ConfigMap) bool { return e == watch.Added })
	True(again.UID != made.UID, "the same uid")

	s.Step("a Secret, watched by its metadata only, triggers its Deployment")
	secret := &corev1.Secret{ObjectMeta: metav1.ObjectMeta{Namespace: s.Namespace, Name: "salt", Labels: map[string]string{deploymentLabel: "web"}, Annotations: map[string]string{"digest": "abc"}}}
	Check(o.Create(ctx, secret))
	o.config(s, "the digest", func(_ watch.EventType, c *corev1.ConfigMap) bool { return c.Data["digest"] == "abc" })

	s.Step("the cache answers by index, and the reader beside it from the server")
	list := &corev1.ConfigMapList{}
	Check(manager.GetClient().List(ctx, list, client.InNamespace(s.Namespace), client.MatchingFields{ownerIndex: "web"}))
	Equal("indexed", []any{len(list.Items), list.Items[0].Name}, []any{1, "web-config"})
	Check(manager.GetAPIReader().List(ctx, list, client.InNamespace(s.Namespace), client.MatchingFields{"metadata.name": "web-config"}, client.Limit(1)))
	Equal("direct", len(list.Items), 1)
	meta := &metav1.PartialObjectMetadata{}
	meta.SetGroupVersionKind(appsv1.SchemeGroupVersion.WithKind("Deployment"))
	Check(o.Get(ctx, client.ObjectKey{Namespace: s.Namespace, Name: "web"}, meta))
	Equal("metadata of the deployment", meta.Finalizers, []string{finalizer})
}

func finishes(s *S, o *outside) {
	s.Step("a deleted Deployment waits for its finalizer")
	web := &appsv1.Deployment{ObjectMeta: metav1.ObjectMeta{Namespace: s.Namespace, Name: "web"}}
	Check(o.Delete(s.Context, web, client.PropagationPolicy(metav1.DeletePropagationBackground)))
	o.config(s, "the end of the ConfigMap", func(e watch.EventType, _ *corev1.ConfigMap) bool { return e == watch.Deleted })
	last := o.observed(s, "the end of the Deployment", func(e watch.EventType, _ *appsv1.Deployment) bool { return e == watch.Deleted })
	True(last.DeletionTimestamp != nil, "last state: %+v", last.ObjectMeta)
	Check(o.DeleteAllOf(s.Context, &corev1.Secret{}, client.InNamespace(s.Namespace)))
}
