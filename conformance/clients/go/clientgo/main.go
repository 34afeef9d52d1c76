// Program clientgo is the client-go scenario: what a program does that uses client-go v0.37 with its default settings, which speak
// protobuf for built-in kinds and stream the first list of an informer. It needs an API server alone: nothing here waits for a
// controller, a scheduler or a node. Run by `conformance-tools clients`.
package main

import (
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"ferrokube.dev/conformance/clients/scenario"
)

// parts run in this order; each uses object names of its own.
var parts = []func(*scenario.S){
	discoveries, writes, kinds, patches, scales, pods, deletes, watches, resumptions, dynamics, metadatas, pages, informers, tables,
	events, elections,
}

func main() {
	scenario.Main("client-go", func(s *scenario.S) {
		for _, part := range parts {
			part(s)
		}
	})
}

const protobuf = "application/vnd.kubernetes.protobuf"

func configMap(name string, data map[string]string, labels map[string]string) *corev1.ConfigMap {
	return &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}, Data: data}
}

func names[T any, P interface {
	*T
	metav1.Object
}](items []T) []string {
	out := []string{}
	for i := range items {
		out = append(out, P(&items[i]).GetName())
	}
	return out
}
