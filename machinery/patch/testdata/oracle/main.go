// Asks upstream what patches do, and prints the cases of ../strategic.jsonl, ../json.jsonl and ../merge.jsonl. Run it in a module that
// requires k8s.io/apimachinery v0.37.2: `go run . strategic > ../strategic.jsonl`, and so on for `json` and `merge`. The struct Doc is the
// schema that src/strategic/tests.rs makes by hand. Outcomes that depend on the order of Go's maps are left out.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"strings"

	jsonpatch "gopkg.in/evanphx/json-patch.v4"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/mergepatch"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	kjson "sigs.k8s.io/json"
)

type Port struct {
	Port     int32  `json:"port"`
	Protocol string `json:"protocol"`
}

type Item struct {
	Name  string            `json:"name"`
	Image string            `json:"image"`
	Args  []string          `json:"args"`
	Ports []Port            `json:"ports" patchStrategy:"merge" patchMergeKey:"port"`
	Env   []*Item           `json:"env" patchStrategy:"merge" patchMergeKey:"name"`
	Attrs map[string]string `json:"attrs"`
}

type Inline struct {
	Secret *Item `json:"secret"`
	Empty  *Item `json:"empty"`
}

type Volume struct {
	Name   string `json:"name"`
	Inline `json:",inline"`
}

type Rolling struct {
	Surge int32 `json:"surge"`
}

type Strategy struct {
	Type    string   `json:"type"`
	Rolling *Rolling `json:"rolling"`
}

type Doc struct {
	Name       string               `json:"name"`
	Number     int64                `json:"number"`
	Float      float64              `json:"float"`
	Labels     map[string]string    `json:"labels"`
	Finalizers []string             `json:"finalizers" patchStrategy:"merge"`
	Numbers    []int64              `json:"numbers" patchStrategy:"merge"`
	Args       []string             `json:"args"`
	Containers []Item               `json:"containers" patchStrategy:"merge" patchMergeKey:"name"`
	Volumes    []Volume             `json:"volumes" patchStrategy:"merge,retainKeys" patchMergeKey:"name"`
	Strategy   Strategy             `json:"strategy" patchStrategy:"retainKeys"`
	Tolerate   []Item               `json:"tolerate"`
	NoKey      []Item               `json:"noKey" patchStrategy:"merge"`
	Swapped    *Item                `json:"swapped" patchStrategy:"replace"`
	Swaps      []Item               `json:"swaps" patchStrategy:"replace" patchMergeKey:"name"`
	Lists      [][]string           `json:"lists"`
	Bytes      []byte               `json:"bytes"`
	Raw        runtime.RawExtension `json:"raw"`
	Pointers   []*Item              `json:"pointers" patchStrategy:"merge"`
	Items      map[string]Item      `json:"items"`
	Child      *Doc                 `json:"child"`
}

type Case struct {
	Doc      string   `json:"doc"`
	Patch    string   `json:"patch"`
	Out      string   `json:"out,omitempty"`
	Err      string   `json:"err,omitempty"`
	Code     int      `json:"code,omitempty"`
	Findings []string `json:"findings,omitempty"`
	Lenient  bool     `json:"lenient,omitempty"`
}

func emit(c Case) {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(c); err != nil {
		panic(err)
	}
}

func strategicOnce(doc, patch string) (c Case) {
	c = Case{Doc: doc, Patch: patch}
	defer func() {
		if r := recover(); r != nil {
			c.Err, c.Code = "panic", 500
		}
	}()
	original := map[string]any{}
	if err := kjson.UnmarshalCaseSensitivePreserveInts([]byte(doc), &original); err != nil {
		panic("bad document: " + doc)
	}
	change := map[string]any{}
	if !json.Valid([]byte(patch)) {
		c.Err, c.Code = "invalid JSON patch", 400
		return
	}
	strict, err := kjson.UnmarshalStrict([]byte(patch), &change)
	for _, e := range strict {
		c.Findings = append(c.Findings, e.Error())
	}
	if err != nil {
		c.Err, c.Code, c.Findings = err.Error(), 400, nil
		return
	}
	out, err := strategicpatch.StrategicMergeMapPatch(original, change, &Doc{})
	switch err {
	case nil:
		text, err := json.Marshal(out)
		if err != nil {
			panic(err)
		}
		c.Out = string(text)
		return
	case mergepatch.ErrBadJSONDoc, mergepatch.ErrBadPatchFormatForPrimitiveList, mergepatch.ErrBadPatchFormatForRetainKeys,
		mergepatch.ErrBadPatchFormatForSetElementOrderList, mergepatch.ErrUnsupportedStrategicMergePatchFormat:
		c.Code = 400
	case mergepatch.ErrNoListOfLists, mergepatch.ErrPatchContentNotMatchRetainKeys:
		c.Code = 422
	default:
		c.Code = 500
	}
	c.Err = err.Error()
	return
}

// strategic runs a case often enough to see whether map order matters.
func strategic(doc, patch string) bool {
	first := strategicOnce(doc, patch)
	for i := 0; i < 40; i++ {
		again := strategicOnce(doc, patch)
		if again.Out != first.Out || again.Err != first.Err || again.Code != first.Code {
			return false
		}
	}
	emit(first)
	return true
}

func merge(doc, patch string, lenient bool) {
	c := Case{Doc: doc, Patch: patch, Lenient: lenient}
	defer func() { emit(c) }()
	if !json.Valid([]byte(patch)) {
		c.Err, c.Code = "invalid JSON patch", 400
		return
	}
	if !lenient {
		v := map[string]any{}
		strict, err := kjson.UnmarshalStrict([]byte(patch), &v)
		if err != nil {
			c.Err, c.Code = fmt.Sprintf("error decoding patch: %v", err), 400
			return
		}
		for _, e := range strict {
			c.Findings = append(c.Findings, e.Error())
		}
	}
	out, err := jsonpatch.MergePatch([]byte(doc), []byte(patch))
	if err != nil {
		c.Err, c.Code, c.Findings = err.Error(), 500, nil
		if err == jsonpatch.ErrBadJSONPatch {
			c.Code = 400
		}
		return
	}
	c.Out = string(out)
}

type jsonPatchOp struct {
	Op    string      `json:"op"`
	Path  string      `json:"path"`
	From  string      `json:"from"`
	Value interface{} `json:"value"`
}

func jsonPatch(doc, patch string, lenient bool) {
	c := Case{Doc: doc, Patch: patch, Lenient: lenient}
	defer func() {
		if r := recover(); r != nil {
			return // Comparing a list that holds null, for one: no behaviour to keep.
		}
		emit(c)
	}()
	if !json.Valid([]byte(patch)) {
		c.Err, c.Code = "invalid JSON patch", 400
		return
	}
	if !lenient {
		var v []jsonPatchOp
		strict, err := kjson.UnmarshalStrict([]byte(patch), &v)
		if err != nil {
			text := strings.ReplaceAll(fmt.Sprintf("error decoding patch: %v", err), "main.jsonPatchOp", "handlers.jsonPatchOp")
			c.Err, c.Code = text, 400
			return
		}
		for _, e := range strict {
			c.Findings = append(c.Findings, "json patch "+e.Error())
		}
	}
	ops, err := jsonpatch.DecodePatch([]byte(patch))
	if err != nil {
		c.Err, c.Code, c.Findings = err.Error(), 400, nil
		return
	}
	out, err := ops.Apply([]byte(doc))
	if err != nil {
		c.Err, c.Code, c.Findings = err.Error(), 422, nil
		return
	}
	c.Out = string(out)
}

// made makes random values that fit Doc more or less.
type made struct{ *rand.Rand }

func (r made) pick(options ...any) any { return options[r.Intn(len(options))] }

func (r made) name() any { return r.pick("a", "b", "c", "d", "e") }

func (r made) scalars(patch bool) []any {
	out := []any{}
	seen := map[any]bool{}
	for i := r.Intn(5); i > 0; i-- {
		n := r.name()
		if !patch && seen[n] {
			continue
		}
		seen[n] = true
		out = append(out, n)
	}
	return out
}

func (r made) ports(patch bool) []any {
	out := []any{}
	seen := map[int]bool{}
	for i := r.Intn(4); i > 0; i-- {
		n := r.Intn(4)
		if !patch && seen[n] {
			continue
		}
		seen[n] = true
		port := map[string]any{"port": n, "protocol": r.pick("TCP", "UDP")}
		if patch && r.Intn(4) == 0 {
			port["$patch"] = "delete"
		}
		out = append(out, port)
	}
	return out
}

func (r made) order(m map[string]any, field, key string) {
	list, ok := m[field].([]any)
	if r.Intn(3) != 0 {
		return
	}
	order := []any{}
	seen := map[any]bool{}
	add := func(v any) {
		if !seen[v] {
			seen[v] = true
			if key == "" {
				order = append(order, v)
			} else {
				order = append(order, map[string]any{key: v})
			}
		}
	}
	if ok {
		for _, item := range list {
			if r.Intn(3) == 0 {
				add(r.name())
			}
			switch item := item.(type) {
			case map[string]any:
				if item["$patch"] == nil {
					add(item[key])
				}
			default:
				add(item)
			}
		}
	}
	for r.Intn(2) == 0 {
		add(r.name())
	}
	if r.Intn(12) == 0 {
		order = []any{}
	}
	m["$setElementOrder/"+field] = order
}

func (r made) item(patch bool, depth int) map[string]any {
	m := map[string]any{"name": r.name()}
	if r.Intn(2) == 0 {
		m["image"] = r.pick("i", "j", "k")
	}
	if r.Intn(3) == 0 {
		m["args"] = r.scalars(patch)
	}
	if r.Intn(3) == 0 {
		m["ports"] = r.ports(patch)
	}
	if depth > 0 && r.Intn(3) == 0 {
		m["env"] = r.items(patch, depth-1)
	}
	if r.Intn(4) == 0 {
		m["attrs"] = map[string]any{"x": r.name()}
	}
	if patch {
		if depth > 0 {
			r.order(m, "env", "name")
		}
		switch r.Intn(12) {
		case 0:
			m["image"] = nil
		case 1:
			m["attrs"] = map[string]any{"x": nil, "y": r.name()}
		case 2:
			m["$patch"] = r.pick("delete", "delete", "delete", "replace", "merge", "odd")
		case 3:
			keys := []any{}
			for k := range m {
				keys = append(keys, k)
			}
			m["$retainKeys"] = keys
		}
	}
	return m
}

func (r made) items(patch bool, depth int) []any {
	out := []any{}
	seen := map[any]bool{}
	for i := r.Intn(5); i > 0; i-- {
		item := r.item(patch, depth)
		if !patch && seen[item["name"]] {
			continue
		}
		seen[item["name"]] = true
		out = append(out, item)
	}
	return out
}

func (r made) doc(patch bool, depth int) map[string]any {
	m := map[string]any{}
	fields := map[string]func() any{
		"name":       func() any { return r.name() },
		"labels":     func() any { return map[string]any{"x": r.name(), "y": r.name()} },
		"finalizers": func() any { return r.scalars(patch) },
		"args":       func() any { return r.scalars(patch) },
		"containers": func() any { return r.items(patch, 1) },
		"tolerate":   func() any { return r.items(patch, 0) },
		"swapped":    func() any { return r.item(patch, 0) },
		"swaps":      func() any { return r.items(patch, 0) },
		"strategy":   func() any { return map[string]any{"type": r.name(), "rolling": map[string]any{"surge": r.Intn(3)}} },
	}
	for _, name := range []string{"name", "labels", "finalizers", "args", "containers", "tolerate", "swapped", "swaps", "strategy"} {
		if r.Intn(3) == 0 || name == "containers" {
			m[name] = fields[name]()
		}
	}
	if depth > 0 && r.Intn(3) == 0 {
		m["child"] = r.doc(patch, depth-1)
	}
	if patch {
		r.order(m, "finalizers", "")
		r.order(m, "args", "")
		r.order(m, "containers", "name")
		r.order(m, "swaps", "name")
		switch r.Intn(10) {
		case 0:
			m["labels"] = nil
		case 1:
			m["$deleteFromPrimitiveList/finalizers"] = r.scalars(true)
		case 2:
			m["strategy"] = map[string]any{"$retainKeys": []any{"type"}, "type": "T"}
		case 3:
			m["strategy"] = map[string]any{"$patch": r.pick("delete", "replace"), "type": "T"}
		}
	}
	return m
}

// text prints objects in the order of their members, so that it shows what upstream sorts.
func text(v any) string {
	switch v := v.(type) {
	case []member:
		parts := []string{}
		for _, m := range v {
			parts = append(parts, fmt.Sprintf("%q:%s", m.key, text(m.value)))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case []any:
		parts := []string{}
		for _, item := range v {
			parts = append(parts, text(item))
		}
		return "[" + strings.Join(parts, ",") + "]"
	case map[string]any:
		parts := []string{}
		for _, key := range []string{"op", "path", "from", "value"} {
			if value, ok := v[key]; ok {
				parts = append(parts, fmt.Sprintf("%q:%s", key, text(value)))
			}
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	out, _ := json.Marshal(v)
	return string(out)
}

type member struct {
	key   string
	value any
}

func (r made) tree(depth int) any {
	out := []member{}
	for _, i := range r.Perm(5)[:1+r.Intn(5)] {
		out = append(out, member{string(rune('a' + i)), r.value(depth)})
	}
	return out
}

func (r made) value(depth int) any {
	if depth > 0 {
		switch r.Intn(4) {
		case 0, 1:
			return r.tree(depth - 1)
		case 2:
			out := []any{}
			for n := r.Intn(4); n > 0; n-- {
				out = append(out, r.value(depth-1))
			}
			return out
		}
	}
	return r.pick(1, "x", true, nil, 2.5, "y")
}

func (r made) path(v any) string {
	path := ""
	for {
		switch t := v.(type) {
		case []member:
			if len(t) == 0 || r.Intn(6) == 0 {
				return path + "/" + r.name().(string)
			}
			m := t[r.Intn(len(t))]
			path, v = path+"/"+m.key, m.value
		case []any:
			if len(t) == 0 || r.Intn(5) == 0 {
				return path + "/" + r.pick("-", "-1", "0", "1", "-2", "5").(string)
			}
			i := r.Intn(len(t))
			path, v = fmt.Sprintf("%s/%d", path, i), t[i]
		default:
			return path
		}
		if r.Intn(3) == 0 {
			return path
		}
	}
}

func (r made) at(v any, path string) any {
	if r.Intn(5) == 0 {
		return r.value(1)
	}
	for _, part := range strings.Split(path, "/")[1:] {
		switch t := v.(type) {
		case []member:
			v = nil
			for _, m := range t {
				if m.key == part {
					v = m.value
				}
			}
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(t) {
				return nil
			}
			v = t[i]
		default:
			return nil
		}
	}
	return v
}

func main() {
	random := 120
	if len(os.Args) > 2 {
		random, _ = strconv.Atoi(os.Args[2])
	}
	switch os.Args[1] {
	case "strategic":
		for _, c := range strategicCases {
			if !strategic(c[0], c[1]) {
				fmt.Fprintln(os.Stderr, "unstable:", c)
			}
		}
		r := made{rand.New(rand.NewSource(20240501))}
		kept := 0
		for kept < random {
			doc, _ := json.Marshal(r.doc(false, 1))
			patch, _ := json.Marshal(r.doc(true, 1))
			if strategic(string(doc), string(patch)) {
				kept++
			}
		}
	case "json":
		for _, c := range jsonCases {
			jsonPatch(c[0], c[1], len(c) > 2)
		}
		r := made{rand.New(rand.NewSource(7))}
		for i := 0; i < random; i++ {
			doc, ops := r.tree(3), []any{}
			for n := 1 + r.Intn(4); n > 0; n-- {
				op := map[string]any{"op": r.pick("add", "add", "remove", "replace", "move", "copy", "test"), "path": r.path(doc)}
				switch op["op"] {
				case "move", "copy":
					op["from"] = r.path(doc)
				case "test":
					op["value"] = r.at(doc, op["path"].(string))
				case "add", "replace":
					op["value"] = r.value(2)
				}
				ops = append(ops, op)
			}
			jsonPatch(text(doc), text(ops), false)
		}
	case "merge":
		for _, c := range mergeCases {
			merge(c[0], c[1], len(c) > 2)
		}
		r := made{rand.New(rand.NewSource(8))}
		for i := 0; i < random; i++ {
			merge(text(r.tree(3)), text(r.tree(3)), false)
		}
	}
}
