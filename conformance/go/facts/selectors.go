package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/controlplane"
)

// selectable is a value that field selectors compare with: where it lies in the hub version's JSON. Several paths: the
// first that is not empty. No path: the reference knows the label but has no value for it, so it compares as empty.
type selectable struct {
	Key     string   `json:"key"`
	Paths   []string `json:"paths"`
	Default string   `json:"default,omitempty"`
}

// labelFact is a label that clients may name and the key it stands for.
type labelFact struct {
	Label string `json:"label"`
	Key   string `json:"key"`
}

func same(paths ...string) []selectable {
	var out []selectable
	for _, p := range paths {
		out = append(out, selectable{Key: p, Paths: []string{p}})
	}
	return out
}

func plus(list []selectable, more ...selectable) []selectable {
	return append(slices.Clone(list), more...)
}

// "source" is a label of the core group only.
var eventKeys = same("involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
	"involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "type")

// The keys beside metadata.name and metadata.namespace, in JSON paths of the hub version (of core/v1 for both groups of
// events). Which labels a version accepts, and how it refuses others, is asked from upstream's scheme.
var selectableKeys = map[schema.GroupResource][]selectable{
	{Resource: "pods"}: plus(same("spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
		"status.phase", "status.nominatedNodeName"),
		selectable{Key: "spec.hostNetwork", Paths: []string{"spec.hostNetwork"}, Default: "false"},
		selectable{Key: "status.podIP", Paths: []string{"status.podIPs.0.ip"}},
		selectable{Key: "status.podIPs", Paths: []string{}}),
	{Resource: "events"}:                         plus(eventKeys, selectable{Key: "source", Paths: []string{"source.component", "reportingComponent"}}),
	{Group: "events.k8s.io", Resource: "events"}: eventKeys,
	{Resource: "nodes"}:                          {{Key: "spec.unschedulable", Paths: []string{"spec.unschedulable"}, Default: "false"}},
	{Resource: "namespaces"}:                     same("status.phase"),
	{Resource: "secrets"}:                        same("type"),
	{Resource: "services"}:                       same("spec.clusterIP", "spec.type"),
	{Resource: "replicationcontrollers"}:         {{Key: "status.replicas", Paths: []string{"status.replicas"}, Default: "0"}},
	{Group: "batch", Resource: "jobs"}:           {{Key: "status.successful", Paths: []string{"status.succeeded"}, Default: "0"}},
	{Group: "certificates.k8s.io", Resource: "certificatesigningrequests"}: same("spec.signerName"),
	{Group: "certificates.k8s.io", Resource: "clustertrustbundles"}:        same("spec.signerName"),
	{Group: "certificates.k8s.io", Resource: "podcertificaterequests"}:     same("spec.signerName", "spec.podName", "spec.nodeName"),
	{Group: "resource.k8s.io", Resource: "resourceslices"}:                 same("spec.nodeName", "spec.driver", "spec.pool.name"),
}

// Labels that stand for another key.
var aliases = []string{"spec.host", "reportingController", "regarding.kind", "regarding.namespace", "regarding.name", "regarding.uid",
	"regarding.apiVersion", "regarding.resourceVersion", "regarding.fieldPath"}

const unknownLabel = "LABEL"

func addSelectors(resources []*resourceFact) error {
	candidates := append([]string{"metadata.name", "metadata.namespace", "status.replicas", "spec.leaseName", "name"}, aliases...)
	for _, keys := range selectableKeys {
		for _, k := range keys {
			candidates = append(candidates, k.Key)
		}
	}
	sort.Strings(candidates)
	candidates = slices.Compact(candidates)
	for _, r := range resources {
		r.Selectable = append(same("metadata.name", "metadata.namespace"), selectableKeys[schema.GroupResource{Group: r.Group, Resource: r.Resource}]...)
		used := map[string]bool{}
		for i := range r.Versions {
			v := &r.Versions[i]
			if !slices.Contains(v.Verbs, "list") {
				continue
			}
			gvk := schema.GroupVersionKind{Group: r.Group, Version: v.Version, Kind: r.Kind}
			convert := func(label string) (string, error) {
				key, _, err := legacyscheme.Scheme.ConvertFieldLabel(gvk, label, "")
				return key, err
			}
			if !legacyscheme.Scheme.Recognizes(gvk) {
				convert = func(label string) (string, error) {
					key, _, err := runtime.DefaultMetaV1FieldSelectorConversion(label, "")
					return key, err
				}
			}
			for _, label := range candidates {
				key, err := convert(label)
				if err != nil {
					continue
				}
				if !slices.ContainsFunc(r.Selectable, func(s selectable) bool { return s.Key == key }) {
					return fmt.Errorf("%v accepts %s, which selectableKeys does not list", gvk, label)
				}
				used[key] = true
				v.Labels = append(v.Labels, labelFact{label, key})
			}
			_, err := convert(unknownLabel)
			if err == nil {
				return fmt.Errorf("%v accepts any label", gvk)
			}
			v.UnknownLabel = strings.ReplaceAll(err.Error(), unknownLabel, "{}")
		}
		for _, s := range r.Selectable {
			if !used[s.Key] && s.Key != "metadata.name" && s.Key != "metadata.namespace" {
				return fmt.Errorf("%s.%s: no version accepts %s", r.Resource, r.Group, s.Key)
			}
		}
		r.Selectable = slices.DeleteFunc(r.Selectable, func(s selectable) bool { return !used[s.Key] })
	}
	return nil
}
