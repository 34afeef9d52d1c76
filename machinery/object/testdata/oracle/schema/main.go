// Prints the closure of some types as lines: "struct go name", "field json type omit number".
package main

import (
	"fmt"
	"path"
	"reflect"
	"sort"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	authorizationv1 "k8s.io/api/authorization/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	networkingv1 "k8s.io/api/networking/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	apiextv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

var leaves = map[reflect.Type]string{
	reflect.TypeOf(metav1.Time{}):                           "time",
	reflect.TypeOf(metav1.MicroTime{}):                      "microtime",
	reflect.TypeOf(resource.Quantity{}):                     "quantity",
	reflect.TypeOf(intstr.IntOrString{}):                    "intorstring",
	reflect.TypeOf(runtime.RawExtension{}):                  "rawextension",
	reflect.TypeOf(metav1.FieldsV1{}):                       "fieldsv1",
	reflect.TypeOf(apiextv1.JSON{}):                         "json",
	reflect.TypeOf(apiextv1.JSONSchemaPropsOrBool{}):        "orbool",
	reflect.TypeOf(apiextv1.JSONSchemaPropsOrArray{}):       "orarray",
	reflect.TypeOf(apiextv1.JSONSchemaPropsOrStringArray{}): "orstringarray",
}

var seen = map[reflect.Type]bool{}
var queue []reflect.Type

func name(t reflect.Type) string {
	pkg := path.Base(t.PkgPath())
	grp := path.Base(path.Dir(t.PkgPath()))
	return grp + "." + pkg + "." + t.Name()
}

func visit(t reflect.Type) {
	if !seen[t] {
		seen[t] = true
		queue = append(queue, t)
	}
}

// type syntax: [*]kind|goname[|arg...]
func typ(t reflect.Type) string {
	p := ""
	if t.Kind() == reflect.Pointer {
		p = "*"
		t = t.Elem()
	}
	g := t.String()
	if l, ok := leaves[t]; ok {
		if strings.HasPrefix(l, "or") {
			visit(reflect.TypeOf(apiextv1.JSONSchemaProps{}))
		}
		return p + l + "|" + g
	}
	switch t.Kind() {
	case reflect.String:
		return p + "string|" + g
	case reflect.Bool:
		return p + "bool|" + g
	case reflect.Int32:
		return p + "int32|" + g
	case reflect.Int64:
		return p + "int64|" + g
	case reflect.Float64:
		return p + "float64|" + g
	case reflect.Struct:
		visit(t)
		return p + "struct|" + g + "|" + name(t)
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return p + "bytes|" + g
		}
		return p + "list|" + g + "|" + typ(t.Elem())
	case reflect.Map:
		return p + "map|" + g + "|" + typ(t.Elem())
	}
	panic(t.String())
}

func fields(t reflect.Type, inline string, numbered bool) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("json"), ",")
		if tag[0] == "-" {
			continue
		}
		if tag[0] == "" && f.Anonymous {
			in := "-"
			if t2 := f.Type; t2.Kind() == reflect.Struct {
				if pb := f.Tag.Get("protobuf"); pb != "" {
					in = f.Name
				}
				fields(t2, in, f.Tag.Get("protobuf") != "")
			}
			continue
		}
		if tag[0] == "" {
			panic(t.String() + "." + f.Name)
		}
		omit := "never"
		for _, o := range tag[1:] {
			switch o {
			case "omitempty":
				if omit == "never" {
					omit = "empty"
				}
			case "omitzero":
				omit = "zero"
			}
		}
		num := "0"
		if pb := strings.Split(f.Tag.Get("protobuf"), ","); len(pb) > 1 && numbered {
			num = pb[1]
		}
		fmt.Printf("field %s %s %s %s %s\n", tag[0], omit, num, inline, typ(f.Type))
	}
}

func main() {
	roots := []any{corev1.ConfigMap{}, corev1.Secret{}, corev1.Pod{}, corev1.Service{}, corev1.Event{}, corev1.Namespace{}, corev1.Node{},
		corev1.ResourceQuota{}, corev1.ConfigMapList{}, appsv1.Deployment{}, appsv1.ControllerRevision{}, coordinationv1.Lease{},
		rbacv1.Role{}, discoveryv1.EndpointSlice{}, networkingv1.NetworkPolicy{}, authorizationv1.SubjectAccessReview{},
		apiextv1.CustomResourceDefinition{}, metav1.Status{}}
	for _, r := range roots {
		visit(reflect.TypeOf(r))
	}
	var blocks []reflect.Type
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		blocks = append(blocks, t)
		discover(t)
	}
	sort.Slice(blocks, func(i, j int) bool { return name(blocks[i]) < name(blocks[j]) })
	for _, t := range blocks {
		fmt.Printf("struct %s %s\n", t.Name(), name(t))
		fields(t, "-", true)
	}
}

func discover(t reflect.Type) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("json"), ",")
		if tag[0] == "-" {
			continue
		}
		if tag[0] == "" && f.Anonymous {
			discover(f.Type)
			continue
		}
		typ(f.Type)
	}
}
