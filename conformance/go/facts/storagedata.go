package main

import (
	"encoding/json"
	"fmt"
	"sort"

	"ferrokube.dev/conformance/apitypes"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/test/integration/etcd"
)

// storageNamespace is the namespace that the recorded keys contain.
const storageNamespace = "etcdstoragepathtestnamespace"

type storageCase struct {
	Group         string          `json:"group"`
	Version       string          `json:"version"`
	Resource      string          `json:"resource"`
	Key           string          `json:"key"`
	StoredGroup   string          `json:"storedGroup"`
	StoredVersion string          `json:"storedVersion"`
	StoredKind    string          `json:"storedKind"`
	Stub          json.RawMessage `json:"stub"`
	Mutated       json.RawMessage `json:"mutated,omitempty"`
	Status        json.RawMessage `json:"status,omitempty"`
	MutatedStatus json.RawMessage `json:"mutatedStatus,omitempty"`
	Prerequisites []prerequisite  `json:"prerequisites,omitempty"`
}

type prerequisite struct {
	Group    string          `json:"group"`
	Version  string          `json:"version"`
	Resource string          `json:"resource"`
	Stub     json.RawMessage `json:"stub"`
}

// writeStorageData records upstream's storage table: a valid stub per resource, the key and the version it is stored under.
// Custom resources of upstream's own test definitions are left out.
func writeStorageData(path string) error {
	kinds, err := kindOfResources()
	if err != nil {
		return err
	}
	var cases []storageCase
	for gvr, data := range etcd.GetEtcdStorageDataForNamespace(storageNamespace) {
		gvk, ok := kinds[gvr]
		if !ok {
			continue
		}
		if data.ExpectedGVK != nil {
			gvk = *data.ExpectedGVK
		}
		c := storageCase{
			Group: gvr.Group, Version: gvr.Version, Resource: gvr.Resource, Key: data.ExpectedEtcdPath,
			StoredGroup: gvk.Group, StoredVersion: gvk.Version, StoredKind: gvk.Kind,
		}
		for _, t := range []struct {
			from string
			to   *json.RawMessage
		}{{data.Stub, &c.Stub}, {data.MutatedStub, &c.Mutated}, {data.StatusStub, &c.Status}, {data.MutatedStatusStub, &c.MutatedStatus}} {
			if t.from != "" && !json.Valid([]byte(t.from)) {
				return fmt.Errorf("%v: stub is not JSON: %s", gvr, t.from)
			}
			if t.from != "" {
				*t.to = json.RawMessage(t.from)
			}
		}
		for _, p := range data.Prerequisites {
			c.Prerequisites = append(c.Prerequisites, prerequisite{p.GvrData.Group, p.GvrData.Version, p.GvrData.Resource, json.RawMessage(p.Stub)})
		}
		cases = append(cases, c)
	}
	sort.Slice(cases, func(i, j int) bool {
		a, b := cases[i], cases[j]
		return a.Group+"/"+a.Version+"/"+a.Resource < b.Group+"/"+b.Version+"/"+b.Resource
	})
	return writeSections(path, section{"cases", entries(cases)})
}

// kindOfResources guesses plurals from kinds as upstream does, for every registered kind.
func kindOfResources() (map[schema.GroupVersionResource]schema.GroupVersionKind, error) {
	scheme, err := apitypes.Scheme()
	if err != nil {
		return nil, err
	}
	out := map[schema.GroupVersionResource]schema.GroupVersionKind{}
	for gvk := range scheme.AllKnownTypes() {
		out[pluralOf(gvk)] = gvk
	}
	return out, nil
}
