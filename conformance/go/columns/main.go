// Command columns records how a reference server prints every kind as a table: column definitions, and the cells of many objects
// in interesting states, each together with the object. The tests of machinery/kinds print the same objects and compare. Run it
// through record.sh when the reference release changes; it must never be needed to build or run the product.
package main

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"time"
)

// pageSize bounds how many objects of a kind are recorded, and ownPageSize those of kinds of which servers make dozens.
const pageSize, ownPageSize = 60, 8

// longestPhrase is the number of words up to which a description that no field has is recorded; longer ones leave a hash.
const longestPhrase = 12

func main() {
	root := flag.String("root", "../..", "root of the repository")
	flag.Parse()
	if err := run(*root); err != nil {
		fmt.Fprintln(os.Stderr, "columns:", err)
		os.Exit(1)
	}
}

func run(root string) error {
	s, err := connect(os.Getenv("KUBECONFIG"))
	if err != nil {
		return err
	}
	resources, err := discover(s)
	if err != nil {
		return err
	}
	if err := createAll(s, root, resources); err != nil {
		return err
	}
	out := recording{}
	if out.fields, err = describedFields(s); err != nil {
		return err
	}
	for _, r := range resources {
		if err := out.add(s, r); err != nil {
			return fmt.Errorf("%s: %w", r.path(""), err)
		}
	}
	return out.write(filepath.Join(root, "machinery/kinds/testdata/columns.json"))
}

// recording is what the file will hold: lines of JSON.
type recording struct {
	fields                map[string][]string
	columns, lists, alone []string
	rows                  int
}

type column struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Format      string `json:"format"`
	Description string `json:"description"`
	Priority    int    `json:"priority"`
}

type row struct {
	Cells      []any             `json:"cells"`
	Conditions []json.RawMessage `json:"conditions,omitempty"`
	Object     map[string]any    `json:"object"`
}

type table struct {
	ColumnDefinitions []column `json:"columnDefinitions"`
	Rows              []row    `json:"rows"`
}

// add records the columns of one resource, a page of its objects, and what is printed differently when it is not in a list.
func (o *recording) add(s *server, r *resource) error {
	list := table{}
	limit := pageSize
	switch r.plural {
	case "apiservices", "clusterroles", "clusterrolebindings":
		limit = ownPageSize
	}
	before := time.Now().UnixNano()
	if err := s.table(r.path("")+fmt.Sprintf("?includeObject=Object&limit=%d", limit), &list); err != nil {
		return err
	}
	after := time.Now().UnixNano()
	o.columns = append(o.columns, line(map[string]any{"group": r.group, "plural": r.plural, "columns": o.described(list.ColumnDefinitions)}))
	lines := []string{}
	for _, row := range list.Rows {
		if text := rowLine(row); !namesMachine(text) {
			lines = append(lines, text)
		}
	}
	o.rows += len(lines)
	head := strings.TrimSuffix(line(map[string]any{"group": r.group, "plural": r.plural, "version": r.version, "before": before, "after": after}), "}")
	o.lists = append(o.lists, head+",\"rows\":[\n"+strings.Join(lines, ",\n")+"\n]}")
	for _, row := range list.Rows {
		if r.plural == "storageclasses" || r.plural == "flowschemas" {
			if err := o.addAlone(s, r, row.Object, ""); err != nil {
				return err
			}
		}
		if r.scale {
			if err := o.addAlone(s, r, row.Object, "/scale"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o *recording) addAlone(s *server, r *resource, object map[string]any, subresource string) error {
	namespace, name := identity(object)
	one := table{}
	before := time.Now().UnixNano()
	if err := s.table(r.path(namespace)+"/"+name+subresource+"?includeObject=Object", &one); err != nil {
		return err
	}
	after := time.Now().UnixNano()
	group, plural, version := r.group, r.plural, r.version
	if subresource != "" {
		group, plural, version = "autoscaling", "scale", "v1"
		o.columns = append(o.columns, line(map[string]any{"group": group, "plural": plural, "columns": o.described(one.ColumnDefinitions)}))
	}
	for _, row := range one.Rows {
		head := strings.TrimSuffix(line(map[string]any{"group": group, "plural": plural, "version": version, "before": before, "after": after}), "}")
		o.alone = append(o.alone, head+",\"row\":"+rowLine(row)+"}")
		o.rows++
	}
	return nil
}

// described says for each column which fields are described by its sentence, so that the sentence itself need not be kept.
func (o *recording) described(columns []column) []map[string]any {
	out := []map[string]any{}
	for _, c := range columns {
		entry := map[string]any{"name": c.Name, "type": c.Type, "format": c.Format, "priority": c.Priority}
		fields := o.fields[c.Description]
		switch {
		case c.Description != "" && len(fields) > 0:
			entry["fields"] = fields
		case len(strings.Fields(c.Description)) <= longestPhrase:
			entry["text"] = c.Description
		default:
			entry["sha256"] = fmt.Sprintf("%x", sha256.Sum256([]byte(c.Description)))
		}
		out = append(out, entry)
	}
	return out
}

// describedFields lists, for each description, the fields that have it; an empty field name stands for the definition itself.
func describedFields(s *server) (map[string][]string, error) {
	document := struct {
		Definitions map[string]struct {
			Description string `json:"description"`
			Properties  map[string]struct {
				Description string `json:"description"`
			} `json:"properties"`
		} `json:"definitions"`
	}{}
	if err := s.get("/openapi/v2", "application/json", &document); err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for name, definition := range document.Definitions {
		add := func(description, field string) {
			// The documents add a list to what the type's source says.
			sentence, _, _ := strings.Cut(description, "\n\nPossible enum values:")
			sentence = strings.TrimRight(sentence, "\n")
			out[sentence] = append(out[sentence], name+" "+field)
		}
		add(definition.Description, "")
		for field, property := range definition.Properties {
			add(property.Description, field)
		}
	}
	for _, fields := range out {
		sort.Strings(fields)
	}
	return out, nil
}

// rowLine leaves out what no printer reads: managed fields, and the rules of the server's own roles.
func rowLine(r row) string {
	delete(r.Object["metadata"].(map[string]any), "managedFields")
	if kind := r.Object["kind"]; kind == "ClusterRole" || kind == "Role" {
		delete(r.Object, "rules")
	}
	return line(r)
}

// namesMachine finds the server's own leases and events, which come and go and hold the name of the machine that records.
func namesMachine(text string) bool {
	host, err := os.Hostname()
	return err == nil && regexp.MustCompile(`(^|[^A-Za-z0-9])`+regexp.QuoteMeta(host)+`($|[^A-Za-z0-9])`).MatchString(text)
}

func line(value any) string {
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		panic(err) // values that were just decoded from JSON
	}
	return strings.TrimRight(out.String(), "\n")
}

func (o *recording) write(path string) error {
	section := func(name string, lines []string) string {
		return fmt.Sprintf("%q:[\n%s\n]", name, strings.Join(lines, ",\n"))
	}
	text := "{" + section("columns", unique(o.columns)) + ",\n" + section("lists", o.lists) + ",\n" + section("alone", o.alone) + "}\n"
	fmt.Println(o.rows, "rows")
	return os.WriteFile(path, []byte(text), 0o644)
}

func unique(lines []string) []string {
	seen, out := map[string]bool{}, []string{}
	for _, line := range lines {
		if !seen[line] {
			seen[line] = true
			out = append(out, line)
		}
	}
	return out
}
