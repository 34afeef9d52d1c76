package main

import (
	corev1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/utils/ptr"

	. "ferrokube.dev/conformance/clients/scenario"
)

// bindings: the subresources of a pod whose body is of another kind, where the server has them.
func bindings(s *S, pod func(string) *corev1.Pod) {
	ctx, client := s.Context, s.Clients.CoreV1().Pods(s.Namespace)
	s.Step("bind a pod to a node")
	if offers(s, "pods/binding") {
		Must(client.Create(ctx, pod("bound"), metav1.CreateOptions{}))
		binding := &corev1.Binding{ObjectMeta: metav1.ObjectMeta{Name: "bound", Namespace: s.Namespace}, Target: corev1.ObjectReference{Kind: "Node", Name: s.Namespace}}
		Check(client.Bind(ctx, binding, metav1.CreateOptions{}))
		bound := Must(client.Get(ctx, "bound", metav1.GetOptions{}))
		Equal("node", bound.Spec.NodeName, s.Namespace)
		Equal("condition", bound.Status.Conditions[len(bound.Status.Conditions)-1].Type, corev1.PodScheduled)
		Refused(client.Bind(ctx, binding, metav1.CreateOptions{}), 409, metav1.StatusReasonConflict)
	}
	s.Step("evict a pod")
	if offers(s, "pods/eviction") {
		made := Must(client.Create(ctx, pod("evicted"), metav1.CreateOptions{}))
		options := &metav1.DeleteOptions{GracePeriodSeconds: ptr.To[int64](0), Preconditions: metav1.NewUIDPreconditions(string(made.UID))}
		err := client.EvictV1(ctx, &policyv1.Eviction{ObjectMeta: metav1.ObjectMeta{Name: "evicted", Namespace: s.Namespace}, DeleteOptions: options})
		if status, ok := err.(apierrors.APIStatus); ok && status.Status().Code == 501 {
			// A server may list what it says that it has not got yet; upstream never answers this.
			s.Note("left out: %v", err)
			return
		}
		Check(err)
		gone(client.Get, s, "evicted")
	}
}
