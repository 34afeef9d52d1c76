package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A hand is a write by hand. Managed is what the client sends as managedFields: nothing, "live" for what it has read, or a text.
type hand struct {
	version, subresource, manager string
	body, managed                 string
}

func entry(manager, operation, version, fields string) string {
	return fmt.Sprintf(`{"manager":%q,"operation":%q,"apiVersion":%q,"time":"2019-05-05T05:05:05Z","fieldsType":"FieldsV1","fieldsV1":%s}`,
		manager, operation, version, fields)
}

var configMap = resourceKind{"", "ConfigMap", []string{"v1"}}
var pod = resourceKind{"", "Pod", []string{"v1"}}
var service = resourceKind{"", "Service", []string{"v1"}}
var deployment = resourceKind{"apps", "Deployment", []string{"v1"}}
var autoscaler = resourceKind{"autoscaling", "HorizontalPodAutoscaler", []string{"v1", "v2"}}
var account = resourceKind{"", "ServiceAccount", []string{"v1"}}
var node = resourceKind{"", "Node", []string{"v1"}}

func podOf(spec string) string {
	return `{"metadata":{"name":"n"},"spec":{"containers":[` + spec + `]}}`
}

func data(pairs string) string { return `{"metadata":{"name":"n"},"data":{` + pairs + `}}` }

func fieldsCases() []string {
	return []string{
		`{}`, `null`, `[]`, `"x"`, `{"f:data":{".":{},"f:a":{}}}`, `{"f:data":{"f:b":{},"f:a":{}}}`, `{"f:data":{"f:a":{},"f:a":{"f:c":{}}}}`,
		`{"f:data":{"f:a":{"f:b":{}},"f:a":{"f:c":{}},"f:a":{}}}`, `{"f:data":{"x:a":{}}}`, `{"f:data":{"a":{}}}`, `{"f:data":{"":{}}}`,
		`{"f:data":{"fa":{}}}`, `{"f:data":{"f:a":5}}`, `{"f:data":{"f:a":null}}`, `{"f:data":{".":[1,{"a":null}],"f:a":{}}}`,
		`{"f:data":{".":5}}`, `{"f:data":{"i:0":{},"i:-1":{},"v:1":{},"v:\"a\"":{},"v:true":{},"v:null":{},"v:1.5":{},"v:1e30":{},"v:1e-9":{},"k:{\"b\":1,\"a\":\"x\"}":{},"k:{}":{},"f:":{},"v:[1,\"a\"]":{},"v:{\"b\":1,\"a\":2}":{}}}`,
		`{"f:data":{"i:x":{}}}`, `{"f:data":{"v:":{}}}`, `{"f:data":{"v:01":{}}}`, `{"f:data":{"k:[]":{}}}`, `{"f:data":{"k:null":{}}}`,
		`{"f:data":{"k:{\"a\":1} ":{}}}`, `{"f:data":{"k:{\"a\":1}x":{}}}`, `{"f:data":{"k:{\"a\":\"\\u0041\\n<\"}":{".":{},"f:<":{}}}}`,
		`{"f:data":{"f:\u0041\t\"\\":{}}}`, `{"f:data":{"v:\"\\u2028<\\u0001\\b\"":{}}}`, `{"f:data":{"v:-0":{},"v:0":{}}}`, `{"f:data":{"k:{\"a\":0.5,\"b\":12345678901234567890,\"c\":1E3}":{}}}`,
		`{"f:data":{"f:zz":{},"f:z":{}}}`, `{"f:kind":{},"f:apiVersion":{},"f:metadata":{".":{},"f:name":{},"f:labels":{},"f:managedFields":{}}}`,
		`{"f:data":{"i:+5":{},"i:007":{}}}`, `{"f:data":{"v:1e400":{}}}`, `{"f:data":{"k:{\"a\":1,\"a\":2}":{}}}`,
		`{"f:data":{"v:true ":{}," v:1":{}}}`, `{"f:data":{"k:{\"a\": \"x\" , \"b\" :true}":{}}}`, `{"f:data":{"k:{\"a\":false,\"b\":null}":{}}}`,
	}
}

func handmade(r *recorder) {
	write := func(res resourceKind, seq *sequence, hands ...hand) {
		r.run(res, seq, func(live []byte, version string, n int) *put {
			if n >= len(hands) {
				return nil
			}
			h := hands[n]
			if h.version == "" {
				h.version = res.versions[0]
			}
			object := map[string]any{}
			if err := json.Unmarshal([]byte(h.body), &object); err != nil {
				panic(h.body)
			}
			object["kind"], object["apiVersion"] = res.kind, res.gvk(h.version).GroupVersion().String()
			if h.managed != "" {
				text := h.managed
				if text == "live" {
					var was struct {
						Metadata struct {
							ManagedFields json.RawMessage `json:"managedFields"`
						} `json:"metadata"`
					}
					if err := json.Unmarshal(live, &was); err != nil {
						panic(err)
					}
					text = string(was.Metadata.ManagedFields)
				}
				var list any
				if text != "" {
					if err := json.Unmarshal([]byte(text), &list); err != nil {
						panic(text)
					}
					object["metadata"].(map[string]any)["managedFields"] = json.RawMessage(text)
				}
			}
			return &put{version: h.version, subresource: h.subresource, manager: h.manager, seconds: n * 2, body: marshal(object), sent: h.managed}
		})
		if len(seq.Steps) != len(hands) {
			panic(fmt.Sprint("a write was refused: ", hands))
		}
		emit(seq)
	}
	one, two := data(`"a":"1"`), data(`"a":"2","b":"1"`)
	for _, managed := range []string{"", "live", "[]", "[{}]", "[null]", "[{},{}]", `[` + entry("x", "Update", "v1", `{"f:data":{"f:b":{}}}`) + `]`,
		`[` + entry("x", "Apply", "v1", `{"f:data":{"f:a":{},"f:b":{}}}`) + `,` + entry("y", "Apply", "v2", `{"f:data":{"f:a":{}}}`) + `]`,
		`[` + entry("x", "Apply", "a/b/c", `{"f:data":{"f:b":{}}}`) + `]`,
		`[` + entry("x", "Patch", "v1", `{}`) + `]`, `[` + entry("x", "Update", "", `{}`) + `]`,
		`[` + entry("x", "Update", "v1", `{"f:data":{"f:q":{}}}`) + `,` + entry("x", "Update", "v1", `{"f:data":{"f:r":{}}}`) + `]`,
		`[{"manager":"x","operation":"Update","apiVersion":"v1","fieldsV1":{}}]`,
		`[{"manager":"x","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV2","fieldsV1":{}}]`,
		`[{"manager":"x","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1"}]`,
		`[{"operation":"Apply","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:data":{"f:q":{}}},"subresource":"scale"}]`,
	} {
		write(configMap, &sequence{}, hand{manager: "m", body: one, managed: strings.Replace(managed, "live", "", 1)}, hand{manager: "n", body: two, managed: managed},
			hand{manager: "m", body: two, managed: "live"}, hand{manager: "n", body: one}, hand{manager: "o", body: data("")}, hand{manager: "p", body: two})
		write(configMap, &sequence{}, hand{manager: "m", body: one}, hand{manager: "n", subresource: "status", body: two, managed: managed}, hand{manager: "m", body: one})
	}
	for _, fields := range fieldsCases() {
		write(configMap, &sequence{}, hand{manager: "m", body: one}, hand{manager: "n", body: two, managed: `[` + entry("x", "Update", "v1", fields) + `]`}, hand{manager: "n", body: one})
		write(configMap, &sequence{}, hand{manager: "m", body: one}, hand{manager: "n", body: one, managed: `[` + entry("x", "Apply", "v1", fields) + `]`}, hand{manager: "n", body: two})
	}
	many := []hand{{manager: "first", body: data(`"k":"0"`)}}
	for i := 0; i < 16; i++ {
		many = append(many, hand{manager: fmt.Sprintf("m%02d", i), body: data(fmt.Sprintf(`"k%d":"%d","k":"%d"`, i, i, i))})
	}
	keys := []string{}
	for i := 0; i < 24; i++ {
		keys = append(keys, fmt.Sprintf(`"k%d":"%d"`, i, i))
		many = append(many, hand{manager: fmt.Sprintf("m%02d", i), subresource: []string{"", "status"}[i%2], body: data(strings.Join(keys, ","))})
	}
	write(configMap, &sequence{}, many[:28]...)
	write(pod, &sequence{},
		hand{manager: "m", body: podOf(`{"name":"a","image":"i","ports":[{"containerPort":80},{"containerPort":80,"protocol":"UDP"}],"env":[{"name":"x","value":"1"},{"name":"x","value":"2"},{"name":"y"}]}`)},
		hand{manager: "n", body: podOf(`{"name":"a","image":"i","ports":[{"containerPort":80},{"containerPort":80,"protocol":"TCP"}],"env":[{"name":"x","value":"1"},{"name":"y"}]}`)},
		hand{manager: "m", body: podOf(`{"name":"a","image":"i","ports":[],"env":[{"name":"y"},{"name":"y"},{"name":"x"}]},{"name":"b","image":"j"}`)},
		hand{manager: "n", body: podOf(`{"name":"a","image":"i","env":[{"name":"y"},{"name":"y","value":"2"},{"name":"x"}]}`), managed: "live"},
		hand{manager: "n", body: podOf(`{"name":"a","image":"k"},{"name":"a","image":"l"}`)},
		hand{manager: "m", body: podOf(`{"name":"a","image":"k"},{"name":"a","image":"k"}`)},
		hand{manager: "m", body: podOf(`{"name":"a","image":"k"}`)})
	write(pod, &sequence{Only: []string{"spec.containers.*.resources", "spec.initContainers.*.resources"}},
		hand{manager: "m", body: podOf(`{"name":"a","image":"i","resources":{"limits":{"cpu":"1"}}}`)},
		hand{manager: "n", subresource: "resize", body: podOf(`{"name":"a","image":"j","resources":{"limits":{"cpu":"2","memory":"1Gi"}}}`)})
	write(pod, &sequence{}, hand{manager: "m", body: `{"metadata":{"name":"n"},"spec":{"imagePullSecrets":[{},{"name":"a"}],"tolerations":[{}],"nodeSelector":{"a":"b"},"containers":[]}}`},
		hand{manager: "n", body: `{"metadata":{"name":"n"},"spec":{"imagePullSecrets":[{"name":"a"},{"name":""}],"nodeSelector":{},"containers":null}}`},
		hand{manager: "m", body: `{"metadata":{"name":"n"},"spec":{"containers":[{"name":"c"}],"volumes":[{"name":"v","emptyDir":{}},{"name":"w","configMap":{"items":[]}}]}}`})
	write(pod, &sequence{}, hand{manager: "m", body: podOf(`{"name":"a"}`)},
		hand{manager: "n", body: podOf(`{"name":"a","command":["x"]}`), managed: `[` + entry("x", "Update", "v1", `{"f:spec":{"f:nodeSelector":{".":{},"f:a":{}},"f:containers":{"k:{\"name\":\"a\"}":{".":{},"f:command":{"i:0":{}},"f:name":{}}},"f:tolerations":{"i:1":{}}}}`) + `]`},
		hand{manager: "m", body: podOf(`{"name":"b"}`)})
	write(account, &sequence{}, hand{manager: "m", body: `{"metadata":{"name":"n"},"secrets":[{"name":"a"}]}`},
		hand{manager: "n", body: `{"metadata":{"name":"n","labels":{"a":"b"}},"secrets":[{"namespace":"b"}]}`},
		hand{manager: "n", body: `{"metadata":{"name":"n","labels":{"a":"c"}},"secrets":[{"name":"a"}]}`})
	write(service, &sequence{AllBut: []string{"status"}}, hand{manager: "m", body: `{"metadata":{"name":"n"},"spec":{"selector":{"a":"b"},"ports":[{"port":80},{"port":80,"protocol":"UDP"}]},"status":{"conditions":[{"type":"a","status":"True","reason":"r"}]}}`},
		hand{manager: "n", subresource: "status", body: `{"metadata":{"name":"n"},"spec":{"ports":[{"port":80,"targetPort":"http"}]},"status":{"conditions":[{"type":"a","status":"False","reason":"r"}]}}`},
		hand{manager: "m", body: `{"metadata":{"name":"n","finalizers":["x/y"],"annotations":{"a":""}},"spec":{"selector":{"a":"c"},"ports":[{"port":80,"name":"q"}]}}`})
	write(node, &sequence{AllBut: []string{"status"}}, hand{manager: "m", body: `{"metadata":{"name":"n"},"spec":{},"status":{"capacity":{"cpu":"1"}}}`},
		hand{manager: "m", body: `{"metadata":{"name":"n","labels":{"a":"b"}}}`})
	write(deployment, &sequence{}, hand{manager: "m", body: `{"metadata":{"name":"n"},"spec":{"replicas":0,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}`},
		hand{manager: "n", body: `{"metadata":{"name":"n"},"spec":{"replicas":2,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"c"}},"spec":{"containers":[{"name":"c","image":"i","securityContext":{}}]}}}}`, managed: "live"},
		hand{manager: "n", body: `{"metadata":{"name":"n"},"spec":{"replicas":2,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"c"}},"spec":{"containers":[{"name":"c","image":"i","securityContext":{}}]}}}}`})
	hpa := func(version, metrics string) string {
		return `{"metadata":{"name":"n"},"spec":{"scaleTargetRef":{"kind":"a","name":"b"},"maxReplicas":3,` + metrics + `}}`
	}
	write(autoscaler, &sequence{}, hand{version: "v1", manager: "m", body: hpa("v1", `"targetCPUUtilizationPercentage":50`)},
		hand{version: "v2", manager: "m", body: hpa("v2", `"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":60}}}]`)},
		hand{version: "v1", manager: "n", body: hpa("v1", `"minReplicas":2,"targetCPUUtilizationPercentage":70`)},
		hand{version: "v2", manager: "n", body: hpa("v2", `"minReplicas":2`), managed: `[` + entry("x", "Update", "autoscaling/v1", `{"f:spec":{"f:minReplicas":{},"f:maxReplicas":{},"f:targetCPUUtilizationPercentage":{}}}`) + `,` + entry("y", "Apply", "autoscaling/v2beta9", `{"f:spec":{"f:minReplicas":{}}}`) + `,` + entry("z", "Apply", "apps/v1", `{"f:spec":{"f:minReplicas":{}}}`) + `]`},
		hand{version: "v1", manager: "m", body: hpa("v1", `"minReplicas":4`)})
}
