package main

import (
	"context"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	kubeinformers "k8s.io/client-go/informers"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/metadata/metadatainformer"
	"k8s.io/client-go/tools/cache"

	. "ferrokube.dev/conformance/clients/scenario"
)

// notice is one call of an informer's handler.
type notice struct {
	kind, name, colour string
	initial            bool
}

// handler sends every call into a channel that is wide enough for the whole part.
func handler(out chan<- notice) cache.ResourceEventHandler {
	tell := func(kind string, object any, initial bool) {
		if last, ok := object.(cache.DeletedFinalStateUnknown); ok {
			kind, object = kind+" (guessed)", last.Obj
		}
		meta := object.(metav1.Object)
		out <- notice{kind, meta.GetName(), meta.GetLabels()["colour"], initial}
	}
	return cache.ResourceEventHandlerDetailedFuncs{
		AddFunc:    func(object any, initial bool) { tell("added", object, initial) },
		UpdateFunc: func(_, object any) { tell("updated", object, false) },
		DeleteFunc: func(object any) { tell("deleted", object, false) },
	}
}

// informers: typed, dynamic and metadata informers at once, each compared with a list by client-go's own detector, which panics when
// a streamed list differs from a plain one.
func informers(s *S) {
	s.Step("the detector of inconsistent streamed lists is on")
	Equal("KUBE_WATCHLIST_INCONSISTENCY_DETECTOR", os.Getenv("KUBE_WATCHLIST_INCONSISTENCY_DETECTOR"), "true")

	s.Step("fill the namespace for the informers")
	ctx, stop := context.WithCancel(s.Context)
	defer stop()
	client, count := s.Clients.CoreV1().ConfigMaps(s.Namespace), 60
	for i := range count {
		data := map[string]string{"text": strings.Repeat("x", 1000)}
		Must(client.Create(ctx, configMap(fmt.Sprintf("informed-%02d", i), data, map[string]string{"part": "informers", "colour": "blue"}), metav1.CreateOptions{}))
	}
	Must(s.Clients.AppsV1().Deployments(s.Namespace).Create(ctx, deployment("informed", 1), metav1.CreateOptions{}))

	s.Step("seven informers of three clients start at once and are synced")
	_, mark := s.Wire.Since(0)
	select1 := func(o *metav1.ListOptions) { o.LabelSelector = "part=informers" }
	typed := kubeinformers.NewSharedInformerFactoryWithOptions(s.Clients, 0, kubeinformers.WithNamespace(s.Namespace))
	selected := kubeinformers.NewSharedInformerFactoryWithOptions(s.Clients, 0, kubeinformers.WithNamespace(s.Namespace), kubeinformers.WithTweakListOptions(select1))
	loose := dynamicinformer.NewFilteredDynamicSharedInformerFactory(Must(dynamic.NewForConfig(s.Config)), 0, s.Namespace, select1)
	partial := metadatainformer.NewFilteredSharedInformerFactory(Must(metadata.NewForConfig(s.Config)), 0, s.Namespace, select1)
	all := map[string]cache.SharedIndexInformer{
		"typed": selected.Core().V1().ConfigMaps().Informer(), "dynamic": loose.ForResource(configMapsResource).Informer(),
		"metadata": partial.ForResource(configMapsResource).Informer(),
	}
	heard := map[string]chan notice{}
	for name, informer := range all {
		heard[name] = make(chan notice, 1000)
		Must(informer.AddEventHandler(handler(heard[name])))
		Check(informer.AddIndexers(cache.Indexers{"colour": func(object any) ([]string, error) {
			return []string{object.(metav1.Object).GetLabels()["colour"]}, nil
		}}))
	}
	deployments, secrets, podLister := typed.Apps().V1().Deployments().Lister(), typed.Core().V1().Secrets().Lister(), typed.Core().V1().Pods().Lister()
	nodes := kubeinformers.NewSharedInformerFactory(s.Clients, 0)
	nodeLister := nodes.Core().V1().Nodes().Lister()
	for _, factory := range []interface{ Start(<-chan struct{}) }{typed, selected, loose, partial, nodes} {
		factory.Start(ctx.Done())
	}
	for name, informer := range all {
		Equal(name+" is synced", synced(s, informer), true)
		Equal(name+" items", len(informer.GetStore().List()), count)
		initial := 0
		for range count {
			note := Next(s, "the first notices of "+name, heard[name])
			True(note.kind == "added" && note.initial, "%s: %+v", name, note)
			initial++
		}
		Equal(name+" initial notices", initial, count)
	}
	for kind, ok := range typed.WaitForCacheSync(ctx.Done()) {
		True(ok, "%v is not synced", kind)
	}
	nodes.WaitForCacheSync(ctx.Done())
	True(Must(deployments.Deployments(s.Namespace).Get("informed")).Name == "informed", "the deployment is missing")
	Equal("pods", len(Must(podLister.List(labels.Everything()))), len(Must(s.Clients.CoreV1().Pods(s.Namespace).List(ctx, metav1.ListOptions{})).Items))
	Equal("secrets", len(Must(secrets.List(labels.Everything()))), len(Must(s.Clients.CoreV1().Secrets(s.Namespace).List(ctx, metav1.ListOptions{})).Items))
	True(len(Must(nodeLister.List(labels.Everything()))) > 0, "no node although this scenario made one")
	streamedOnly(s, mark)

	s.Step("every informer hears of changes, once and in order")
	Must(client.Patch(ctx, "informed-07", types.MergePatchType, []byte(`{"metadata":{"labels":{"colour":"red"}}}`), metav1.PatchOptions{}))
	Must(client.Create(ctx, configMap("informed-new", nil, map[string]string{"part": "informers", "colour": "red"}), metav1.CreateOptions{}))
	Must(client.Patch(ctx, "informed-08", types.MergePatchType, []byte(`{"metadata":{"labels":{"part":"other"}}}`), metav1.PatchOptions{}))
	Check(client.Delete(ctx, "informed-09", metav1.DeleteOptions{}))
	for name, informer := range all {
		for _, want := range []notice{{"updated", "informed-07", "red", false}, {"added", "informed-new", "red", false}, {"deleted", "informed-08", "blue", false}, {"deleted", "informed-09", "blue", false}} {
			got := Next(s, fmt.Sprintf("%+v in %s", want, name), heard[name])
			if want.name == "informed-08" {
				// Whether the last state of what leaves a selection is the old or the new one is not promised.
				got.colour = want.colour
			}
			Equal(name, got, want)
		}
		red := Must(informer.GetIndexer().IndexKeys("colour", "red"))
		sort.Strings(red)
		Equal(name+" index", red, []string{s.Namespace + "/informed-07", s.Namespace + "/informed-new"})
	}
	Check(s.Clients.AppsV1().Deployments(s.Namespace).Delete(ctx, "informed", metav1.DeleteOptions{}))
	s.Step("informers stop")
	stop()
	for _, factory := range []interface{ Shutdown() }{typed, selected, loose, partial, nodes} {
		factory.Shutdown()
	}
}

func synced(s *S, informer cache.SharedIndexInformer) bool {
	ctx, cancel := context.WithTimeout(s.Context, 15*time.Second)
	defer cancel()
	return cache.WaitForCacheSync(ctx.Done(), informer.HasSynced)
}

// streamedOnly: no informer fell back to a plain list; the plain lists are the detector's, each at the version of its stream.
func streamedOnly(s *S, mark int) {
	s.Step("first lists were streamed")
	streams := 0
	exchanges, _ := s.Wire.Since(mark)
	for _, e := range exchanges {
		switch {
		case e.Method != "GET":
		case strings.Contains(e.Query, "sendInitialEvents=true"):
			Equal("status of "+e.Path+"?"+e.Query, e.Status, 200)
			streams++
		case !strings.Contains(e.Query, "watch=true") && strings.Contains(e.Query, "part%3Dinformers"):
			True(strings.Contains(e.Query, "resourceVersionMatch=Exact"), "a plain list: %s?%s", e.Path, e.Query)
		}
	}
	True(streams >= 7, "%d streams", streams)
}
