// Decodes documents as an API server does and prints what comes out, one JSON line per case.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"
	"unicode/utf8"

	appsv1 "k8s.io/api/apps/v1"
	authorizationv1 "k8s.io/api/authorization/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	networkingv1 "k8s.io/api/networking/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	apiextv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	kjson "sigs.k8s.io/json"
)

var kinds = map[string]func() any{
	"ConfigMap":                func() any { return &corev1.ConfigMap{} },
	"Secret":                   func() any { return &corev1.Secret{} },
	"Pod":                      func() any { return &corev1.Pod{} },
	"Service":                  func() any { return &corev1.Service{} },
	"Event":                    func() any { return &corev1.Event{} },
	"Namespace":                func() any { return &corev1.Namespace{} },
	"Node":                     func() any { return &corev1.Node{} },
	"ResourceQuota":            func() any { return &corev1.ResourceQuota{} },
	"ConfigMapList":            func() any { return &corev1.ConfigMapList{} },
	"Deployment":               func() any { return &appsv1.Deployment{} },
	"ControllerRevision":       func() any { return &appsv1.ControllerRevision{} },
	"Lease":                    func() any { return &coordinationv1.Lease{} },
	"Role":                     func() any { return &rbacv1.Role{} },
	"EndpointSlice":            func() any { return &discoveryv1.EndpointSlice{} },
	"NetworkPolicy":            func() any { return &networkingv1.NetworkPolicy{} },
	"SubjectAccessReview":      func() any { return &authorizationv1.SubjectAccessReview{} },
	"CustomResourceDefinition": func() any { return &apiextv1.CustomResourceDefinition{} },
	"Status":                   func() any { return &metav1.Status{} },
}

type result struct {
	Kind   string   `json:"kind"`
	In     string   `json:"in,omitempty"`
	In64   string   `json:"in64,omitempty"`
	Out    string   `json:"out,omitempty"`
	Out64  string   `json:"out64,omitempty"`
	Err    string   `json:"err,omitempty"`
	Strict []string `json:"strict,omitempty"`
}

func main() {
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	emit := func(kind, doc string) {
		r := result{Kind: kind, In: doc}
		if !utf8.ValidString(doc) {
			r.In, r.In64 = "", base64.StdEncoding.EncodeToString([]byte(doc))
		}
		obj := kinds[kind]()
		strict, err := kjson.UnmarshalStrict([]byte(doc), obj)
		for _, e := range strict {
			r.Strict = append(r.Strict, e.Error())
		}
		if err != nil {
			r.Err = err.Error()
		} else {
			var b bytes.Buffer
			if err := json.NewEncoder(&b).Encode(obj); err != nil {
				panic(doc + ": " + err.Error())
			}
			r.Out = strings.TrimSuffix(b.String(), "\n")
			if !utf8.ValidString(r.Out) {
				r.Out, r.Out64 = "", base64.StdEncoding.EncodeToString([]byte(r.Out))
			}
		}
		enc.Encode(r)
	}
	for _, c := range cases {
		for _, doc := range c.docs {
			emit(c.kind, doc)
		}
	}
	for kind := range kinds {
		_ = kind
	}
	names := []string{}
	for _, c := range cases {
		if len(names) == 0 || names[len(names)-1] != c.kind {
			names = append(names, c.kind)
		}
	}
	for _, n := range names {
		emit(n, "{}")
		emit(n, "null")
	}
}
