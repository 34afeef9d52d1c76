package main

import (
	"strings"
	"sync"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/rest"

	. "ferrokube.dev/conformance/clients/scenario"
)

var (
	deploymentsResource = schema.GroupVersionResource{Group: "apps", Version: "v1", Resource: "deployments"}
	configMapsResource  = schema.GroupVersionResource{Version: "v1", Resource: "configmaps"}
)

// warnings collects what the server warns of.
type warnings struct {
	mutex sync.Mutex
	texts []string
}

func (w *warnings) HandleWarningHeader(_ int, _, text string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.texts = append(w.texts, text)
}

func (w *warnings) take() []string {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	taken := w.texts
	w.texts = nil
	return taken
}

func looseDeployment(name string) *unstructured.Unstructured {
	labels := map[string]any{"app": name}
	return &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "apps/v1", "kind": "Deployment", "metadata": map[string]any{"name": name},
		"spec": map[string]any{
			"selector": map[string]any{"matchLabels": labels},
			"template": map[string]any{"metadata": map[string]any{"labels": labels}, "spec": map[string]any{
				"containers": []any{map[string]any{"name": "main", "image": "registry.example.com/app:1"}},
			}},
		},
	}}
}

// dynamics: JSON objects without Go types, field validation and warnings.
func dynamics(s *S) {
	ctx, heard := s.Context, &warnings{}
	config := rest.CopyConfig(s.Config)
	config.WarningHandler = heard
	client := Must(dynamic.NewForConfig(config)).Resource(deploymentsResource).Namespace(s.Namespace)

	s.Step("dynamic client: create, get, update, list")
	made := Must(client.Create(ctx, looseDeployment("loose"), metav1.CreateOptions{}))
	Equal("content type", s.Wire.Last("/deployments").Got, "application/json")
	replicas, _, _ := unstructured.NestedInt64(made.Object, "spec", "replicas")
	Equal("default replicas", replicas, int64(1))
	Equal("get", Must(client.Get(ctx, "loose", metav1.GetOptions{})), made)
	Check(unstructured.SetNestedField(made.Object, int64(3), "spec", "replicas"))
	made = Must(client.Update(ctx, made, metav1.UpdateOptions{}))
	list := Must(client.List(ctx, metav1.ListOptions{FieldSelector: "metadata.name=loose"}))
	Equal("kind of the list and its item", []string{list.GetKind(), list.Items[0].GetKind(), list.Items[0].GetAPIVersion()}, []string{"DeploymentList", "Deployment", "apps/v1"})
	Check(unstructured.SetNestedField(made.Object, int64(3), "status", "replicas"))
	made = Must(client.UpdateStatus(ctx, made, metav1.UpdateOptions{}))
	scale := Must(client.Get(ctx, "loose", metav1.GetOptions{}, "scale"))
	Equal("kind of the subresource", scale.GetKind(), "Scale")

	s.Step("dynamic client: unknown fields by field validation")
	odd := looseDeployment("odd")
	Check(unstructured.SetNestedField(odd.Object, "x", "spec", "unheardOf"))
	status := Refuse(client.Create(ctx, odd, metav1.CreateOptions{FieldValidation: metav1.FieldValidationStrict}))(400, metav1.StatusReasonBadRequest)
	True(strings.Contains(status.Message, `strict decoding error: unknown field "spec.unheardOf"`), "message: %s", status.Message)
	Equal("warnings", len(heard.take()), 0)
	made = Must(client.Create(ctx, odd, metav1.CreateOptions{FieldValidation: metav1.FieldValidationWarn}))
	Equal("warnings", heard.take(), []string{`unknown field "spec.unheardOf"`})
	_, found, _ := unstructured.NestedString(made.Object, "spec", "unheardOf")
	Equal("pruned", found, false)
	Must(client.Patch(ctx, "odd", types.MergePatchType, []byte(`{"spec":{"paused":true,"unheardOf":1}}`), metav1.PatchOptions{FieldValidation: metav1.FieldValidationIgnore}))
	Equal("warnings", len(heard.take()), 0)

	s.Step("dynamic client: watch and delete")
	watcher := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: list.GetResourceVersion()}))
	defer watcher.Stop()
	Check(client.Delete(ctx, "odd", metav1.DeleteOptions{}))
	event := Await(s, "the deletion", watcher.ResultChan(), func(e watch.Event) bool { return e.Type == watch.Deleted })
	Equal("event", told(event), "DELETED odd")
	Check(client.DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{FieldSelector: "metadata.name=loose"}))
	Refuse(client.Get(ctx, "loose", metav1.GetOptions{}))(404, metav1.StatusReasonNotFound)

	s.Step("a resource that the server does not have")
	nothing := Must(dynamic.NewForConfig(config)).Resource(schema.GroupVersionResource{Group: "apps", Version: "v1", Resource: "unheard"})
	_, err := nothing.Namespace(s.Namespace).List(ctx, metav1.ListOptions{})
	status = Refused(err, 404, metav1.StatusReasonNotFound)
	Equal("message", status.Message, "the server could not find the requested resource")
}

// metadatas: PartialObjectMetadata in protobuf, as garbage collectors and caches of big objects ask for it.
func metadatas(s *S) {
	ctx, client := s.Context, Must(metadata.NewForConfig(s.Config)).Resource(configMapsResource).Namespace(s.Namespace)
	typed := s.Clients.CoreV1().ConfigMaps(s.Namespace)
	s.Step("metadata client: get, list, patch")
	labels := map[string]string{"part": "metadata"}
	for _, name := range []string{"m1", "m2", "m3"} {
		Must(typed.Create(ctx, configMap(name, map[string]string{"k": "v"}, labels), metav1.CreateOptions{}))
	}
	object := Must(client.Get(ctx, "m1", metav1.GetOptions{}))
	Equal("content type", s.Wire.Last("/configmaps/m1").Got, "application/vnd.kubernetes.protobuf")
	full := Must(typed.Get(ctx, "m1", metav1.GetOptions{}))
	Equal("metadata", object.ObjectMeta, full.ObjectMeta)
	page := Must(client.List(ctx, metav1.ListOptions{LabelSelector: "part=metadata", Limit: 2}))
	Equal("content type", s.Wire.Last("/configmaps").Got, "application/vnd.kubernetes.protobuf")
	Equal("first page", names(page.Items), []string{"m1", "m2"})
	rest := Must(client.List(ctx, metav1.ListOptions{LabelSelector: "part=metadata", Limit: 2, Continue: page.Continue}))
	Equal("second page", []any{names(rest.Items), rest.Continue, rest.ResourceVersion}, []any{[]string{"m3"}, "", page.ResourceVersion})
	patched := Must(client.Patch(ctx, "m1", types.MergePatchType, []byte(`{"metadata":{"labels":{"more":"1"}}}`), metav1.PatchOptions{}))
	Equal("labels", patched.Labels, map[string]string{"part": "metadata", "more": "1"})
	Equal("data is untouched", Must(typed.Get(ctx, "m1", metav1.GetOptions{})).Data, full.Data)

	s.Step("metadata client: watch and delete")
	watcher := Must(client.Watch(ctx, metav1.ListOptions{ResourceVersion: rest.ResourceVersion, LabelSelector: "part=metadata"}))
	defer watcher.Stop()
	Equal("content type", s.Wire.Last("/configmaps").Got, "application/vnd.kubernetes.protobuf;stream=watch")
	Check(client.Delete(ctx, "m2", metav1.DeleteOptions{}))
	Check(client.DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "more"}))
	for _, want := range []string{"MODIFIED m1", "DELETED m2", "DELETED m1"} {
		event := Next(s, "the event "+want, watcher.ResultChan())
		Equal("event", told(event), want)
		_, ok := event.Object.(*metav1.PartialObjectMetadata)
		True(ok, "an event of %T", event.Object)
	}
}
