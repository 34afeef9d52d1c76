package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/discovery/cached/disk"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/restmapper"

	. "ferrokube.dev/conformance/clients/scenario"
)

// discoveries: what a program learns about the server before it knows any kind, and how often it has to ask.
func discoveries(s *S) {
	client := s.Clients.Discovery()
	mark := 0
	asked := func() (paths []string) {
		var exchanges []Exchange
		exchanges, mark = s.Wire.Since(mark)
		for _, e := range exchanges {
			paths = append(paths, e.Path)
		}
		return paths
	}
	s.Step("server version")
	info := Must(client.ServerVersion())
	Equal("version", info.Major+"."+info.Minor, "1.37")

	s.Step("aggregated discovery takes two requests")
	asked()
	groups, resources, err := client.ServerGroupsAndResources()
	Check(err)
	Equal("requests", asked(), []string{"/api", "/apis"})
	Equal("content type", s.Wire.Last("/apis").Got, "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
	True(len(groups) > 15 && len(resources) > 20, "%d groups, %d versions", len(groups), len(resources))
	agree(s, client)

	s.Step("memory cache asks once, and again when told to")
	cached := memory.NewMemCacheClient(client)
	asked()
	mapper := restmapper.NewDeferredDiscoveryRESTMapper(cached)
	map1 := Must(mapper.RESTMapping(schema.GroupKind{Group: "apps", Kind: "Deployment"}))
	Equal("mapping", []any{map1.Resource, map1.Scope.Name()}, []any{deploymentsResource, meta.RESTScopeNameNamespace})
	Equal("scope of a node", Must(mapper.RESTMapping(schema.GroupKind{Kind: "Node"})).Scope.Name(), meta.RESTScopeNameRoot)
	Equal("kind of a plural", Must(mapper.KindFor(schema.GroupVersionResource{Resource: "cronjobs"})), schema.GroupVersionKind{Group: "batch", Version: "v1", Kind: "CronJob"})
	short := restmapper.NewShortcutExpander(mapper, cached, nil)
	Equal("short name", Must(short.ResourceFor(schema.GroupVersionResource{Resource: "hpa"})), schema.GroupVersionResource{Group: "autoscaling", Version: "v2", Resource: "horizontalpodautoscalers"})
	Equal("requests", asked(), []string{"/api", "/apis"})
	_, err = mapper.RESTMapping(schema.GroupKind{Group: "example.com", Kind: "Unheard"})
	True(meta.IsNoMatchError(err), "got %v", err)
	asked()
	cached.Invalidate()
	Must(cached.ServerGroups())
	Equal("requests", asked(), []string{"/api", "/apis"})
	preferred := Must(cached.ServerPreferredResources())
	True(len(preferred) > 15, "%d preferred versions", len(preferred))

	s.Step("disk cache serves a second client without a request")
	dir := Must(os.MkdirTemp("", "client-go-"))
	defer os.RemoveAll(dir)
	onDisk := func() discovery.CachedDiscoveryInterface {
		return Must(disk.NewCachedDiscoveryClientForConfig(s.Config, filepath.Join(dir, "discovery"), filepath.Join(dir, "http"), time.Hour))
	}
	first := onDisk()
	_, firstLists, err := first.ServerGroupsAndResources()
	Check(err)
	asked()
	second := onDisk()
	_, secondLists, err := second.ServerGroupsAndResources()
	Check(err)
	Equal("requests", asked(), []string(nil))
	Equal("lists", len(secondLists), len(firstLists))
	// The HTTP cache below it asks with the ETag that it has.
	second.Invalidate()
	Must(second.ServerGroups())
	schemas(s)
}

// agree: the aggregated document and the old ones say the same.
func agree(s *S, client discovery.DiscoveryInterface) {
	s.Step("old discovery documents agree with the aggregated ones")
	old := *client.(*discovery.DiscoveryClient)
	old.UseLegacyDiscovery = true
	for _, version := range []string{"v1", "apps/v1", "batch/v1", "storage.k8s.io/v1"} {
		plain := Must(old.ServerResourcesForGroupVersion(version))
		_, lists, err := client.ServerGroupsAndResources()
		Check(err)
		found := false
		for _, list := range lists {
			if list.GroupVersion != version {
				continue
			}
			found = true
			Equal("number of resources of "+version, len(list.APIResources), len(plain.APIResources))
			for i, resource := range list.APIResources {
				theirs := plain.APIResources[i]
				Equal(version+" "+resource.Name, []any{resource.Name, resource.Namespaced, resource.Verbs, resource.ShortNames}, []any{theirs.Name, theirs.Namespaced, theirs.Verbs, theirs.ShortNames})
			}
		}
		True(found, "%s is not in the aggregated document", version)
	}
}

// schemas: the descriptions that kubectl explain and client-side validation read.
func schemas(s *S) {
	s.Step("OpenAPI documents")
	client := s.Clients.Discovery()
	_, err := client.OpenAPISchema()
	paths, err3 := client.OpenAPIV3().Paths()
	if err != nil && err3 != nil {
		s.Note("left out: the server describes itself neither in OpenAPI v2 nor v3: %v", err)
		return
	}
	Check(err)
	Check(err3)
	document := Must(Must(paths, err3)["apis/apps/v1"].Schema("application/json"))
	True(strings.Contains(string(document), `"io.k8s.api.apps.v1.Deployment"`), "the schema of apps/v1 does not describe a Deployment")
}
