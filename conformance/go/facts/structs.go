package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"

	"ferrokube.dev/conformance/apitypes"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	apiextensionsv1beta1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// typeFact is a type as a field or an element refers to it.
type typeFact struct {
	Shape   string    `json:"s"`
	Pointer bool      `json:"p,omitempty"`
	Go      string    `json:"go"`
	Wrapped bool      `json:"wrapped,omitempty"`
	Of      *typeFact `json:"of,omitempty"`
	Ref     string    `json:"ref,omitempty"`
}

// inlineFact is a struct that JSON flattens and protobuf nests. Go's decoder names it in errors.
type inlineFact struct {
	Go     string `json:"go"`
	Number int    `json:"n"`
	Parent int    `json:"parent,omitempty"`
}

type fieldFact struct {
	JSON          string          `json:"json"`
	Type          *typeFact       `json:"t"`
	Omit          string          `json:"omit,omitempty"`
	Number        int             `json:"n,omitempty"`
	Inline        int             `json:"in,omitempty"`
	PatchStrategy string          `json:"strategy,omitempty"`
	PatchMergeKey string          `json:"key,omitempty"`
	ListType      string          `json:"list,omitempty"`
	ListMapKeys   []string        `json:"keys,omitempty"`
	MapType       string          `json:"map,omitempty"`
	Enum          []string        `json:"enum,omitempty"`
	Default       json.RawMessage `json:"default,omitempty"`
	Required      bool            `json:"required,omitempty"`
	goName        string
}

type structFact struct {
	Go      string       `json:"go"`
	Package string       `json:"pkg"`
	Name    string       `json:"name"`
	Atomic  bool         `json:"atomic,omitempty"`
	Inlines []inlineFact `json:"inlines,omitempty"`
	Fields  []fieldFact  `json:"fields"`
}

type kindFact struct {
	Group   string `json:"g"`
	Version string `json:"v"`
	Kind    string `json:"k"`
	Struct  string `json:"struct"`
	// The lifecycle of the kind, as "major.minor", where upstream declares it.
	Introduced string `json:"introduced,omitempty"`
	Deprecated string `json:"deprecated,omitempty"`
	Removed    string `json:"removed,omitempty"`
	// What to use instead, as "group/version Kind" (the core group has no group).
	Replacement string `json:"replacement,omitempty"`
}

type typesFacts struct {
	structs []*structFact
	kinds   []kindFact
	// Kinds that every group version registers with the same struct.
	everywhere []kindFact
}

var leaves = map[reflect.Type]string{
	reflect.TypeFor[metav1.Time]():               "time",
	reflect.TypeFor[metav1.MicroTime]():          "microtime",
	reflect.TypeFor[resource.Quantity]():         "quantity",
	reflect.TypeFor[intstr.IntOrString]():        "intorstring",
	reflect.TypeFor[runtime.RawExtension]():      "raw",
	reflect.TypeFor[runtime.Unknown]():           "raw",
	reflect.TypeFor[metav1.FieldsV1]():           "fieldsv1",
	reflect.TypeFor[apiextensionsv1.JSON]():      "json",
	reflect.TypeFor[apiextensionsv1beta1.JSON](): "json",
	reflect.TypeFor[any]():                       "json",
}

// Structs whose JSON is a schema or something else.
var unions = map[reflect.Type]struct {
	shape  string
	schema reflect.Type
}{
	reflect.TypeFor[apiextensionsv1.JSONSchemaPropsOrBool]():             {"schemaorbool", reflect.TypeFor[apiextensionsv1.JSONSchemaProps]()},
	reflect.TypeFor[apiextensionsv1.JSONSchemaPropsOrArray]():            {"schemaorarray", reflect.TypeFor[apiextensionsv1.JSONSchemaProps]()},
	reflect.TypeFor[apiextensionsv1.JSONSchemaPropsOrStringArray]():      {"schemaorstringarray", reflect.TypeFor[apiextensionsv1.JSONSchemaProps]()},
	reflect.TypeFor[apiextensionsv1beta1.JSONSchemaPropsOrBool]():        {"schemaorbool", reflect.TypeFor[apiextensionsv1beta1.JSONSchemaProps]()},
	reflect.TypeFor[apiextensionsv1beta1.JSONSchemaPropsOrArray]():       {"schemaorarray", reflect.TypeFor[apiextensionsv1beta1.JSONSchemaProps]()},
	reflect.TypeFor[apiextensionsv1beta1.JSONSchemaPropsOrStringArray](): {"schemaorstringarray", reflect.TypeFor[apiextensionsv1beta1.JSONSchemaProps]()},
}

var metaKinds = []string{"CreateOptions", "DeleteOptions", "GetOptions", "ListOptions", "PatchOptions", "UpdateOptions", "WatchEvent"}

// walker collects structs in the order of their definition names once the walk is over.
type walker struct {
	seen map[reflect.Type]*structFact
}

func readTypes() (*typesFacts, error) {
	scheme, err := apitypes.Scheme()
	if err != nil {
		return nil, err
	}
	w := &walker{seen: map[reflect.Type]*structFact{}}
	out := &typesFacts{}
	everywhere := map[string]string{}
	for gvk, t := range scheme.AllKnownTypes() {
		if gvk.Version == runtime.APIVersionInternal {
			continue
		}
		s, err := w.structOf(t)
		if err != nil {
			return nil, fmt.Errorf("%v: %w", gvk, err)
		}
		if slices.Contains(metaKinds, gvk.Kind) && t.PkgPath() == reflect.TypeFor[metav1.Status]().PkgPath() {
			everywhere[gvk.Kind] = s.Name
			continue
		}
		k := kindFact{Group: gvk.Group, Version: gvk.Version, Kind: gvk.Kind, Struct: s.Name}
		lifecycle(reflect.New(t).Interface(), &k)
		out.kinds = append(out.kinds, k)
	}
	for kind, name := range everywhere {
		out.everywhere = append(out.everywhere, kindFact{Kind: kind, Struct: name})
	}
	sort.Slice(out.everywhere, func(i, j int) bool { return out.everywhere[i].Kind < out.everywhere[j].Kind })
	sort.Slice(out.kinds, func(i, j int) bool {
		a, b := out.kinds[i], out.kinds[j]
		return slices.Compare([]string{a.Group, a.Version, a.Kind}, []string{b.Group, b.Version, b.Kind}) < 0
	})
	for _, s := range w.seen {
		out.structs = append(out.structs, s)
	}
	sort.Slice(out.structs, func(i, j int) bool { return out.structs[i].Name < out.structs[j].Name })
	for i := 1; i < len(out.structs); i++ {
		if out.structs[i].Name == out.structs[i-1].Name {
			return nil, fmt.Errorf("two structs are called %s", out.structs[i].Name)
		}
	}
	return out, overlayOpenAPI(out)
}

func lifecycle(object any, k *kindFact) {
	if v, ok := object.(interface{ APILifecycleIntroduced() (int, int) }); ok {
		k.Introduced = release(v.APILifecycleIntroduced())
	}
	if v, ok := object.(interface{ APILifecycleDeprecated() (int, int) }); ok {
		k.Deprecated = release(v.APILifecycleDeprecated())
	}
	if v, ok := object.(interface{ APILifecycleRemoved() (int, int) }); ok {
		k.Removed = release(v.APILifecycleRemoved())
	}
	if v, ok := object.(interface {
		APILifecycleReplacement() schema.GroupVersionKind
	}); ok {
		gvk := v.APILifecycleReplacement()
		k.Replacement = gvk.GroupVersion().String() + " " + gvk.Kind
	}
}

func release(major, minor int) string { return fmt.Sprintf("%d.%d", major, minor) }

func definitionName(t reflect.Type) (string, error) {
	if named, ok := reflect.New(t).Interface().(interface{ OpenAPIModelName() string }); ok {
		return named.OpenAPIModelName(), nil
	}
	return "", fmt.Errorf("%s.%s has no definition name", t.PkgPath(), t.Name())
}

func (w *walker) structOf(t reflect.Type) (*structFact, error) {
	if s, ok := w.seen[t]; ok {
		return s, nil
	}
	name, err := definitionName(t)
	if err != nil {
		return nil, err
	}
	s := &structFact{Go: t.Name(), Package: t.PkgPath(), Name: name, Fields: []fieldFact{}}
	w.seen[t] = s
	if err := w.collect(s, t, 0, true); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(s.Fields) > 128 {
		return nil, fmt.Errorf("%s has %d fields, more than a seen-set holds", name, len(s.Fields))
	}
	seen := map[string]bool{}
	for _, f := range s.Fields {
		if seen[f.JSON] {
			return nil, fmt.Errorf("%s: two fields are called %q", name, f.JSON)
		}
		seen[f.JSON] = true
	}
	return s, nil
}

// collect appends the fields of t, going into inlined structs where they are declared. inProtobuf is false below a
// struct that protobuf does not carry (TypeMeta).
func (w *walker) collect(s *structFact, t reflect.Type, inline int, inProtobuf bool) error {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("json")
		parts := strings.Split(tag, ",")
		name := parts[0]
		if name == "-" || !f.IsExported() && !f.Anonymous {
			continue
		}
		number, err := protobufNumber(f)
		if err != nil {
			return err
		}
		if f.Anonymous && name == "" {
			inner := inline
			if number != 0 {
				s.Inlines = append(s.Inlines, inlineFact{Go: f.Name, Number: number, Parent: inline})
				inner = len(s.Inlines)
			}
			if f.Type.Kind() != reflect.Struct {
				return fmt.Errorf("inlined %s is not a plain struct", f.Name)
			}
			// Not in protobuf: TypeMeta everywhere, and everything in a type without protobuf form.
			if err := w.collect(s, f.Type, inner, inProtobuf && number != 0); err != nil {
				return err
			}
			continue
		}
		if !tagged || name == "" {
			name = f.Name
		}
		if !inProtobuf {
			number = 0
		}
		ft, err := w.typeOf(f.Type)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		omit := ""
		switch {
		case slices.Contains(parts[1:], "omitzero"):
			omit = "zero"
		case slices.Contains(parts[1:], "omitempty"):
			omit = "empty"
		}
		s.Fields = append(s.Fields, fieldFact{
			JSON: name, Type: ft, Omit: omit, Number: number, Inline: inline,
			PatchStrategy: f.Tag.Get("patchStrategy"), PatchMergeKey: f.Tag.Get("patchMergeKey"), goName: f.Name,
		})
	}
	return nil
}

func protobufNumber(f reflect.StructField) (int, error) {
	tag, ok := f.Tag.Lookup("protobuf")
	if !ok || tag == "-" {
		return 0, nil
	}
	parts := strings.Split(tag, ",")
	if len(parts) < 2 {
		return 0, fmt.Errorf("%s: odd protobuf tag %q", f.Name, tag)
	}
	return strconv.Atoi(parts[1])
}

func (w *walker) typeOf(t reflect.Type) (*typeFact, error) {
	pointer := t.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	out := &typeFact{Pointer: pointer, Go: t.String()}
	if leaf, ok := leaves[t]; ok {
		out.Shape = leaf
		return out, nil
	}
	if u, ok := unions[t]; ok {
		s, err := w.structOf(u.schema)
		if err != nil {
			return nil, err
		}
		out.Shape, out.Ref = u.shape, s.Name
		return out, nil
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[json.Marshaler]()) || reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return nil, fmt.Errorf("%s has a JSON form of its own that nothing here knows", t)
	}
	var element reflect.Type
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int32, reflect.Int64, reflect.Float64:
		out.Shape = t.Kind().String()
	case reflect.Struct:
		s, err := w.structOf(t)
		if err != nil {
			return nil, err
		}
		out.Shape, out.Ref = "struct", s.Name
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			out.Shape = "bytes"
			break
		}
		out.Shape, element = "list", t.Elem()
		_, out.Wrapped = reflect.PointerTo(t).MethodByName("MarshalToSizedBuffer")
	case reflect.Map:
		if t.Key().Kind() != reflect.String {
			return nil, fmt.Errorf("map with %s keys", t.Key())
		}
		out.Shape, element = "map", t.Elem()
	default:
		return nil, fmt.Errorf("no shape for %s", t)
	}
	if element != nil {
		of, err := w.typeOf(element)
		if err != nil {
			return nil, err
		}
		out.Of = of
	}
	return out, nil
}

func writeTypes(path string, types *typesFacts) error {
	return writeSections(path,
		section{"structs", entries(types.structs)},
		section{"kinds", entries(types.kinds)},
		section{"everywhere", entries(types.everywhere)})
}
