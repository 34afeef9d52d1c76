package roundtrip

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestAsk(t *testing.T) {
	oracle, err := New()
	if err != nil {
		t.Fatal(err)
	}
	check := func(gvk, object string, options Options, expect Answer) {
		t.Helper()
		got := oracle.Ask(&Request{GVK: gvk, JSON: json.RawMessage(object), Options: options})
		if got.JSON != expect.JSON || got.Protobuf != expect.Protobuf || !slices.Equal(got.Strict, expect.Strict) {
			t.Errorf("%s %s %+v: got %+v, want %+v", gvk, object, options, got, expect)
		}
		if expect.Error == "" && got.Error != "" || !strings.Contains(got.Error, expect.Error) {
			t.Errorf("%s %s: error %q, want %q", gvk, object, got.Error, expect.Error)
		}
	}
	// Declaration order, always-printed fields, no creation time, HTML-safe escapes, a final newline.
	check("v1/ConfigMap", `{"data":{"a":"<"},"metadata":{"name":"x"}}`, Options{},
		Answer{JSON: `{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"x"},"data":{"a":"\u003c"}}` + "\n"})
	// A quantity becomes canonical.
	check("v1/ResourceQuota", `{"spec":{"hard":{"cpu":1,"memory":"1000Mi","pods":"0.5e1"}}}`, Options{},
		Answer{JSON: `{"kind":"ResourceQuota","apiVersion":"v1","metadata":{},"spec":{"hard":{"cpu":"1","memory":"1000Mi","pods":"5"}},"status":{}}` + "\n"})
	// An empty list survives JSON and not protobuf.
	role := `{"kind":"Role","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{},"rules":`
	check("rbac.authorization.k8s.io/v1/Role", `{"rules":[]}`, Options{}, Answer{JSON: role + "[]}\n"})
	check("rbac.authorization.k8s.io/v1/Role", `{"rules":[]}`, Options{Protobuf: true}, Answer{
		JSON:     role + "null}\n",
		Protobuf: "azhzAAokChxyYmFjLmF1dGhvcml6YXRpb24uazhzLmlvL3YxEgRSb2xlEhIKEAoAEgAaACIAKgAyADgAQgAaACIA",
	})
	// Unknown and duplicate fields, the last of duplicates counts.
	check("v1/ConfigMap", `{"x":1,"data":{"a":"1","a":"2"}}`, Options{Strict: true}, Answer{
		JSON:   `{"kind":"ConfigMap","apiVersion":"v1","metadata":{},"data":{"a":"2"}}` + "\n",
		Strict: []string{`unknown field "x"`, `duplicate field "data.a"`},
	})
	// Defaults of the kind.
	check("v1/Service", `{"spec":{"ports":[{"port":80}]}}`, Options{Default: true}, Answer{
		JSON: `{"kind":"Service","apiVersion":"v1","metadata":{},"spec":{"ports":[{"protocol":"TCP","port":80,"targetPort":80}],"type":"ClusterIP",` +
			`"sessionAffinity":"None","internalTrafficPolicy":"Cluster"},"status":{"loadBalancer":{}}}` + "\n",
	})
	check("v1/ConfigMap", `{"data":1}`, Options{}, Answer{Error: "json: cannot unmarshal number into Go struct field ConfigMap.data of type map[string]string"})
	check("v1/ConfigMap", `"{\"data\":"`, Options{}, Answer{Error: "unexpected end of JSON input"})
	check("v1/ConfigMap", `{"kind":"Secret","apiVersion":"v1"}`, Options{}, Answer{Error: "not /v1, Kind=ConfigMap"})
	check("v1/Nope", `{}`, Options{}, Answer{Error: `no kind "Nope"`})
	check("Nope", `{}`, Options{}, Answer{Error: "neither"})
}

func TestBytes(t *testing.T) {
	oracle, err := New()
	if err != nil {
		t.Fatal(err)
	}
	got := oracle.Ask(&Request{GVK: "apps/v1/ControllerRevision", Data: []byte("{\"data\":\"\xff\",\"metadata\":{\"labels\":{}}}"), Options: Options{Normal: true}})
	head := `{"kind":"ControllerRevision","apiVersion":"apps/v1","metadata":{},"data":`
	if expect := head + "\"\xff\",\"revision\":0}\n"; string(got.Data) != expect || string(got.Normal) != expect || got.JSON != "" {
		t.Errorf("got %q and %q (%+v), want %q", got.Data, got.Normal, got, expect)
	}
	// Kinds without protobuf say so, and print all the same.
	got = oracle.Ask(&Request{GVK: "apidiscovery.k8s.io/v2/APIGroupDiscovery", Data: []byte(`{}`), Options: Options{Normal: true}})
	if got.Error != "" || len(got.Data) == 0 {
		t.Errorf("got %+v", got)
	}
}

func TestWire(t *testing.T) {
	oracle, err := New()
	if err != nil {
		t.Fatal(err)
	}
	object := "k8s\x00\x0a\x0f\x0a\x02v1\x12\x09ConfigMap\x12\x12\x0a\x10\x0a\x00\x12\x00\x1a\x00\"\x00*\x002\x008\x00B\x00\x1a\x00\"\x00"
	got := oracle.Ask(&Request{GVK: "v1/ConfigMap", Wire: []byte(object)})
	if expect := `{"kind":"ConfigMap","apiVersion":"v1","metadata":{}}` + "\n"; string(got.Data) != expect || got.Error != "" {
		t.Errorf("got %q (%+v), want %q", got.Data, got, expect)
	}
	if expect := base64.StdEncoding.EncodeToString([]byte(object)); got.Protobuf != expect {
		t.Errorf("got %q, want %q", got.Protobuf, expect)
	}
	got = oracle.Ask(&Request{GVK: "v1/ConfigMap", Wire: []byte(object[:40])})
	if got.Error != "unexpected EOF" {
		t.Errorf("got %+v", got)
	}
	got = oracle.Ask(&Request{GVK: "v1/Secret", Wire: []byte(object)})
	if !strings.Contains(got.Error, "not /v1, Kind=Secret") {
		t.Errorf("got %+v", got)
	}
}
