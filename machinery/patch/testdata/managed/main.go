// Asks upstream's field manager who owns what after sequences of writes, and prints the cases of ../managed.jsonl. Run it in
// conformance/go: `go run ../../machinery/patch/testdata/managed/*.go > ../../machinery/patch/testdata/managed.jsonl`, and with the argument
// `sets` for ../sets.jsonl. Objects are made at
// random from upstream's types, so that every built-in kind takes part; a few sequences are written by hand. Times are replaced with
// counted ones.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"

	apiextensionsinstall "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/managedfields"
	apiopenapi "k8s.io/apiserver/pkg/endpoints/openapi"
	genericapiserver "k8s.io/apiserver/pkg/server"
	"k8s.io/klog/v2"
	"k8s.io/kube-openapi/pkg/builder3"
	"k8s.io/kube-openapi/pkg/util"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/resource/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	generatedopenapi "k8s.io/kubernetes/pkg/generated/openapi"
	"sigs.k8s.io/structured-merge-diff/v6/fieldpath"
	"sigs.k8s.io/structured-merge-diff/v6/typed"
)

var scheme = legacyscheme.Scheme

// converter gives objects in other versions as upstream's server does.
var converter = runtime.UnsafeObjectConvertor(scheme)

// A resourceKind is a group and kind with the versions it is written in.
type resourceKind struct {
	group, kind string
	versions    []string
}

func (r resourceKind) gvk(version string) schema.GroupVersionKind {
	return schema.GroupVersionKind{Group: r.group, Version: version, Kind: r.kind}
}

var resources = []resourceKind{
	{"", "Pod", []string{"v1"}},
	{"", "Pod", []string{"v1"}},
	{"", "Pod", []string{"v1"}},
	{"", "ConfigMap", []string{"v1"}},
	{"", "Secret", []string{"v1"}},
	{"", "Service", []string{"v1"}},
	{"", "Service", []string{"v1"}},
	{"", "Node", []string{"v1"}},
	{"", "Namespace", []string{"v1"}},
	{"", "ServiceAccount", []string{"v1"}},
	{"", "Endpoints", []string{"v1"}},
	{"", "PersistentVolume", []string{"v1"}},
	{"", "PersistentVolumeClaim", []string{"v1"}},
	{"", "ReplicationController", []string{"v1"}},
	{"", "ResourceQuota", []string{"v1"}},
	{"", "LimitRange", []string{"v1"}},
	{"", "Event", []string{"v1"}},
	{"apps", "Deployment", []string{"v1", "v1beta1", "v1beta2"}},
	{"apps", "Deployment", []string{"v1"}},
	{"apps", "StatefulSet", []string{"v1"}},
	{"apps", "DaemonSet", []string{"v1"}},
	{"apps", "ReplicaSet", []string{"v1"}},
	{"apps", "ControllerRevision", []string{"v1"}},
	{"batch", "Job", []string{"v1"}},
	{"batch", "CronJob", []string{"v1", "v1beta1"}},
	{"rbac.authorization.k8s.io", "Role", []string{"v1"}},
	{"rbac.authorization.k8s.io", "ClusterRoleBinding", []string{"v1", "v1beta1"}},
	{"discovery.k8s.io", "EndpointSlice", []string{"v1", "v1beta1"}},
	{"autoscaling", "HorizontalPodAutoscaler", []string{"v1", "v2"}},
	{"networking.k8s.io", "Ingress", []string{"v1", "v1beta1"}},
	{"networking.k8s.io", "NetworkPolicy", []string{"v1"}},
	{"policy", "PodDisruptionBudget", []string{"v1", "v1beta1"}},
	{"coordination.k8s.io", "Lease", []string{"v1"}},
	{"flowcontrol.apiserver.k8s.io", "FlowSchema", []string{"v1", "v1beta3"}},
	{"scheduling.k8s.io", "PriorityClass", []string{"v1"}},
	{"storage.k8s.io", "CSINode", []string{"v1"}},
	{"storage.k8s.io", "StorageClass", []string{"v1"}},
	{"certificates.k8s.io", "CertificateSigningRequest", []string{"v1"}},
	{"resource.k8s.io", "ResourceClaim", []string{"v1", "v1beta1", "v1beta2"}},
	{"resource.k8s.io", "ResourceSlice", []string{"v1"}},
	{"admissionregistration.k8s.io", "ValidatingWebhookConfiguration", []string{"v1"}},
	{"admissionregistration.k8s.io", "ValidatingAdmissionPolicy", []string{"v1"}},
	{"apiextensions.k8s.io", "CustomResourceDefinition", []string{"v1"}},
}

// A step is one write of a sequence.
type step struct {
	Version     string `json:"version"`
	Subresource string `json:"subresource,omitempty"`
	Manager     string `json:"manager"`
	Time        string `json:"time"`
	// What the client sends as managedFields: a text, or "live" for what it has read.
	Sent      string           `json:"sent,omitempty"`
	New       json.RawMessage  `json:"new"`
	Live      json.RawMessage  `json:"live,omitempty"`
	Converted map[string][]any `json:"converted,omitempty"`
	Expect    json.RawMessage  `json:"expect"`
	// Every field of the new object, where recorded.
	Fields json.RawMessage `json:"fields,omitempty"`
}

// A sequence is the life of one object.
type sequence struct {
	Group  string   `json:"group"`
	Kind   string   `json:"kind"`
	AllBut []string `json:"allBut,omitempty"`
	Only   []string `json:"only,omitempty"`
	Steps  []step   `json:"steps"`
}

func typeConverter() managedfields.TypeConverter {
	namer := apiopenapi.NewDefinitionNamer(scheme)
	config := genericapiserver.DefaultOpenAPIV3Config(generatedopenapi.GetOpenAPIDefinitions, namer)
	names := []string{}
	for _, r := range resources {
		for _, version := range r.versions {
			object, err := scheme.New(r.gvk(version))
			if err != nil {
				panic(err)
			}
			names = append(names, util.GetCanonicalTypeName(object))
		}
	}
	definitions, err := builder3.BuildOpenAPIDefinitionsForResources(config, names...)
	if err != nil {
		panic(err)
	}
	converter, err := managedfields.NewTypeConverter(definitions, false)
	if err != nil {
		panic(err)
	}
	return converter
}

// filters gives the field filter of a sequence for every version of its resource.
func (s *sequence) filters(r resourceKind) map[fieldpath.APIVersion]fieldpath.Filter {
	var filter fieldpath.Filter
	parts := func(path string) []any {
		out := []any{}
		for _, part := range strings.Split(path, ".") {
			if part == "*" {
				out = append(out, fieldpath.MatchAnyPathElement())
			} else {
				out = append(out, part)
			}
		}
		return out
	}
	switch {
	case s.Only != nil:
		matchers := []*fieldpath.SetMatcher{}
		for _, path := range s.Only {
			matchers = append(matchers, fieldpath.MakePrefixMatcherOrDie(parts(path)...))
		}
		filter = fieldpath.NewIncludeMatcherFilter(matchers...)
	case s.AllBut != nil:
		set := fieldpath.NewSet()
		for _, path := range s.AllBut {
			set.Insert(fieldpath.MakePathOrDie(parts(path)...))
		}
		filter = fieldpath.NewExcludeSetFilter(set)
	default:
		return nil
	}
	out := map[fieldpath.APIVersion]fieldpath.Filter{}
	for _, version := range r.versions {
		out[fieldpath.APIVersion(r.gvk(version).GroupVersion().String())] = filter
	}
	return out
}

// A put is what a sequence does next: a body in a version.
type put struct {
	version, subresource, manager string
	seconds                       int
	body                          []byte
	// As in step.
	sent string
}

type recorder struct {
	types managedfields.TypeConverter
	start time.Time
}

func clock(seconds int) metav1.Time {
	return metav1.NewTime(time.Date(2020, 1, 1, 0, 0, seconds, 0, time.UTC))
}

func marshal(v any) json.RawMessage {
	out, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return out
}

// inVersion gives the JSON of an object in a version, or nil if the kind does not exist there.
func inVersion(object runtime.Object, gv schema.GroupVersion) (runtime.Object, error) {
	return converter.ConvertToVersion(object.DeepCopyObject(), gv)
}

func accessor(object runtime.Object) metav1.Object {
	out, err := meta.Accessor(object)
	if err != nil {
		panic(err)
	}
	return out
}

func listOf(object runtime.Object) json.RawMessage {
	return marshal(accessor(object).GetManagedFields())
}

// retime replaces the times that the field manager took from the clock, and sorts again as it does.
func (r *recorder) retime(object runtime.Object, at metav1.Time) {
	entries := accessor(object).GetManagedFields()
	for i := range entries {
		if entries[i].Time != nil && entries[i].Time.Time.After(r.start) {
			entries[i].Time = &at
		}
	}
	seconds := func(e metav1.ManagedFieldsEntry) int64 {
		if e.Time == nil {
			return 0
		}
		return e.Time.Unix()
	}
	sort.SliceStable(entries, func(i, j int) bool {
		p, q := entries[i], entries[j]
		if p.Operation != q.Operation {
			return p.Operation < q.Operation
		}
		if seconds(p) != seconds(q) {
			return seconds(p) < seconds(q)
		}
		if p.Manager != q.Manager {
			return p.Manager < q.Manager
		}
		if p.APIVersion != q.APIVersion {
			return p.APIVersion < q.APIVersion
		}
		return p.Subresource < q.Subresource
	})
	accessor(object).SetManagedFields(entries)
}

func withoutManaged(object runtime.Object) json.RawMessage {
	object = object.DeepCopyObject()
	accessor(object).SetManagedFields(nil)
	return marshal(object)
}

// run does the writes; one that upstream cannot decode is left out.
func (r *recorder) run(res resourceKind, seq *sequence, next func(live []byte, version string, n int) *put) {
	seq.Group, seq.Kind = res.group, res.kind
	hub := schema.GroupVersion{Group: res.group, Version: runtime.APIVersionInternal}
	var live runtime.Object
	var carried json.RawMessage
	carriedVersion := ""
	for n := 0; n < 30; n++ {
		version := res.versions[dice.Intn(len(res.versions))]
		if n == 0 {
			version = res.versions[0]
		}
		var current []byte
		if live != nil {
			versioned, err := inVersion(live, res.gvk(version).GroupVersion())
			if err != nil {
				return
			}
			current = marshal(versioned)
		}
		w := next(current, version, n)
		if w == nil {
			return
		}
		s, object := r.write(res, hub, seq, live, w)
		if s == nil {
			continue
		}
		if live != nil {
			versioned, err := inVersion(live, res.gvk(w.version).GroupVersion())
			if err != nil {
				panic(err)
			}
			text := withoutManaged(versioned)
			if carriedVersion != w.version || string(text) != string(carried) {
				s.Live = text
			}
		}
		seq.Steps = append(seq.Steps, *s)
		accessor(object).SetUID("u")
		live = object
		versioned, err := inVersion(live, res.gvk(w.version).GroupVersion())
		if err != nil {
			panic(err)
		}
		carried, carriedVersion = withoutManaged(versioned), w.version
	}
}

func (r *recorder) write(res resourceKind, hub schema.GroupVersion, seq *sequence, live runtime.Object, w *put) (out *step, object runtime.Object) {
	defer func() {
		if p := recover(); p != nil {
			// A defaulter that random objects are too odd for.
			out, object = nil, nil
		}
	}()
	gvk := res.gvk(w.version)
	decoded, _, err := legacyscheme.Codecs.UniversalDecoder(hub).Decode(w.body, &gvk, nil)
	if err != nil {
		return nil, nil
	}
	versioned, err := inVersion(decoded, gvk.GroupVersion())
	if err != nil {
		return nil, nil
	}
	s := &step{Version: gvk.GroupVersion().String(), Subresource: w.subresource, Manager: w.manager, Sent: w.sent, New: withoutManaged(versioned)}
	if live == nil && w.sent == "" {
		bare := versioned.DeepCopyObject()
		accessor(bare).SetManagedFields(nil)
		if typed, err := r.types.ObjectToTyped(bare, typed.AllowDuplicates); err == nil {
			if set, err := typed.ToFieldSet(); err == nil {
				s.Fields = setJSON(set)
			}
		}
	}
	at := clock(w.seconds)
	s.Time = at.UTC().Format(time.RFC3339)
	before := live
	if before == nil {
		if before, err = scheme.New(gvk); err != nil {
			panic(err)
		}
	}
	s.Converted = conversions(res, before, decoded, gvk)
	manager, err := managedfields.NewDefaultFieldManager(r.types, converter, scheme, scheme, gvk, hub, w.subresource, seq.filters(res))
	if err != nil {
		panic(err)
	}
	object = manager.UpdateNoErrors(before.DeepCopyObject(), decoded, w.manager)
	r.retime(object, at)
	s.Expect = listOf(object)
	return s, object
}

// conversions gives both objects in the other versions that stored or sent entries are of.
func conversions(res resourceKind, live, object runtime.Object, gvk schema.GroupVersionKind) map[string][]any {
	out := map[string][]any{}
	entries := append(append([]metav1.ManagedFieldsEntry{}, accessor(live).GetManagedFields()...), accessor(object).GetManagedFields()...)
	for _, entry := range entries {
		gv, err := schema.ParseGroupVersion(entry.APIVersion)
		if err != nil || gv == gvk.GroupVersion() {
			continue
		}
		out[entry.APIVersion] = nil
		pair := []any{}
		for _, o := range []runtime.Object{live, object} {
			o = o.DeepCopyObject()
			accessor(o).SetManagedFields(nil)
			// Upstream starts from the request's version.
			versioned, err := converter.ConvertToVersion(o, gvk.GroupVersion())
			if err != nil {
				panic(err)
			}
			hub, err := converter.ConvertToVersion(versioned.DeepCopyObject(), schema.GroupVersion{Group: gvk.Group, Version: runtime.APIVersionInternal})
			if err != nil {
				panic(err)
			}
			if versioned, err = converter.ConvertToVersion(hub, gv); err != nil {
				break
			}
			pair = append(pair, marshal(versioned))
		}
		if len(pair) == 2 {
			out[entry.APIVersion] = pair
		}
	}
	return out
}

func emit(seq *sequence) {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(seq); err != nil {
		panic(err)
	}
}

func main() {
	klog.SetOutput(os.Stderr)
	apiextensionsinstall.Install(scheme)

	if len(os.Args) > 1 && os.Args[1] == "sets" {
		sets()
		return
	}
	r := &recorder{types: typeConverter(), start: time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)}
	handmade(r)
	custom := customTypes()
	for n := 0; n < 60; n++ {
		r.custom(custom)
	}
	for round := 0; round < 8; round++ {
		for _, res := range resources {
			seq := &sequence{}
			switch dice.Intn(8) {
			case 0, 1:
				seq.AllBut = []string{"status"}
			case 2:
				seq.AllBut = []string{"spec", "metadata.labels"}
			case 3:
				seq.Only = []string{"spec.containers.*.resources", "metadata.annotations", "data"}
			}
			r.random(res, seq)
			if len(seq.Steps) == 0 {
				fmt.Fprintln(os.Stderr, "nothing for", res)
				continue
			}
			emit(seq)
		}
	}
}
