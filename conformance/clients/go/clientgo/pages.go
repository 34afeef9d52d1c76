package main

import (
	"context"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/tools/pager"

	. "ferrokube.dev/conformance/clients/scenario"
)

// pages: lists in pieces, that show one moment however long they take.
func pages(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().ConfigMaps(s.Namespace)
	s.Step("page through ten objects by three")
	want := []string{}
	for i := range 10 {
		name := fmt.Sprintf("page-%d", i)
		want = append(want, name)
		Must(client.Create(ctx, configMap(name, nil, map[string]string{"part": "pages"}), metav1.CreateOptions{}))
	}
	options := metav1.ListOptions{LabelSelector: "part=pages"}
	calls := []metav1.ListOptions{}
	lister := pager.New(func(ctx context.Context, options metav1.ListOptions) (runtime.Object, error) {
		calls = append(calls, options)
		return client.List(ctx, options)
	})
	lister.PageSize, lister.PageBufferSize = 3, 0
	object, paged, err := lister.List(ctx, options)
	Check(err)
	Equal("pages", []any{paged, len(calls)}, []any{true, 4})
	got := []string{}
	for _, item := range Must(meta.ExtractList(object)) {
		got = append(got, item.(*corev1.ConfigMap).Name)
	}
	Equal("items", got, want)

	s.Step("every item once, while the objects change")
	got = []string{}
	Check(lister.EachListItem(ctx, options, func(object runtime.Object) error {
		got = append(got, object.(*corev1.ConfigMap).Name)
		if len(got) == 2 {
			Must(client.Create(ctx, configMap("page-99", nil, map[string]string{"part": "pages"}), metav1.CreateOptions{}))
			Check(client.Delete(ctx, "page-8", metav1.DeleteOptions{}))
		}
		return nil
	}))
	Equal("items of the first page's moment", got, want)

	s.Step("pages by hand: count, version, tokens")
	one := Must(client.List(ctx, metav1.ListOptions{Limit: 4}))
	True(one.Continue != "" && one.RemainingItemCount != nil && *one.RemainingItemCount > 0, "list: %+v", one.ListMeta)
	selected := Must(client.List(ctx, metav1.ListOptions{LabelSelector: "part=pages", Limit: 4}))
	True(selected.RemainingItemCount == nil, "a count although a selector was given")
	next := Must(client.List(ctx, metav1.ListOptions{LabelSelector: "part=pages", Limit: 4, Continue: selected.Continue}))
	Equal("resourceVersion", next.ResourceVersion, selected.ResourceVersion)
	Equal("items", names(next.Items), []string{"page-4", "page-5", "page-6", "page-7"})
	last := Must(client.List(ctx, metav1.ListOptions{LabelSelector: "part=pages", Continue: next.Continue}))
	Equal("the rest without a limit", []any{names(last.Items), last.Continue}, []any{[]string{"page-9", "page-99"}, ""})
	Refuse(client.List(ctx, metav1.ListOptions{Continue: "nonsense"}))(400, metav1.StatusReasonBadRequest)
	Refuse(client.List(ctx, metav1.ListOptions{Continue: selected.Continue, ResourceVersion: "1"}))(400, metav1.StatusReasonBadRequest)
	expiry(s, lister, options)
}
