// Command facts reads what Kubernetes' API types and a running reference server are like, and writes it as data: names,
// numbers and flags, never sentences. `cargo xtask codegen` turns the data into static tables. Run it again, through
// regenerate.sh, when the reference release changes; it must never be needed to build or run the product.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := flag.String("root", "../..", "root of the repository, below which the facts files lie")
	defaultServer := flag.String("default-server", "", "URL of a reference server with default settings")
	fullServer := flag.String("full-server", "", "URL of a reference server with every alpha and beta gate and api/all=true")
	token := flag.String("token", "", "bearer token of a system:masters user on both servers")
	flag.Parse()
	if err := run(*root, *defaultServer, *fullServer, *token); err != nil {
		fmt.Fprintln(os.Stderr, "facts:", err)
		os.Exit(1)
	}
}

func run(root, defaultURL, fullURL, token string) error {
	types, err := readTypes()
	if err != nil {
		return fmt.Errorf("types: %w", err)
	}
	if err := writeTypes(filepath.Join(root, "openapi/facts/types.json"), types); err != nil {
		return err
	}
	if err := writeStorageData(filepath.Join(root, "conformance/cases/storage-data.json")); err != nil {
		return fmt.Errorf("storage data: %w", err)
	}
	if err := writeGates(filepath.Join(root, "openapi/facts/gates.json")); err != nil {
		return fmt.Errorf("feature gates: %w", err)
	}
	if defaultURL == "" || fullURL == "" {
		fmt.Fprintln(os.Stderr, "facts: no servers given, resources.json is left as it is")
		return nil
	}
	base, full := newServer(defaultURL, token), newServer(fullURL, token)
	if err := compareOpenAPI(full, types); err != nil {
		return fmt.Errorf("the server's OpenAPI documents differ from the types: %w", err)
	}
	return writeResources(filepath.Join(root, "openapi/facts/resources.json"), base, full, types)
}

// compact renders a value as JSON without HTML escapes and without the final newline.
func compact(value any) (string, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return "", err
	}
	return string(bytes.TrimRight(out.Bytes(), "\n")), nil
}

// section is one named list of a facts file; each entry takes one line, so that differences between releases read well.
type section struct {
	name    string
	entries []any
}

func writeSections(path string, sections ...section) error {
	var out bytes.Buffer
	out.WriteString("{\n")
	for i, s := range sections {
		fmt.Fprintf(&out, "%q: [\n", s.name)
		for j, e := range s.entries {
			line, err := compact(e)
			if err != nil {
				return err
			}
			out.WriteString(line)
			if j+1 < len(s.entries) {
				out.WriteByte(',')
			}
			out.WriteByte('\n')
		}
		out.WriteByte(']')
		if i+1 < len(sections) {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
	}
	out.WriteString("}\n")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}

func entries[T any](list []T) []any {
	out := make([]any, len(list))
	for i := range list {
		out[i] = list[i]
	}
	return out
}
