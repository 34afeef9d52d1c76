package main

import (
	"encoding/json"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/managedfields"
	apiopenapi "k8s.io/apiserver/pkg/endpoints/openapi"
	genericapiserver "k8s.io/apiserver/pkg/server"
	"k8s.io/kube-openapi/pkg/builder3"
	"k8s.io/kube-openapi/pkg/util"
	"k8s.io/kube-openapi/pkg/validation/spec"
	generatedopenapi "k8s.io/kubernetes/pkg/generated/openapi"
)

// customKind is a custom resource whose spec keeps whatever it is given.
var customKind = schema.GroupVersionKind{Group: "example.com", Version: "v1", Kind: "Custom"}

func customTypes() managedfields.TypeConverter {
	config := genericapiserver.DefaultOpenAPIV3Config(generatedopenapi.GetOpenAPIDefinitions, apiopenapi.NewDefinitionNamer(scheme))
	holder, err := scheme.New(configMap.gvk("v1"))
	if err != nil {
		panic(err)
	}
	definitions, err := builder3.BuildOpenAPIDefinitionsForResources(config, util.GetCanonicalTypeName(holder))
	if err != nil {
		panic(err)
	}
	text := `{"type":"object","x-kubernetes-group-version-kind":[{"group":"example.com","version":"v1","kind":"Custom"}],"properties":{
		"apiVersion":{"type":"string"},"kind":{"type":"string"},
		"metadata":{"$ref":"#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},
		"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}`
	custom := &spec.Schema{}
	if err := json.Unmarshal([]byte(text), custom); err != nil {
		panic(err)
	}
	definitions["com.example.v1.Custom"] = custom
	types, err := managedfields.NewTypeConverter(definitions, false)
	if err != nil {
		panic(err)
	}
	return types
}

// sameVersion converts nothing: there is one version.
type sameVersion struct{ runtime.ObjectConvertor }

func (sameVersion) ConvertToVersion(in runtime.Object, _ runtime.GroupVersioner) (runtime.Object, error) {
	return in, nil
}

type customCreator struct{}

func (customCreator) New(schema.GroupVersionKind) (runtime.Object, error) {
	return &unstructured.Unstructured{}, nil
}

func randomJSON(depth int) any {
	switch n := dice.Intn(9); {
	case n < 4 && depth > 0:
		out := map[string]any{}
		for i := dice.Intn(4); i > 0; i-- {
			out[word()] = randomJSON(depth - 1)
		}
		return out
	case n == 4 && depth > 0:
		out := []any{}
		for i := dice.Intn(3); i > 0; i-- {
			out = append(out, randomJSON(depth-1))
		}
		return out
	case n == 5:
		return int64(dice.Intn(2))
	case n == 6:
		return 0.5
	case n == 7:
		return nil
	}
	return word()
}

func (r *recorder) custom(types managedfields.TypeConverter) {
	manager, err := managedfields.NewDefaultCRDFieldManager(types, sameVersion{}, nil, customCreator{}, customKind, customKind.GroupVersion(), "", nil)
	if err != nil {
		panic(err)
	}
	seq := &sequence{Group: customKind.Group, Kind: customKind.Kind}
	live := &unstructured.Unstructured{Object: map[string]any{"apiVersion": "example.com/v1", "kind": "Custom"}}
	var spec any
	for n := 0; n < 4; n++ {
		if fields, ok := spec.(map[string]any); ok && dice.Intn(4) != 0 {
			spec = runtime.DeepCopyJSONValue(fields)
			spec.(map[string]any)[word()] = randomJSON(3)
		} else {
			spec = map[string]any{"a": randomJSON(3), "b": randomJSON(3)}
		}
		object := &unstructured.Unstructured{Object: map[string]any{"apiVersion": "example.com/v1", "kind": "Custom", "metadata": map[string]any{"name": "n"}, "spec": spec}}
		s := step{Version: "example.com/v1", Manager: []string{"m", "n"}[dice.Intn(2)], New: marshal(object.Object)}
		at := clock(n)
		s.Time = at.UTC().Format("2006-01-02T15:04:05Z07:00")
		out := manager.UpdateNoErrors(live.DeepCopy(), object, s.Manager)
		r.retime(out, at)
		s.Expect = listOf(out)
		seq.Steps = append(seq.Steps, s)
		accessor(out).SetUID("u")
		live = out.(*unstructured.Unstructured)
	}
	emit(seq)
}
