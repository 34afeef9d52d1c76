package main

import (
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/utils/ptr"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	. "ferrokube.dev/conformance/clients/scenario"
)

// deletes: options in the body, in protobuf; finalizers; collections.
func deletes(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().ConfigMaps(s.Namespace)
	s.Step("delete with preconditions")
	made := Must(client.Create(ctx, configMap("guarded", nil, nil), metav1.CreateOptions{}))
	wrong := metav1.DeleteOptions{Preconditions: &metav1.Preconditions{UID: ptr.To[types.UID]("another")}}
	Refused(client.Delete(ctx, "guarded", wrong), 409, metav1.StatusReasonConflict)
	wrong = metav1.DeleteOptions{Preconditions: &metav1.Preconditions{UID: &made.UID, ResourceVersion: ptr.To("1")}}
	Refused(client.Delete(ctx, "guarded", wrong), 409, metav1.StatusReasonConflict)
	Check(client.Delete(ctx, "guarded", metav1.DeleteOptions{DryRun: []string{metav1.DryRunAll}}))
	Must(client.Get(ctx, "guarded", metav1.GetOptions{}))
	right := metav1.DeleteOptions{Preconditions: &metav1.Preconditions{UID: &made.UID, ResourceVersion: &made.ResourceVersion}}
	Check(client.Delete(ctx, "guarded", right))
	wire := s.Wire.Last("/configmaps/guarded")
	Equal("content types of request and answer", []string{wire.Sent, wire.Got}, []string{protobuf, protobuf})
	gone(client.Get, s, "guarded")
	Refused(client.Delete(ctx, "guarded", metav1.DeleteOptions{}), 404, metav1.StatusReasonNotFound)

	s.Step("a finalizer holds the object until it is taken off")
	held := configMap("held", nil, nil)
	held.Finalizers = []string{"example.com/hold"}
	Must(client.Create(ctx, held, metav1.CreateOptions{}))
	Check(client.Delete(ctx, "held", metav1.DeleteOptions{}))
	marked := Must(client.Get(ctx, "held", metav1.GetOptions{}))
	True(marked.DeletionTimestamp != nil, "no deletionTimestamp: %+v", marked.ObjectMeta)
	marked.Finalizers = append(marked.Finalizers, "example.com/late")
	Refuse(client.Update(ctx, marked, metav1.UpdateOptions{}))(422, metav1.StatusReasonInvalid)
	marked.Finalizers = nil
	Must(client.Update(ctx, marked, metav1.UpdateOptions{}))
	gone(client.Get, s, "held")

	s.Step("propagation policies leave their finalizers")
	deployments := s.Clients.AppsV1().Deployments(s.Namespace)
	for policy, finalizer := range map[metav1.DeletionPropagation]string{metav1.DeletePropagationForeground: metav1.FinalizerDeleteDependents, metav1.DeletePropagationOrphan: metav1.FinalizerOrphanDependents} {
		Must(deployments.Create(ctx, deployment("owner", 0), metav1.CreateOptions{}))
		Check(deployments.Delete(ctx, "owner", metav1.DeleteOptions{PropagationPolicy: &policy}))
		owner := Must(deployments.Get(ctx, "owner", metav1.GetOptions{}))
		Equal("finalizers", owner.Finalizers, []string{finalizer})
		Must(deployments.Patch(ctx, "owner", types.MergePatchType, []byte(`{"metadata":{"finalizers":null}}`), metav1.PatchOptions{}))
		gone(deployments.Get, s, "owner")
	}

	s.Step("delete a collection by label")
	for name, labels := range map[string]map[string]string{"c1": {"set": "x"}, "c2": {"set": "x"}, "c3": {"set": "y"}} {
		Must(client.Create(ctx, configMap(name, nil, labels), metav1.CreateOptions{}))
	}
	Check(client.DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "set=x"}))
	Equal("left", names(Must(client.List(ctx, metav1.ListOptions{LabelSelector: "set"})).Items), []string{"c3"})
}
