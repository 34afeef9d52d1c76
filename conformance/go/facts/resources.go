package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	apidiscovery "k8s.io/api/apidiscovery/v2"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/version"
	apimachineryversion "k8s.io/apimachinery/pkg/version"
	"k8s.io/apiserver/pkg/endpoints/discovery"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
	"k8s.io/kubernetes/test/integration/etcd"
)

const aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"

type groupFact struct {
	Group string `json:"group"`
	// In the order of discovery documents, the preferred one first.
	Versions []groupVersionFact `json:"versions"`
}

type groupVersionFact struct {
	Version string `json:"version"`
	// Served by a server with default settings.
	Default bool `json:"default,omitempty"`
	// Priorities in the APIService object that the server makes for itself.
	GroupPriority   int32 `json:"groupPriority"`
	VersionPriority int32 `json:"versionPriority"`
}

type resourceFact struct {
	Group      string           `json:"group"`
	Resource   string           `json:"resource"`
	Singular   string           `json:"singular"`
	Kind       string           `json:"kind"`
	ListKind   string           `json:"listKind,omitempty"`
	Namespaced bool             `json:"namespaced,omitempty"`
	ShortNames []string         `json:"shortNames,omitempty"`
	Categories []string         `json:"categories,omitempty"`
	Hub        string           `json:"hub"`
	KeyPrefix  string           `json:"keyPrefix,omitempty"`
	Storage    []storageVersion `json:"storage,omitempty"`
	Selectable []selectable     `json:"selectable,omitempty"`
	Versions   []servedFact     `json:"versions"`
}

// storageVersion says which group version objects are stored in from an emulated release on.
type storageVersion struct {
	From    string `json:"from"`
	Group   string `json:"group"`
	Version string `json:"version"`
}

type servedFact struct {
	Version      string            `json:"version"`
	Kind         string            `json:"kind,omitempty"`
	Struct       string            `json:"struct"`
	List         string            `json:"list,omitempty"`
	Default      bool              `json:"default,omitempty"`
	Introduced   string            `json:"introduced,omitempty"`
	Deprecated   string            `json:"deprecated,omitempty"`
	Removed      string            `json:"removed,omitempty"`
	Replacement  string            `json:"replacement,omitempty"`
	Verbs        []string          `json:"verbs"`
	Labels       []labelFact       `json:"labels,omitempty"`
	UnknownLabel string            `json:"unknownLabel,omitempty"`
	Subresources []subresourceFact `json:"subresources,omitempty"`
}

type subresourceFact struct {
	Name     string   `json:"name"`
	Verbs    []string `json:"verbs"`
	Default  bool     `json:"default,omitempty"`
	Group    string   `json:"group"`
	Version  string   `json:"version"`
	Kind     string   `json:"kind"`
	Accepted []string `json:"accepted,omitempty"`
}

func pluralOf(gvk schema.GroupVersionKind) schema.GroupVersionResource {
	plural, _ := meta.UnsafeGuessKindToResource(gvk)
	return plural
}

// discover returns every group of a server in discovery order, the core group first.
func discover(s *server) ([]apidiscovery.APIGroupDiscovery, error) {
	var core, rest apidiscovery.APIGroupDiscoveryList
	if err := s.get("/api", &core, aggregated); err != nil {
		return nil, err
	}
	if err := s.get("/apis", &rest, aggregated); err != nil {
		return nil, err
	}
	return append(core.Items, rest.Items...), nil
}

type servedKey struct{ group, version, resource string }

func writeResources(path string, base, full *server, types *typesFacts) error {
	groups, resources, err := readDiscovery(full, types)
	if err != nil {
		return err
	}
	if err := markDefaults(base, groups, resources); err != nil {
		return err
	}
	if err := readPriorities(full, groups); err != nil {
		return err
	}
	if err := addStorage(full, resources); err != nil {
		return err
	}
	if err := addSelectors(resources); err != nil {
		return err
	}
	return writeSections(path, section{"groups", entries(groups)}, section{"resources", entries(resources)})
}

func readDiscovery(full *server, types *typesFacts) ([]*groupFact, []*resourceFact, error) {
	found, err := discover(full)
	if err != nil {
		return nil, nil, err
	}
	kinds := map[schema.GroupVersionKind]kindFact{}
	for _, k := range types.kinds {
		kinds[schema.GroupVersionKind{Group: k.Group, Version: k.Version, Kind: k.Kind}] = k
	}
	var groups []*groupFact
	var resources []*resourceFact
	byName := map[schema.GroupResource]*resourceFact{}
	for _, g := range found {
		group := &groupFact{Group: g.Name}
		groups = append(groups, group)
		for _, v := range g.Versions {
			group.Versions = append(group.Versions, groupVersionFact{Version: v.Version})
			for _, r := range v.Resources {
				name := schema.GroupResource{Group: g.Name, Resource: r.Resource}
				fact, known := byName[name]
				if !known {
					fact = &resourceFact{Group: g.Name, Resource: r.Resource, Singular: r.SingularResource, Kind: r.ResponseKind.Kind,
						Namespaced: r.Scope == apidiscovery.ScopeNamespace, ShortNames: r.ShortNames, Categories: r.Categories}
					byName[name] = fact
					resources = append(resources, fact)
				}
				if fact.Kind != r.ResponseKind.Kind || fact.Singular != r.SingularResource || !slices.Equal(fact.ShortNames, r.ShortNames) || !slices.Equal(fact.Categories, r.Categories) {
					return nil, nil, fmt.Errorf("%v differs between versions in more than its fields", name)
				}
				served, listKind, err := servedOf(g.Name, v.Version, r, kinds)
				if err != nil {
					return nil, nil, err
				}
				fact.ListKind = listKind
				fact.Versions = append(fact.Versions, served)
			}
		}
	}
	for _, r := range resources {
		r.Hub = hubOf(r)
	}
	return groups, resources, nil
}

func servedOf(group, v string, r apidiscovery.APIResourceDiscovery, kinds map[schema.GroupVersionKind]kindFact) (servedFact, string, error) {
	gvk := schema.GroupVersionKind{Group: group, Version: v, Kind: r.ResponseKind.Kind}
	if r.ResponseKind.Group != "" || r.ResponseKind.Version != "" {
		gvk.Group, gvk.Version = r.ResponseKind.Group, r.ResponseKind.Version
	}
	kind, ok := kinds[gvk]
	if !ok {
		return servedFact{}, "", fmt.Errorf("%s of %s/%s: kind %v is in no scheme", r.Resource, group, v, gvk)
	}
	out := servedFact{Version: v, Struct: kind.Struct, Introduced: kind.Introduced, Deprecated: kind.Deprecated, Removed: kind.Removed, Replacement: kind.Replacement, Verbs: r.Verbs}
	listKind := ""
	if slices.Contains(r.Verbs, "list") {
		listKind = gvk.Kind + "List"
		list, ok := kinds[gvk.GroupVersion().WithKind(listKind)]
		if !ok {
			return servedFact{}, "", fmt.Errorf("%v has no list kind", gvk)
		}
		out.List = list.Struct
	}
	for _, s := range r.Subresources {
		sub := subresourceFact{Name: s.Subresource, Verbs: s.Verbs, Group: group, Version: v}
		if s.ResponseKind != nil {
			sub.Kind = s.ResponseKind.Kind
			if s.ResponseKind.Group != "" || s.ResponseKind.Version != "" {
				sub.Group, sub.Version = s.ResponseKind.Group, s.ResponseKind.Version
			}
		}
		for _, a := range s.AcceptedTypes {
			sub.Accepted = append(sub.Accepted, metav1.GroupVersion{Group: a.Group, Version: a.Version}.String()+"/"+a.Kind)
		}
		out.Subresources = append(out.Subresources, sub)
	}
	return out, listKind, nil
}

// hubOf is the version that our server works in: the most mature one.
func hubOf(r *resourceFact) string {
	versions := make([]string, 0, len(r.Versions))
	for _, v := range r.Versions {
		versions = append(versions, v.Version)
	}
	return slices.MaxFunc(versions, apimachineryversion.CompareKubeAwareVersionStrings)
}

func markDefaults(base *server, groups []*groupFact, resources []*resourceFact) error {
	found, err := discover(base)
	if err != nil {
		return err
	}
	served := map[servedKey]apidiscovery.APIResourceDiscovery{}
	versions := map[schema.GroupVersion]bool{}
	for _, g := range found {
		for _, v := range g.Versions {
			versions[schema.GroupVersion{Group: g.Name, Version: v.Version}] = true
			for _, r := range v.Resources {
				served[servedKey{g.Name, v.Version, r.Resource}] = r
			}
		}
	}
	for _, g := range groups {
		for i := range g.Versions {
			g.Versions[i].Default = versions[schema.GroupVersion{Group: g.Group, Version: g.Versions[i].Version}]
		}
	}
	for _, r := range resources {
		for i := range r.Versions {
			v := &r.Versions[i]
			key := servedKey{r.Group, v.Version, r.Resource}
			on, ok := served[key]
			delete(served, key)
			v.Default = ok
			if !ok {
				continue
			}
			if !slices.Equal(on.Verbs, v.Verbs) {
				return fmt.Errorf("%v: verbs differ between the servers", key)
			}
			for j := range v.Subresources {
				sub := &v.Subresources[j]
				sub.Default = slices.ContainsFunc(on.Subresources, func(s apidiscovery.APISubresourceDiscovery) bool {
					return s.Subresource == sub.Name && slices.Equal(s.Verbs, sub.Verbs)
				})
			}
		}
	}
	if len(served) > 0 {
		return fmt.Errorf("only on the default server: %v", served)
	}
	return nil
}

func readPriorities(full *server, groups []*groupFact) error {
	var list apiregistration.APIServiceList
	if err := full.get("/apis/apiregistration.k8s.io/v1/apiservices", &list); err != nil {
		return err
	}
	byVersion := map[schema.GroupVersion]apiregistration.APIServiceSpec{}
	for _, s := range list.Items {
		byVersion[schema.GroupVersion{Group: s.Spec.Group, Version: s.Spec.Version}] = s.Spec
	}
	for _, g := range groups {
		for i := range g.Versions {
			v := &g.Versions[i]
			spec, ok := byVersion[schema.GroupVersion{Group: g.Group, Version: v.Version}]
			if !ok && g.Group != "apiregistration.k8s.io" {
				return fmt.Errorf("no APIService for %s/%s", g.Group, v.Version)
			}
			v.GroupPriority, v.VersionPriority = spec.GroupPriorityMinimum, spec.VersionPriority
		}
	}
	return nil
}

// addStorage takes key prefixes and storage versions from upstream's own table, per emulated release, and checks the
// current release's against the storage version hash in the server's discovery documents.
func addStorage(full *server, resources []*resourceFact) error {
	byName := map[schema.GroupResource]*resourceFact{}
	for _, r := range resources {
		byName[schema.GroupResource{Group: r.Group, Resource: r.Resource}] = r
	}
	supported := etcd.GetSupportedEmulatedVersions()
	sort.Slice(supported, func(i, j int) bool { return version.MustParse(supported[i]).LessThan(version.MustParse(supported[j])) })
	newest := supported[len(supported)-1]
	for _, release := range supported {
		for gvr, data := range etcd.GetEtcdStorageDataForNamespaceServedAt(storageNamespace, release, release != newest) {
			r, ok := byName[gvr.GroupResource()]
			if !ok {
				continue
			}
			prefix, ok := strings.CutPrefix(data.ExpectedEtcdPath, "/registry/")
			if !ok {
				return fmt.Errorf("%v: odd key %q", gvr, data.ExpectedEtcdPath)
			}
			prefix = prefix[:strings.LastIndexByte(prefix, '/')]
			prefix = strings.TrimSuffix(prefix, "/"+storageNamespace)
			if r.KeyPrefix != "" && r.KeyPrefix != prefix {
				return fmt.Errorf("%v: two key prefixes, %s and %s", gvr, r.KeyPrefix, prefix)
			}
			r.KeyPrefix = prefix
			stored := storageVersion{From: release, Group: gvr.Group, Version: gvr.Version}
			if data.ExpectedGVK != nil {
				stored.Group, stored.Version = data.ExpectedGVK.Group, data.ExpectedGVK.Version
			}
			last := len(r.Storage) - 1
			switch {
			case last >= 0 && r.Storage[last].From == release:
				if r.Storage[last] != stored {
					return fmt.Errorf("%v: two storage versions in %s", gvr, release)
				}
			case last < 0 || r.Storage[last].Group != stored.Group || r.Storage[last].Version != stored.Version:
				r.Storage = append(r.Storage, stored)
			}
		}
	}
	for _, r := range resources {
		if err := checkHash(full, r); err != nil {
			return err
		}
	}
	return nil
}

func checkHash(full *server, r *resourceFact) error {
	path := "/apis/" + r.Group
	if r.Group == "" {
		path = "/api"
	}
	for _, v := range r.Versions {
		var list metav1.APIResourceList
		if err := full.get(path+"/"+v.Version, &list); err != nil {
			return err
		}
		for _, entry := range list.APIResources {
			if entry.Name != r.Resource {
				continue
			}
			want := ""
			if len(r.Storage) > 0 {
				last := r.Storage[len(r.Storage)-1]
				want = discovery.StorageVersionHash(last.Group, last.Version, r.Kind)
			}
			if entry.StorageVersionHash != want {
				fmt.Printf("%s/%s %s: storage version hash %q, of the table's version %q\n", r.Group, v.Version, r.Resource, entry.StorageVersionHash, want)
			}
		}
	}
	return nil
}
