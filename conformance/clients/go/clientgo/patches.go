package main

import (
	"context"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/restmapper"
	"k8s.io/client-go/scale"

	. "ferrokube.dev/conformance/clients/scenario"
)

// patches: the three patch types of a typed client, and the status subresource beside the main one.
func patches(s *S) {
	ctx, client := s.Context, s.Clients.AppsV1().Deployments(s.Namespace)
	made := Must(client.Create(ctx, deployment("patched", 1), metav1.CreateOptions{}))
	patch := func(kind types.PatchType, body string, subresources ...string) *appsv1.Deployment {
		out := Must(client.Patch(ctx, "patched", kind, []byte(body), metav1.PatchOptions{FieldManager: "patcher"}, subresources...))
		wire := s.Wire.Last("/deployments/patched")
		Equal("content types of request and answer", []string{wire.Sent, wire.Got}, []string{string(kind), protobuf})
		return out
	}

	s.Step("strategic merge patch merges containers by name")
	out := patch(types.StrategicMergePatchType, `{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"registry.example.com/side:1"},{"name":"main","env":[{"name":"A","value":"1"}]}]}}}}`)
	containers := out.Spec.Template.Spec.Containers
	Equal("containers", []string{containers[0].Name, containers[1].Name}, []string{"side", "main"})
	Equal("the old image and the new variable", []string{containers[1].Image, containers[1].Env[0].Value}, []string{"registry.example.com/app:1", "1"})
	Equal("generation", out.Generation, made.Generation+1)
	out = patch(types.StrategicMergePatchType, `{"spec":{"template":{"spec":{"containers":[{"name":"side","$patch":"delete"}]}}}}`)
	Equal("containers", len(out.Spec.Template.Spec.Containers), 1)

	s.Step("merge patch replaces lists and removes nulls")
	out = patch(types.MergePatchType, `{"metadata":{"labels":{"app":null,"x":"y"}},"spec":{"template":{"spec":{"containers":[{"name":"only","image":"registry.example.com/only:1"}]}}}}`)
	Equal("labels", out.Labels, map[string]string{"x": "y"})
	Equal("container", out.Spec.Template.Spec.Containers[0].Name, "only")

	s.Step("JSON patch with a test")
	out = patch(types.JSONPatchType, `[{"op":"test","path":"/spec/replicas","value":1},{"op":"replace","path":"/spec/replicas","value":4},{"op":"add","path":"/metadata/annotations","value":{"a/b_c":"1"}},{"op":"copy","from":"/metadata/annotations/a~1b_c","path":"/metadata/annotations/copy"}]`)
	Equal("replicas", *out.Spec.Replicas, int32(4))
	Equal("annotations", out.Annotations, map[string]string{"a/b_c": "1", "copy": "1"})
	_, err := client.Patch(ctx, "patched", types.JSONPatchType, []byte(`[{"op":"test","path":"/spec/replicas","value":7}]`), metav1.PatchOptions{})
	Refused(err, 422, metav1.StatusReasonInvalid)
	_, err = client.Patch(ctx, "patched", types.MergePatchType, []byte(`{"metadata":{"resourceVersion":"1"}}`), metav1.PatchOptions{})
	Refused(err, 409, metav1.StatusReasonConflict)
	_, err = client.Patch(ctx, "nobody", types.MergePatchType, []byte(`{}`), metav1.PatchOptions{})
	Refused(err, 404, metav1.StatusReasonNotFound)
	_, err = client.Patch(ctx, "patched", types.MergePatchType, []byte(`{"spec":{"replicas":-1}}`), metav1.PatchOptions{})
	Refused(err, 422, metav1.StatusReasonInvalid)

	s.Step("status is a subresource of its own")
	out.Status.Replicas, out.Spec.Paused = 4, true
	out.Status.Conditions = []appsv1.DeploymentCondition{{Type: appsv1.DeploymentProgressing, Status: corev1.ConditionTrue, Reason: "Testing"}}
	out = Must(client.UpdateStatus(ctx, out, metav1.UpdateOptions{}))
	Equal("status taken, spec left", []any{out.Status.Replicas, out.Spec.Paused}, []any{int32(4), false})
	out.Status.Replicas, out.Spec.Paused = 9, true
	out = Must(client.Update(ctx, out, metav1.UpdateOptions{}))
	Equal("status left, spec taken", []any{out.Status.Replicas, out.Spec.Paused}, []any{int32(4), true})
	out = patch(types.StrategicMergePatchType, `{"status":{"conditions":[{"type":"Available","status":"False"}]}}`, "status")
	Equal("conditions", len(out.Status.Conditions), 2)
	True(len(out.ManagedFields) >= 3, "managed fields: %+v", out.ManagedFields)
}

// scales: the Scale subresource through the typed client and through the polymorphic one, which has to discover it.
func scales(s *S) {
	ctx, client := s.Context, s.Clients.AppsV1().Deployments(s.Namespace)
	s.Step("Scale through the typed client")
	Must(client.Create(ctx, deployment("scaled", 2), metav1.CreateOptions{}))
	scale1 := Must(client.GetScale(ctx, "scaled", metav1.GetOptions{}))
	Equal("content type", s.Wire.Last("/scale").Got, protobuf)
	Equal("replicas and selector", []any{scale1.Spec.Replicas, scale1.Status.Selector}, []any{int32(2), "app=scaled"})
	scale1.Spec.Replicas = 5
	scale1 = Must(client.UpdateScale(ctx, "scaled", scale1, metav1.UpdateOptions{}))
	Equal("replicas", *Must(client.Get(ctx, "scaled", metav1.GetOptions{})).Spec.Replicas, int32(5))
	stale := &autoscalingv1.Scale{ObjectMeta: metav1.ObjectMeta{Name: "scaled", Namespace: s.Namespace, ResourceVersion: "1"}}
	Refuse(client.UpdateScale(ctx, "scaled", stale, metav1.UpdateOptions{}))(409, metav1.StatusReasonConflict)

	s.Step("Scale through the polymorphic client")
	cached := memory.NewMemCacheClient(s.Clients.Discovery())
	mapper := restmapper.NewDeferredDiscoveryRESTMapper(cached)
	scaler := Must(scale.NewForConfig(s.Config, mapper, dynamic.LegacyAPIPathResolverFunc, scale.NewDiscoveryScaleKindResolver(s.Clients.Discovery())))
	resource := schema.GroupResource{Group: "apps", Resource: "deployments"}
	scale2 := Must(scaler.Scales(s.Namespace).Get(ctx, resource, "scaled", metav1.GetOptions{}))
	Equal("replicas", scale2.Spec.Replicas, int32(5))
	scale2.Spec.Replicas = 1
	Must(scaler.Scales(s.Namespace).Update(ctx, resource, scale2, metav1.UpdateOptions{}))
	scale2 = Must(scaler.Scales(s.Namespace).Patch(ctx, schema.GroupVersionResource{Group: "apps", Version: "v1", Resource: "deployments"}, "scaled", types.MergePatchType, []byte(`{"spec":{"replicas":3}}`), metav1.PatchOptions{}))
	Equal("replicas", scale2.Spec.Replicas, int32(3))
}

// pods: what needs a pod: field selectors on its state, its life without a node, binding, eviction.
func pods(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().Pods(s.Namespace)
	pod := func(name string) *corev1.Pod {
		template := podTemplate(map[string]string{"app": "pods"})
		return &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: template.Labels}, Spec: template.Spec}
	}
	s.Cleanup(func(ctx context.Context) {
		zero := int64(0)
		Check(client.DeleteCollection(ctx, metav1.DeleteOptions{GracePeriodSeconds: &zero}, metav1.ListOptions{}))
	})
	s.Step("pods by field and their defaults")
	made := Must(client.Create(ctx, pod("one"), metav1.CreateOptions{}))
	Equal("phase, class, grace", []any{made.Status.Phase, made.Status.QOSClass, *made.Spec.TerminationGracePeriodSeconds}, []any{corev1.PodPending, corev1.PodQOSBurstable, int64(30)})
	placed := pod("two")
	placed.Spec.NodeName = s.Namespace
	Must(client.Create(ctx, placed, metav1.CreateOptions{}))
	list := func(field string) []string {
		return names(Must(client.List(ctx, metav1.ListOptions{FieldSelector: field})).Items)
	}
	Equal("on the node", list("spec.nodeName="+s.Namespace), []string{"two"})
	Equal("pending without a node", list("status.phase=Pending,spec.nodeName="), []string{"one"})

	s.Step("a pod on a node is deleted in two steps")
	Check(client.Delete(ctx, "two", metav1.DeleteOptions{}))
	two := Must(client.Get(ctx, "two", metav1.GetOptions{}))
	True(two.DeletionTimestamp != nil && *two.DeletionGracePeriodSeconds == 30, "not marked: %+v", two.ObjectMeta)
	zero := int64(0)
	Check(client.Delete(ctx, "two", metav1.DeleteOptions{GracePeriodSeconds: &zero}))
	gone(client.Get, s, "two")

	bindings(s, pod)
}

// offers reports whether discovery lists a subresource of v1.
func offers(s *S, resource string) bool {
	for _, r := range Must(s.Clients.Discovery().ServerResourcesForGroupVersion("v1")).APIResources {
		if r.Name == resource {
			return true
		}
	}
	s.Note("left out: discovery does not list %s", resource)
	return false
}
