package main

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"time"

	apidiscovery "k8s.io/api/apidiscovery/v2"
	"sigs.k8s.io/yaml"
)

// server is the reference server that `conformance-tools reference run` has just started.
type server struct {
	url, token string
	client     *http.Client
}

func connect(kubeconfig string) (*server, error) {
	text, err := os.ReadFile(kubeconfig)
	if err != nil {
		return nil, fmt.Errorf("KUBECONFIG of a reference server: %w", err)
	}
	config := struct {
		Clusters []struct{ Cluster struct{ Server string } }
		Users    []struct{ User struct{ Token string } }
	}{}
	if err := yaml.Unmarshal(text, &config); err != nil {
		return nil, err
	}
	if len(config.Clusters) != 1 || len(config.Users) != 1 {
		return nil, fmt.Errorf("%s does not name one server and one user", kubeconfig)
	}
	return &server{url: config.Clusters[0].Cluster.Server, token: config.Users[0].User.Token, client: &http.Client{
		Timeout: 30 * time.Second,
		// The server has made its certificate for itself and listens in a network namespace of its own.
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
	}}, nil
}

func (s *server) get(path, accept string, into any) error {
	return s.exchange(http.MethodGet, path, accept, nil, into)
}

func (s *server) table(path string, into any) error {
	return s.get(path, "application/json;as=Table;v=v1;g=meta.k8s.io", into)
}

func (s *server) send(method, path string, body any, into any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return s.exchange(method, path, "application/json", text, into)
}

func (s *server) exchange(method, path, accept string, body []byte, into any) error {
	req, err := http.NewRequest(method, s.url+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	req.Header.Set("Accept", accept)
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode >= http.StatusMultipleChoices {
		return fmt.Errorf("%s %s: %s: %s", method, path, resp.Status, text)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return decoder.Decode(into)
}

// resource is one that can be listed.
type resource struct {
	group, plural, kind string
	// version is the most stable one that serves it.
	version           string
	versions          []string
	namespaced, scale bool
}

func apiVersion(group, version string) string {
	if group == "" {
		return version
	}
	return group + "/" + version
}

func (r *resource) path(namespace string) string {
	return r.pathIn(apiVersion(r.group, r.version), namespace)
}

func (r *resource) pathIn(version, namespace string) string {
	prefix := "/apis/"
	if r.group == "" {
		prefix = "/api/"
	}
	if r.namespaced && namespace != "" {
		return prefix + version + "/namespaces/" + namespace + "/" + r.plural
	}
	return prefix + version + "/" + r.plural
}

// discover lists the resources in the order of the discovery documents.
func discover(s *server) ([]*resource, error) {
	var out []*resource
	for _, path := range []string{"/api", "/apis"} {
		list := apidiscovery.APIGroupDiscoveryList{}
		if err := s.get(path, "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList", &list); err != nil {
			return nil, err
		}
		for _, group := range list.Items {
			found := map[string]*resource{}
			for _, version := range group.Versions {
				for _, d := range version.Resources {
					r := found[d.Resource]
					if r == nil && slices.Contains(d.Verbs, "list") {
						r = &resource{group: group.Name, plural: d.Resource, kind: d.ResponseKind.Kind, version: version.Version}
						r.namespaced = d.Scope == apidiscovery.ScopeNamespace
						for _, sub := range d.Subresources {
							r.scale = r.scale || sub.Subresource == "scale"
						}
						found[d.Resource], out = r, append(out, r)
					}
					if r != nil {
						r.versions = append(r.versions, version.Version)
					}
				}
			}
		}
	}
	return out, nil
}
