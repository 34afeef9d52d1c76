package main

import (
	"context"
	"encoding/json"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	networkingv1 "k8s.io/api/networking/v1"
	nodev1 "k8s.io/api/node/v1"
	policyv1 "k8s.io/api/policy/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/utils/ptr"

	. "ferrokube.dev/conformance/clients/scenario"
)

// typed is what every generated client has.
type typed[T any] interface {
	Create(context.Context, T, metav1.CreateOptions) (T, error)
	Get(context.Context, string, metav1.GetOptions) (T, error)
	Update(context.Context, T, metav1.UpdateOptions) (T, error)
	Patch(context.Context, string, types.PatchType, []byte, metav1.PatchOptions, ...string) (T, error)
	Delete(context.Context, string, metav1.DeleteOptions) error
}

// round takes one object through its life and compares, after every answer, what a default must have become.
func round[T metav1.Object](s *S, kind string, client typed[T], object T, check func(T)) {
	s.Step("a %s through its life", kind)
	ctx := s.Context
	made := Must(client.Create(ctx, object, metav1.CreateOptions{}))
	name := made.GetName()
	s.Cleanup(func(ctx context.Context) {
		IgnoreMissing(client.Delete(ctx, name, metav1.DeleteOptions{GracePeriodSeconds: ptr.To[int64](0)}))
	})
	check(made)
	Equal("what get answers", Must(client.Get(ctx, name, metav1.GetOptions{})), made)
	made.SetAnnotations(map[string]string{"step": "updated"})
	updated := Must(client.Update(ctx, made, metav1.UpdateOptions{}))
	Equal("annotations", updated.GetAnnotations(), map[string]string{"step": "updated"})
	patched := Must(client.Patch(ctx, name, types.MergePatchType, []byte(`{"metadata":{"annotations":{"step":null},"labels":{"patched":"yes"}}}`), metav1.PatchOptions{}))
	Equal("labels and annotations", []any{patched.GetLabels()["patched"], len(patched.GetAnnotations())}, []any{"yes", 0})
	check(patched)
	Check(client.Delete(ctx, name, metav1.DeleteOptions{}))
	gone(client.Get, s, name)
}

func named(name string) metav1.ObjectMeta { return metav1.ObjectMeta{Name: name} }

func podTemplate(labels map[string]string) corev1.PodTemplateSpec {
	container := corev1.Container{Name: "main", Image: "registry.example.com/app:1", Resources: corev1.ResourceRequirements{
		Requests: corev1.ResourceList{corev1.ResourceCPU: resource.MustParse("0.5"), corev1.ResourceMemory: resource.MustParse("64Mi")},
	}}
	return corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: labels}, Spec: corev1.PodSpec{Containers: []corev1.Container{container}}}
}

func deployment(name string, replicas int32) *appsv1.Deployment {
	labels := map[string]string{"app": name}
	return &appsv1.Deployment{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}, Spec: appsv1.DeploymentSpec{
		Replicas: ptr.To(replicas), Selector: &metav1.LabelSelector{MatchLabels: labels}, Template: podTemplate(labels),
	}}
}

// kinds: objects of ten groups, with one or two defaults each that a wrong decoding would lose.
func kinds(s *S) {
	c, ns := s.Clients, s.Namespace
	round(s, "Deployment", c.AppsV1().Deployments(ns), deployment("round", 0), func(d *appsv1.Deployment) {
		Equal("replicas", *d.Spec.Replicas, int32(0))
		Equal("max surge", d.Spec.Strategy.RollingUpdate.MaxSurge.String(), "25%")
		cpu := d.Spec.Template.Spec.Containers[0].Resources.Requests[corev1.ResourceCPU]
		Equal("cpu", cpu.String(), "500m")
	})
	job := podTemplate(nil)
	job.Spec.RestartPolicy = corev1.RestartPolicyNever
	cron := &batchv1.CronJob{ObjectMeta: named("round"), Spec: batchv1.CronJobSpec{
		Schedule: "*/5 * * * *", JobTemplate: batchv1.JobTemplateSpec{Spec: batchv1.JobSpec{Template: job}},
	}}
	round(s, "CronJob", c.BatchV1().CronJobs(ns), cron, func(j *batchv1.CronJob) {
		Equal("policy", j.Spec.ConcurrencyPolicy, batchv1.AllowConcurrent)
		Equal("history", *j.Spec.SuccessfulJobsHistoryLimit, int32(3))
	})
	moment := metav1.NewMicroTime(time.Date(2026, 1, 2, 3, 4, 5, 678901000, time.UTC))
	lease := &coordinationv1.Lease{ObjectMeta: named("round"), Spec: coordinationv1.LeaseSpec{HolderIdentity: ptr.To("me"), RenewTime: &moment}}
	round(s, "Lease", c.CoordinationV1().Leases(ns), lease, func(l *coordinationv1.Lease) {
		True(l.Spec.RenewTime.Time.Equal(moment.Time), "renew time: %v", l.Spec.RenewTime)
	})
	slice := &discoveryv1.EndpointSlice{
		ObjectMeta: named("round"), AddressType: discoveryv1.AddressTypeIPv4,
		Endpoints: []discoveryv1.Endpoint{{Addresses: []string{"10.1.2.3"}, Conditions: discoveryv1.EndpointConditions{Ready: ptr.To(false)}}},
		Ports:     []discoveryv1.EndpointPort{{Port: ptr.To[int32](8080)}},
	}
	round(s, "EndpointSlice", c.DiscoveryV1().EndpointSlices(ns), slice, func(e *discoveryv1.EndpointSlice) {
		Equal("ready", *e.Endpoints[0].Conditions.Ready, false)
		Equal("protocol", *e.Ports[0].Protocol, corev1.ProtocolTCP)
	})
	policy := &networkingv1.NetworkPolicy{ObjectMeta: named("round"), Spec: networkingv1.NetworkPolicySpec{
		Ingress: []networkingv1.NetworkPolicyIngressRule{{Ports: []networkingv1.NetworkPolicyPort{{Port: ptr.To(intstr.FromString("http"))}, {Port: ptr.To(intstr.FromInt32(80))}}}},
	}}
	round(s, "NetworkPolicy", c.NetworkingV1().NetworkPolicies(ns), policy, func(p *networkingv1.NetworkPolicy) {
		Equal("types", p.Spec.PolicyTypes, []networkingv1.PolicyType{networkingv1.PolicyTypeIngress})
		Equal("ports", []string{p.Spec.Ingress[0].Ports[0].Port.StrVal, p.Spec.Ingress[0].Ports[1].Port.String()}, []string{"http", "80"})
	})
	budget := &policyv1.PodDisruptionBudget{ObjectMeta: named("round"), Spec: policyv1.PodDisruptionBudgetSpec{
		MinAvailable: ptr.To(intstr.FromString("50%")), Selector: &metav1.LabelSelector{MatchExpressions: []metav1.LabelSelectorRequirement{{Key: "app", Operator: metav1.LabelSelectorOpExists}}},
	}}
	round(s, "PodDisruptionBudget", c.PolicyV1().PodDisruptionBudgets(ns), budget, func(b *policyv1.PodDisruptionBudget) {
		Equal("minimum", b.Spec.MinAvailable.String(), "50%")
	})
	scaler := &autoscalingv2.HorizontalPodAutoscaler{ObjectMeta: named("round"), Spec: autoscalingv2.HorizontalPodAutoscalerSpec{
		ScaleTargetRef: autoscalingv2.CrossVersionObjectReference{APIVersion: "apps/v1", Kind: "Deployment", Name: "round"}, MaxReplicas: 4,
	}}
	round(s, "HorizontalPodAutoscaler", c.AutoscalingV2().HorizontalPodAutoscalers(ns), scaler, func(h *autoscalingv2.HorizontalPodAutoscaler) {
		Equal("minimum", *h.Spec.MinReplicas, int32(1))
		Equal("metric", h.Spec.Metrics[0].Resource.Name, corev1.ResourceCPU)
	})
	clusterWide(s)
}

// clusterWide: kinds without a namespace, under names that hold this run's.
func clusterWide(s *S) {
	class := &storagev1.StorageClass{ObjectMeta: named(s.Namespace), Provisioner: "example.com/disk", Parameters: map[string]string{"b": "2", "a": "1"}}
	round(s, "StorageClass", s.Clients.StorageV1().StorageClasses(), class, func(c *storagev1.StorageClass) {
		Equal("mode", *c.VolumeBindingMode, storagev1.VolumeBindingImmediate)
		Equal("parameters", c.Parameters, class.Parameters)
	})
	runtime := &nodev1.RuntimeClass{ObjectMeta: named(s.Namespace), Handler: "sandbox"}
	round(s, "RuntimeClass", s.Clients.NodeV1().RuntimeClasses(), runtime, func(c *nodev1.RuntimeClass) {
		Equal("handler", c.Handler, "sandbox")
	})
	node := &corev1.Node{ObjectMeta: named(s.Namespace), Spec: corev1.NodeSpec{Unschedulable: true}}
	round(s, "Node", s.Clients.CoreV1().Nodes(), node, func(n *corev1.Node) {
		Equal("unschedulable", n.Spec.Unschedulable, true)
	})
	s.Step("a Node's status with quantities and conditions")
	nodes := s.Clients.CoreV1().Nodes()
	made := Must(nodes.Create(s.Context, node, metav1.CreateOptions{}))
	s.Cleanup(func(ctx context.Context) { IgnoreMissing(nodes.Delete(ctx, made.Name, metav1.DeleteOptions{})) })
	made.Status.Capacity = corev1.ResourceList{corev1.ResourceMemory: resource.MustParse("1.5Gi"), "example.com/gpu": resource.MustParse("2")}
	made.Status.Conditions = []corev1.NodeCondition{{Type: corev1.NodeReady, Status: corev1.ConditionTrue, LastHeartbeatTime: metav1.Unix(1, 0)}}
	made = Must(nodes.UpdateStatus(s.Context, made, metav1.UpdateOptions{}))
	memory := made.Status.Capacity[corev1.ResourceMemory]
	Equal("memory", memory.String(), "1536Mi")
	Equal("heartbeat", made.Status.Conditions[0].LastHeartbeatTime.Unix(), int64(1))
	patch := Must(json.Marshal(map[string]any{"status": map[string]any{"conditions": []any{map[string]any{"type": "DiskPressure", "status": "False"}}}}))
	made = Must(nodes.PatchStatus(s.Context, made.Name, patch))
	Equal("conditions merged by type", len(made.Status.Conditions), 2)
}
