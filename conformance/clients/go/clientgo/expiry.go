package main

import (
	"context"
	"os"
	"os/exec"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/tools/pager"

	. "ferrokube.dev/conformance/clients/scenario"
)

// expiry: what a client meets that was away for longer than the server's history. COMPACT is a shell command that makes the server
// forget everything but the present; a server has no way to be told so through its API.
func expiry(s *S, lister *pager.ListPager, options metav1.ListOptions) {
	s.Step("expired continue tokens and resource versions")
	command := os.Getenv("COMPACT")
	if command == "" {
		s.Note("left out: COMPACT names no command that makes the server forget its history")
		return
	}
	ctx, client := s.Context, s.Clients.CoreV1().ConfigMaps(s.Namespace)
	old := Must(s.Clients.CoreV1().Events(s.Namespace).List(ctx, metav1.ListOptions{})).ResourceVersion
	exact := metav1.ListOptions{ResourceVersion: Must(client.List(ctx, options)).ResourceVersion, ResourceVersionMatch: metav1.ResourceVersionMatchExact}
	want := names(Must(client.List(ctx, options)).Items)
	calls, got := 0, []string{}
	lister.PageFn = func(ctx context.Context, options metav1.ListOptions) (runtime.Object, error) {
		if calls++; calls == 2 {
			// The first page's moment is forgotten before the second one is asked for.
			Must(client.Create(ctx, configMap("page-new", nil, map[string]string{"part": "pages"}), metav1.CreateOptions{}))
			for range 2 {
				Must(client.Create(ctx, configMap("between", nil, nil), metav1.CreateOptions{}))
				Check(client.Delete(ctx, "between", metav1.DeleteOptions{}))
			}
			output, err := exec.CommandContext(ctx, "sh", "-c", command).CombinedOutput()
			True(err == nil, "%s: %v: %s", command, err, output)
			status := Refuse(client.List(ctx, options))(410, metav1.StatusReasonExpired)
			True(status.Continue != "", "no token to go on with: %+v", status)
			onward := Must(client.List(ctx, metav1.ListOptions{LabelSelector: options.LabelSelector, Limit: 3, Continue: status.Continue}))
			Equal("going on in the present", names(onward.Items), want[3:6])
		}
		return client.List(ctx, options)
	}
	object, paged, err := lister.List(ctx, options)
	Check(err)
	// Told that the token is too old, the pager asks for everything at once, and still calls the result paged.
	Equal("calls and paging", []any{calls, paged}, []any{3, true})
	for _, item := range object.(*corev1.ConfigMapList).Items {
		got = append(got, item.Name)
	}
	Equal("items", got, append(want, "page-new"))
	Refuse(client.List(ctx, exact))(410, metav1.StatusReasonExpired)

	watcher, err := s.Clients.CoreV1().Events(s.Namespace).Watch(ctx, metav1.ListOptions{ResourceVersion: old})
	if err != nil {
		Refused(err, 410, metav1.StatusReasonExpired)
		return
	}
	defer watcher.Stop()
	event := Next(s, "the error event", watcher.ResultChan())
	status, ok := event.Object.(*metav1.Status)
	True(event.Type == watch.Error && ok, "got %s %T", event.Type, event.Object)
	Equal("code and reason", []any{status.Code, status.Reason}, []any{int32(410), metav1.StatusReasonExpired})
	AwaitEnd(s, "the end after the error", watcher.ResultChan(), nil)
}
