package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"sigs.k8s.io/yaml"
)

// deleteMark is the annotation of objects that are deleted after their status was written; finalizers or grace keep them.
const deleteMark = "recorder/delete"

// stubNamespace holds upstream's example objects; some of them name it.
const stubNamespace = "etcdstoragepathtestnamespace"

// createAll makes upstream's example of every stored kind, the realistic manifests and the states made for this recording.
func createAll(s *server, root string, resources []*resource) error {
	kinds := map[string]*resource{}
	for _, r := range resources {
		for _, version := range r.versions {
			kinds[apiVersion(r.group, version)+" "+r.kind] = r
		}
	}
	files, err := filepath.Glob(filepath.Join(root, "conformance/manifests/*.yaml"))
	if err != nil {
		return err
	}
	var problems []error
	for _, file := range append(files, filepath.Join(root, "conformance/go/columns/states.yaml")) {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		for _, document := range regexp.MustCompile(`(?m)^---.*$`).Split(string(text), -1) {
			object := map[string]any{}
			if err := yaml.Unmarshal([]byte(document), &object); err != nil {
				return fmt.Errorf("%s: %w: %s", file, err, document)
			}
			if object["kind"] == nil {
				continue
			}
			if err := create(s, kinds, object); err != nil {
				problems = append(problems, err)
			}
		}
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	return createStubs(s, root, kinds)
}

// createStubs makes upstream's own examples; a few cannot be made without something else and are told of, no more.
func createStubs(s *server, root string, kinds map[string]*resource) error {
	data := struct {
		Cases []struct {
			Group      string         `json:"group"`
			Version    string         `json:"version"`
			StoredKind string         `json:"storedKind"`
			Stub       map[string]any `json:"stub"`
		} `json:"cases"`
	}{}
	text, err := os.ReadFile(filepath.Join(root, "conformance/cases/storage-data.json"))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, &data); err != nil {
		return err
	}
	for _, c := range data.Cases {
		r := kinds[apiVersion(c.Group, c.Version)+" "+c.StoredKind]
		if r == nil || c.Version != r.version || c.Stub == nil {
			continue
		}
		c.Stub["apiVersion"], c.Stub["kind"] = apiVersion(c.Group, c.Version), c.StoredKind
		if r.namespaced {
			c.Stub["metadata"].(map[string]any)["namespace"] = stubNamespace
		}
		if err := create(s, kinds, c.Stub); err != nil {
			fmt.Fprintln(os.Stderr, "left out:", err)
		}
	}
	return nil
}

func create(s *server, kinds map[string]*resource, object map[string]any) error {
	version, kind := object["apiVersion"].(string), object["kind"].(string)
	r := kinds[version+" "+kind]
	if r == nil {
		return fmt.Errorf("no resource for %s %s", version, kind)
	}
	namespace, name := identity(object)
	if r.namespaced && namespace == "" {
		namespace = "default"
	}
	if err := ensureNamespace(s, namespace); err != nil {
		return err
	}
	path := r.pathIn(version, namespace)
	statuses, err := statusesOf(object)
	if err != nil {
		return err
	}
	answer := map[string]any{}
	if err := s.send(http.MethodPost, path, object, &answer); err != nil {
		return err
	}
	for _, status := range statuses {
		if answer, err = writeStatus(s, r, path+"/"+name, answer, status); err != nil {
			return err
		}
	}
	annotations, _ := object["metadata"].(map[string]any)["annotations"].(map[string]any)
	if annotations[deleteMark] != nil {
		return s.send(http.MethodDelete, path+"/"+name, nil, &answer)
	}
	return nil
}

// statusesOf takes what is to be written to the status endpoint out of a document: the status, or one after the other of those
// listed under "statuses", with now, now+1h and the like replaced by times.
func statusesOf(object map[string]any) ([]any, error) {
	statuses, _ := object["statuses"].([]any)
	if status, ok := object["status"]; ok {
		statuses = append(statuses, status)
	}
	delete(object, "statuses")
	delete(object, "status")
	text, err := json.Marshal(statuses)
	if err != nil {
		return nil, err
	}
	text = regexp.MustCompile(`"now(\+\w+)?"`).ReplaceAllFunc(text, func(found []byte) []byte {
		offset, _ := time.ParseDuration(strings.Trim(strings.TrimPrefix(string(found), `"now`), `"`))
		return []byte(time.Now().Add(offset).UTC().Format(`"2006-01-02T15:04:05Z"`))
	})
	return statuses, json.Unmarshal(text, &statuses)
}

// writeStatus writes the status where the kind takes it; an approval has an endpoint of its own.
func writeStatus(s *server, r *resource, path string, object map[string]any, status any) (map[string]any, error) {
	object["status"] = status
	answer := map[string]any{}
	if r.kind == "CertificateSigningRequest" {
		if err := s.send(http.MethodPut, path+"/approval", object, &answer); err != nil {
			return nil, err
		}
		object, answer = answer, map[string]any{}
		object["status"] = status
	}
	return answer, s.send(http.MethodPut, path+"/status", object, &answer)
}

func ensureNamespace(s *server, name string) error {
	if name == "" {
		return nil
	}
	object := map[string]any{"apiVersion": "v1", "kind": "Namespace", "metadata": map[string]any{"name": name}}
	err := s.send(http.MethodPost, "/api/v1/namespaces", object, &object)
	if err != nil && strings.Contains(err.Error(), "409") {
		return nil
	}
	return err
}

func identity(object map[string]any) (string, string) {
	metadata := object["metadata"].(map[string]any)
	namespace, _ := metadata["namespace"].(string)
	return namespace, metadata["name"].(string)
}
