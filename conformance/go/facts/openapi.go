package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"k8s.io/kube-openapi/pkg/validation/spec"
	generated "k8s.io/kubernetes/pkg/generated/openapi"
)

// overlayOpenAPI adds what Go comments declare and only OpenAPI carries: list and map types, allowed values, defaults, required.
// The definitions compiled into the reference server are read, since they also cover versions that no server serves any more;
// compareOpenAPI checks them against a running server's documents.
func overlayOpenAPI(types *typesFacts) error {
	definitions := generated.GetOpenAPIDefinitions(func(path string) spec.Ref { return spec.MustCreateRef("#/definitions/" + path) })
	var without []string
	for _, s := range types.structs {
		d, ok := definitions[s.Name]
		if !ok {
			without = append(without, s.Name)
			continue
		}
		s.Atomic = extension(d.Schema.Extensions, "x-kubernetes-map-type") == "atomic"
		if err := overlayStruct(s, d.Schema.Properties, d.Schema.Required); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	if len(without) > 0 {
		fmt.Printf("without OpenAPI definition: %s\n", strings.Join(without, " "))
	}
	return nil
}

func overlayStruct(s *structFact, properties map[string]spec.Schema, required []string) error {
	if len(properties) != len(s.Fields) && len(properties) != 0 {
		return fmt.Errorf("%d properties for %d fields", len(properties), len(s.Fields))
	}
	for i := range s.Fields {
		f := &s.Fields[i]
		p, ok := properties[f.JSON]
		if !ok {
			if len(properties) == 0 {
				continue
			}
			return fmt.Errorf("no property %q", f.JSON)
		}
		if err := overlayField(f, &p); err != nil {
			return fmt.Errorf("%s: %w", f.JSON, err)
		}
		f.Required = slices.Contains(required, f.JSON)
	}
	return nil
}

func overlayField(f *fieldFact, p *spec.Schema) error {
	f.ListType = extension(p.Extensions, "x-kubernetes-list-type")
	f.MapType = extension(p.Extensions, "x-kubernetes-map-type")
	f.ListMapKeys = nil
	switch keys := p.Extensions["x-kubernetes-list-map-keys"].(type) {
	case nil:
	case []any:
		for _, k := range keys {
			f.ListMapKeys = append(f.ListMapKeys, k.(string))
		}
	case []string:
		f.ListMapKeys = keys
	default:
		return fmt.Errorf("map keys of type %T", keys)
	}
	values := p.Enum
	if p.Items != nil && p.Items.Schema != nil && len(values) == 0 {
		values = p.Items.Schema.Enum
	}
	f.Enum = nil
	for _, v := range values {
		text, ok := v.(string)
		if !ok {
			return fmt.Errorf("allowed value %v is no string", v)
		}
		f.Enum = append(f.Enum, text)
	}
	slices.Sort(f.Enum)
	f.Default = nil
	if p.Default != nil {
		text, err := compact(p.Default)
		if err != nil {
			return err
		}
		// The schema generator writes a zero default for every non-pointer field; those say nothing.
		if f.Type.Pointer || !slices.Contains([]string{`""`, `{}`, `0`, `false`}, text) {
			f.Default = json.RawMessage(text)
		}
	}
	if f.PatchStrategy != extension(p.Extensions, "x-kubernetes-patch-strategy") || f.PatchMergeKey != extension(p.Extensions, "x-kubernetes-patch-merge-key") {
		return fmt.Errorf("patch strategy %q, key %q differ from OpenAPI's", f.PatchStrategy, f.PatchMergeKey)
	}
	return nil
}

func extension(all spec.Extensions, name string) string {
	text, _ := all[name].(string)
	return text
}

// compareOpenAPI reads every OpenAPI v3 document of a server and fails when one says something else than the facts.
func compareOpenAPI(s *server, types *typesFacts) error {
	var index struct {
		Paths map[string]struct {
			URL string `json:"serverRelativeURL"`
		} `json:"paths"`
	}
	if err := s.get("/openapi/v3", &index); err != nil {
		return err
	}
	byName := map[string]*structFact{}
	for _, t := range types.structs {
		byName[t.Name] = t
	}
	seen := map[string]bool{}
	for path, at := range index.Paths {
		var doc struct {
			Components struct {
				Schemas map[string]spec.Schema `json:"schemas"`
			} `json:"components"`
		}
		if err := s.get(at.URL, &doc); err != nil {
			return err
		}
		for name, schema := range doc.Components.Schemas {
			t, ok := byName[name]
			if !ok || seen[name] {
				continue
			}
			seen[name] = true
			again := *t
			again.Fields = slices.Clone(t.Fields)
			again.Atomic = extension(schema.Extensions, "x-kubernetes-map-type") == "atomic"
			if err := overlayStruct(&again, schema.Properties, schema.Required); err != nil {
				return fmt.Errorf("%s %s: %w", path, name, err)
			}
			want, err := compact(t)
			if err != nil {
				return err
			}
			got, err := compact(again)
			if err != nil {
				return err
			}
			if !bytes.Equal([]byte(want), []byte(got)) {
				return fmt.Errorf("%s %s:\n%s\n%s", path, name, want, got)
			}
		}
	}
	fmt.Printf("OpenAPI v3: %d schemas agree\n", len(seen))
	if len(seen) < 800 {
		return fmt.Errorf("only %d schemas were compared", len(seen))
	}
	return nil
}
