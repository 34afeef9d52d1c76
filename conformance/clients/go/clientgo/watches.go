package main

import (
	"context"
	"fmt"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/resourceversion"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/tools/cache"
	watchtools "k8s.io/client-go/tools/watch"
	"k8s.io/utils/ptr"

	. "ferrokube.dev/conformance/clients/scenario"
)

// told is one event as "TYPE name".
func told(event watch.Event) string {
	if object, ok := event.Object.(metav1.Object); ok {
		return string(event.Type) + " " + object.GetName()
	}
	return fmt.Sprintf("%s %T", event.Type, event.Object)
}

// expect receives exactly these events in this order and returns the last one's object.
func expect(s *S, from watch.Interface, want ...string) (last *corev1.ConfigMap) {
	for _, text := range want {
		event := Next(s, "the event "+text, from.ResultChan())
		Equal("event", told(event), text)
		last = event.Object.(*corev1.ConfigMap)
	}
	return last
}

func version(list *corev1.ConfigMapList, err error) string { return Must(list, err).ResourceVersion }

// watches: what a watch sends, in order, for each way to ask.
func watches(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().ConfigMaps(s.Namespace)
	make := func(name string, labels map[string]string) *corev1.ConfigMap {
		return Must(client.Create(ctx, configMap(name, nil, labels), metav1.CreateOptions{}))
	}
	label := func(name, value string) *corev1.ConfigMap {
		return Must(client.Patch(ctx, name, types.MergePatchType, []byte(`{"metadata":{"labels":{"watched":"`+value+`"}}}`), metav1.PatchOptions{}))
	}

	s.Step("watch from a list's resourceVersion")
	start := version(client.List(ctx, metav1.ListOptions{}))
	all := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: start}))
	defer all.Stop()
	Equal("content type", s.Wire.Last("/configmaps").Got, "application/vnd.kubernetes.protobuf;stream=watch")
	selected := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: start, LabelSelector: "watched=yes"}))
	defer selected.Stop()
	single := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: start, FieldSelector: "metadata.name=w2"}))
	defer single.Stop()
	make("w1", map[string]string{"watched": "yes"})
	changed := label("w1", "no")
	make("w2", nil)
	label("w1", "yes")
	Check(client.Delete(ctx, "w1", metav1.DeleteOptions{}))
	Check(client.Delete(ctx, "w2", metav1.DeleteOptions{}))
	expect(s, all, "ADDED w1")
	Equal("the whole object", expect(s, all, "MODIFIED w1"), changed)
	deleted := expect(s, all, "ADDED w2", "MODIFIED w1", "DELETED w1")
	True(deleted.ResourceVersion != changed.ResourceVersion, "a deletion carries its own resourceVersion")
	end := expect(s, all, "DELETED w2").ResourceVersion

	s.Step("objects that enter and leave a selection")
	left := expect(s, selected, "ADDED w1", "DELETED w1")
	Equal("resourceVersion of leaving", left.ResourceVersion, changed.ResourceVersion)
	expect(s, selected, "ADDED w1", "DELETED w1")
	expect(s, single, "ADDED w2", "DELETED w2")

	s.Step("resume from the resourceVersion of an event")
	resumed := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: changed.ResourceVersion}))
	defer resumed.Stop()
	expect(s, resumed, "ADDED w2", "MODIFIED w1", "DELETED w1", "DELETED w2")
	after := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: end}))
	defer after.Stop()
	make("w3", map[string]string{"watched": "yes"})
	expect(s, after, "ADDED w3")

	streams(s, end)
}

// streams: watches that begin with the state, and bookmarks.
func streams(s *S, before string) {
	ctx, client := s.Context, s.Clients.CoreV1().ConfigMaps(s.Namespace)
	s.Step("a watch without a resourceVersion, or from 0, begins with what there is")
	for _, from := range []string{"", "0"} {
		begun := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: from, LabelSelector: "watched=yes"}))
		expect(s, begun, "ADDED w3")
		begun.Stop()
		AwaitEnd(s, "the end of a stopped watch", begun.ResultChan(), nil)
	}

	s.Step("a streamed list ends with its bookmark and goes on")
	streamed := Must(client.Watch(ctx, metav1.ListOptions{
		SendInitialEvents: ptr.To(true), ResourceVersionMatch: metav1.ResourceVersionMatchNotOlderThan, AllowWatchBookmarks: true, LabelSelector: "watched",
	}))
	defer streamed.Stop()
	expect(s, streamed, "ADDED w3")
	mark := Next(s, "the bookmark", streamed.ResultChan())
	object := mark.Object.(*corev1.ConfigMap)
	Equal("type and annotation", []any{mark.Type, object.Annotations}, []any{watch.Bookmark, map[string]string{metav1.InitialEventsAnnotationKey: "true"}})
	True(object.ResourceVersion != "" && object.Name == "", "bookmark: %+v", object)
	Check(client.Delete(ctx, "w3", metav1.DeleteOptions{}))
	expect(s, streamed, "DELETED w3")
	_, err := client.Watch(ctx, metav1.ListOptions{SendInitialEvents: ptr.To(true), AllowWatchBookmarks: true})
	Refused(err, 422, metav1.StatusReasonInvalid)

	s.Step("watches with a time-out get a bookmark of what they did not see, then end by themselves")
	// Upstream sends it two seconds before the end at the earliest and its clock is coarse: one of three is asked for.
	timed, bookmarks := []watch.Interface{}, 0
	for seconds := range int64(3) {
		options := metav1.ListOptions{ResourceVersion: before, LabelSelector: "nobody=has", AllowWatchBookmarks: true, TimeoutSeconds: ptr.To(4 + seconds)}
		timed = append(timed, Must(client.Watch(ctx, options)))
	}
	unseen := Must(client.Create(ctx, configMap("unseen", nil, nil), metav1.CreateOptions{})).ResourceVersion
	for _, one := range timed {
		AwaitEnd(s, "the end of a timed watch", one.ResultChan(), func(event watch.Event) {
			Equal("type", event.Type, watch.Bookmark)
			if Must(resourceversion.CompareResourceVersion(event.Object.(*corev1.ConfigMap).ResourceVersion, unseen)) >= 0 {
				bookmarks++
			}
		})
	}
	True(bookmarks > 0, "no bookmark in any of %d watches", len(timed))
}

// resumptions: streams that end and are taken up again, and resource versions that are no longer there.
func resumptions(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().ConfigMaps(s.Namespace)
	s.Step("RetryWatcher misses nothing across watches of one second")
	start := version(client.List(ctx, metav1.ListOptions{}))
	mark := 0
	_, mark = s.Wire.Since(mark)
	opened := func() (count int) {
		exchanges, _ := s.Wire.Since(mark)
		for _, e := range exchanges {
			if strings.Contains(e.Query, "watch=true") {
				count++
			}
		}
		return count
	}
	lister := &cache.ListWatch{WatchFuncWithContext: func(ctx context.Context, options metav1.ListOptions) (watch.Interface, error) {
		options.TimeoutSeconds = ptr.To[int64](1)
		return client.Watch(ctx, options)
	}}
	watcher := Must(watchtools.NewRetryWatcherWithContext(ctx, start, lister))
	defer watcher.Stop()
	for i := 0; opened() < 3; i++ {
		name := fmt.Sprintf("r%d", i)
		Must(client.Create(ctx, configMap(name, nil, nil), metav1.CreateOptions{}))
		expect(s, watcher, "ADDED "+name)
		Check(client.Delete(ctx, name, metav1.DeleteOptions{}))
		expect(s, watcher, "DELETED "+name)
		// A tick of a timed watch that sees nothing paces this loop: it ends with the server's own clock.
		pause := Must(client.Watch(ctx, metav1.ListOptions{FieldSelector: "metadata.name=nobody", TimeoutSeconds: ptr.To[int64](1)}))
		AwaitEnd(s, "the end of the pacing watch", pause.ResultChan(), nil)
	}

	s.Step("a resourceVersion of the future is refused with a retry")
	// A client would ask again ten times by itself.
	far := s.Clients.CoreV1().RESTClient().Get().Namespace(s.Namespace).Resource("configmaps").MaxRetries(0)
	refusal := Refused(far.Param("resourceVersion", "9000000000000000").Do(ctx).Error(), 504, metav1.StatusReasonTimeout)
	Equal("seconds to wait", refusal.Details.RetryAfterSeconds, int32(1))
	True(len(refusal.Details.Causes) == 1 && refusal.Details.Causes[0].Type == metav1.CauseTypeResourceVersionTooLarge, "causes: %+v", refusal.Details)
	Refuse(client.List(ctx, metav1.ListOptions{ResourceVersion: "x"}))(400, metav1.StatusReasonBadRequest)
}
