package main

import (
	"context"
	"os"
	"time"

	corev1 "k8s.io/api/core/v1"
	eventsv1 "k8s.io/api/events/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/kubernetes/scheme"
	corev1client "k8s.io/client-go/kubernetes/typed/core/v1"
	eventbroadcaster "k8s.io/client-go/tools/events"
	"k8s.io/client-go/tools/leaderelection"
	"k8s.io/client-go/tools/leaderelection/resourcelock"
	"k8s.io/client-go/tools/record"
	"k8s.io/utils/ptr"

	. "ferrokube.dev/conformance/clients/scenario"
)

// events: both recorders, each with its way to say that something happened again.
func events(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().Events(s.Namespace)
	object := Must(s.Clients.CoreV1().ConfigMaps(s.Namespace).Create(ctx, configMap("eventful", nil, nil), metav1.CreateOptions{}))
	watcher := Must(client.Watch(ctx, metav1.ListOptions{}))
	defer watcher.Stop()
	heard := func(what string, match func(*corev1.Event) bool) *corev1.Event {
		event := Await(s, what, watcher.ResultChan(), func(e watch.Event) bool {
			event, ok := e.Object.(*corev1.Event)
			return ok && match(event)
		})
		return event.Object.(*corev1.Event)
	}

	s.Step("the recorder of core/v1 counts repetitions with a patch")
	broadcaster := record.NewBroadcaster(record.WithContext(ctx))
	broadcaster.StartRecordingToSink(&corev1client.EventSinkImpl{Interface: client})
	recorder := broadcaster.NewRecorder(scheme.Scheme, corev1.EventSource{Component: "scenario", Host: "here"})
	recorder.Event(object, corev1.EventTypeNormal, "Counted", "it happened")
	heard("the first event", func(e *corev1.Event) bool { return e.Reason == "Counted" && e.Count == 1 })
	recorder.Event(object, corev1.EventTypeNormal, "Counted", "it happened")
	twice := heard("the count", func(e *corev1.Event) bool { return e.Reason == "Counted" && e.Count == 2 })
	broadcaster.Shutdown()
	Equal("about", twice.InvolvedObject.UID, object.UID)
	byField := Must(client.List(ctx, metav1.ListOptions{FieldSelector: "involvedObject.uid=" + string(object.UID) + ",reason=Counted,type=Normal"}))
	Equal("by field", names(byField.Items), []string{twice.Name})
	Equal("search", len(Must(client.SearchWithContext(ctx, scheme.Scheme, object)).Items), 1)

	s.Step("the recorder of events.k8s.io/v1 makes a series")
	sink := &eventbroadcaster.EventSinkImpl{Interface: s.Clients.EventsV1()}
	modern := eventbroadcaster.NewBroadcaster(sink)
	sinkCtx, stop := context.WithCancel(ctx)
	defer stop()
	Check(modern.StartRecordingToSinkWithContext(sinkCtx))
	speaker := modern.NewRecorder(scheme.Scheme, "example.com/scenario")
	speaker.Eventf(object, nil, corev1.EventTypeWarning, "Repeated", "Testing", "it happened to %s", object.Name)
	heard("the event", func(e *corev1.Event) bool { return e.Reason == "Repeated" && e.Series == nil })
	speaker.Eventf(object, nil, corev1.EventTypeWarning, "Repeated", "Testing", "it happened to %s", object.Name)
	series := heard("the series", func(e *corev1.Event) bool { return e.Reason == "Repeated" && e.Series != nil })
	modern.Shutdown()
	Equal("count", series.Series.Count, int32(2))
	other := Must(s.Clients.EventsV1().Events(s.Namespace).Get(ctx, series.Name, metav1.GetOptions{}))
	Equal("the same in the other version", []any{other.Note, other.Regarding.UID, other.Action, other.ReportingController}, []any{"it happened to eventful", object.UID, "Testing", "example.com/scenario"})
	list := Must(s.Clients.EventsV1().Events(s.Namespace).List(ctx, metav1.ListOptions{FieldSelector: "regarding.name=eventful,reason=Repeated"}))
	Equal("by field", names[eventsv1.Event](list.Items), []string{series.Name})
	Check(client.DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{}))
}

// candidate is one program that wants to lead.
type candidate struct {
	lead, end chan string
	stop      context.CancelFunc
}

func stand(s *S, name string) candidate {
	host := Must(os.Hostname())
	ctx, cancel := context.WithCancel(s.Context)
	c := candidate{make(chan string, 1), make(chan string, 1), cancel}
	lock := Must(resourcelock.New(resourcelock.LeasesResourceLock, s.Namespace, "leader", s.Clients.CoreV1(), s.Clients.CoordinationV1(), resourcelock.ResourceLockConfig{Identity: name + "@" + host}))
	elector := Must(leaderelection.NewLeaderElector(leaderelection.LeaderElectionConfig{
		Lock: lock, LeaseDuration: 6 * time.Second, RenewDeadline: 4 * time.Second, RetryPeriod: 500 * time.Millisecond, ReleaseOnCancel: true, Name: name,
		Callbacks: leaderelection.LeaderCallbacks{
			OnStartedLeading: func(context.Context) { c.lead <- name },
			OnStoppedLeading: func() { c.end <- name },
		},
	}))
	go elector.Run(ctx)
	return c
}

// elections: one leader at a time through a Lease.
func elections(s *S) {
	leases := s.Clients.CoordinationV1().Leases(s.Namespace)
	s.Step("the first candidate leads and renews its Lease")
	first := stand(s, "first")
	defer first.stop()
	Next(s, "the first leader", first.lead)
	watcher := Must(leases.Watch(s.Context, metav1.ListOptions{FieldSelector: "metadata.name=leader"}))
	defer watcher.Stop()
	for i := 0; i < 3; i++ {
		Next(s, "a renewal", watcher.ResultChan())
	}

	s.Step("the second one leads after the first let go")
	second := stand(s, "second")
	defer second.stop()
	Await(s, "two more renewals", watcher.ResultChan(), func(watch.Event) bool { return len(second.lead) == 0 })
	first.stop()
	Next(s, "the end of the first", first.end)
	Next(s, "the second leader", second.lead)
	lease := Must(leases.Get(s.Context, "leader", metav1.GetOptions{}))
	True(*lease.Spec.HolderIdentity == "second@"+Must(os.Hostname()), "holder: %s", *lease.Spec.HolderIdentity)
	True(ptr.Deref(lease.Spec.LeaseTransitions, 0) >= 1, "transitions: %v", lease.Spec.LeaseTransitions)
	second.stop()
	Next(s, "the end of the second", second.end)
}
