package main

import "strings"

var deep = strings.Repeat

var cases = []struct {
	kind string
	docs []string
}{
	{"ConfigMap", []string{
		`{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a"},"data":{"b":"2","a":"<1>&"}}`,
		` { "metadata" : { "labels" : { "z" : "1" , "a" : "2" , "m":"3" } } , "apiVersion" : "v1" , "kind" : "ConfigMap" } `,
		``, ` `, `{`, `}`, `[`, `[1`, `[1,`, `{"`, `{"a`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{,}`, `{"a" 1}`, `{"a":1 "b"}`, `{a:1}`,
		`{"data":{"a":tru}}`, `{"data":{"a":trux}}`, `{"data":{"a":fals}}`, `{"data":{"a":nul`, `{"data":{"a":nulx`, `{"data":nope}`,
		`{"data":{"a":-}}`, `{"data":{"a":-x}}`, `{"data":{"a":01}}`, `{"data":{"a":1.}}`, `{"data":{"a":1.x}}`, `{"data":{"a":1e}}`, `{"data":{"a":1e+}}`, `{"data":{"a":1ex}}`, `{"data":{"a":.5}}`, `{"data":{"a":+5}}`,
		"{\"data\":{\"a\":\"x\ny\"}}", "{\"data\":{\"a\":\"x\x01y\"}}", `{"data":{"a":"\x"}}`, `{"data":{"a":"\u12"}}`, `{"data":{"a":"\u12g4"}}`, `{"data":{"a":"\'"}}`,
		`{} x`, `{} {}`, `{}]`, `[]]`, `[1 2]`, `[}`, `{]`, `{"a":[}`, "\xef\xbb\xbf{}", "{\"data\":{\"a\":\"\xff\xfe b\xc3\"}}", "{\"data\":{\"\xff\":\"1\"}}", "{\"data\":\xff}", "{\"\\\\\":1}", "{\\}", "{'a':1}", "\x00", "{\x7f}", "{\xa0}",
		`{"data":{"a":"\ud83d\ude00 \ud83d \ude00 \ud83dx\ud83d\u0041 \/ \b\f\n\r\t\" \\ \u003c \u2028"}}`,
		"{\"data\":{\"a\":\"\u2028\u2029 grün 日本 😀\",\"ключ\":\"1\"}}",
		`{"data":1}`, `{"data":"x"}`, `{"data":[]}`, `{"data":true}`, `{"data":{"a":1}}`, `{"data":{"a":{}}}`, `{"data":{"a":[]}}`, `{"data":{"a":true}}`, `{"data":null}`, `{"data":{"a":null}}`, `{"data":{}}`,
		`{"kind":1}`, `{"apiVersion":{}}`, `{"metadata":1}`, `{"metadata":[]}`, `{"metadata":{"labels":1}}`, `{"metadata":{"labels":{"a":1}}}`, `{"metadata":{"finalizers":"x"}}`, `{"metadata":{"finalizers":[1]}}`, `{"metadata":{"finalizers":["a",null]}}`,
		`{"metadata":{"ownerReferences":[{"kind":1,"name":2}]}}`, `{"metadata":{"ownerReferences":[{"controller":1}]}}`, `{"metadata":{"ownerReferences":[null,{"uid":"u","controller":false,"blockOwnerDeletion":null}]}}`,
		`{"metadata":{"generation":"1"}}`, `{"metadata":{"generation":1.5}}`, `{"metadata":{"generation":1e3}}`, `{"metadata":{"generation":9223372036854775808}}`, `{"metadata":{"generation":-0}}`, `{"metadata":{"generation":0}}`, `{"metadata":{"generation":-9223372036854775808}}`,
		`{"metadata":{"creationTimestamp":null}}`, `{"metadata":{"creationTimestamp":""}}`, `{"metadata":{"creationTimestamp":"x"}}`, `{"metadata":{"creationTimestamp":1}}`, `{"metadata":{"creationTimestamp":{}}}`, `{"metadata":{"creationTimestamp":[]}}`, `{"metadata":{"creationTimestamp":true}}`,
		`{"metadata":{"creationTimestamp":"2026-11-23T08:09:03Z"}}`, `{"metadata":{"creationTimestamp":"2026-11-23T08:09:03.999999999+02:00"}}`, `{"metadata":{"creationTimestamp":"0001-01-01T00:00:00Z"}}`, `{"metadata":{"creationTimestamp":"2026-13-01T00:00:00Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-30T00:00:00Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T24:00:00Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T00:60:00Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T00:00:61Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-28 00:00:00Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T00:00:00"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T00:00:00Zx"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T1:00:00Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T01:00:00,5Z"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T01:00:00+25:00"}}`, `{"metadata":{"creationTimestamp":"9999-12-31T23:59:59-01:00"}}`, `{"metadata":{"creationTimestamp":"0000-01-01T00:00:00+01:00"}}`, `{"metadata":{"creationTimestamp":"2026-02-28T01:00:00 é\"Z"}}`, `{"metadata":{"creationTimestamp":"2026-11-23T08:09:03Z","creationTimestamp":null}}`,
		`{"metadata":{"deletionTimestamp":null,"deletionGracePeriodSeconds":0}}`, `{"metadata":{"deletionTimestamp":"0001-01-01T00:00:00Z"}}`,
		`{"metadata":{"managedFields":[{"manager":"m","fieldsV1":{"f:a" : {"." : {}, "k:{\"x\":\"<\"}":{} } },"time":"2026-11-23T08:09:03Z"},{"fieldsV1":null},{"fieldsV1":5},{"fieldsV1":{}}]}}`,
		`{"x":1,"metadata":{"bogus":{"deep":[1,{"a":2}]},"name":"n"},"Data":{"a":"b"},"data":{"k":"1","k":"2"}}`,
		`{"x":1,"x":2,"y":3,"x":4}`, `{"data":{"a":"1"},"data":{"b":"2"}}`, `{"data":{"a":"1"},"data":{"a":"2"}}`, `{"data":{"a":"1"},"data":null}`, `{"data":{"a":"1"},"data":{}}`,
		`{"metadata":{"name":"a","labels":{"l":"1"}},"metadata":{"namespace":"n","labels":{"m":"2"}}}`, `{"metadata":{"name":"a"},"metadata":{"name":null}}`, `{"metadata":{"name":"a"},"metadata":null}`, `{"metadata":{"name":"a"},"metadata":{"name":""}}`, `{"kind":"a","kind":"b"}`,
		`{"data":{"c":"1","b":"2","a":"3","c":"4","b":"5"}}`, `{"data":{"a":"1","a":"2","a":"3"},"bogus":1,"binaryData":{"z":"","y":"YQ==","z":"YQ=="}}`,
		`{"data":{"a.b":"1","a.b":"2","":"1","":"2","\"q":"1","\"q":"2"}}`,
		`{"metadata":{"ownerReferences":[{"foo":1,"name":"x","name":"y"},{"foo":1}],"finalizers":["a"],"bar":{}}}`,
		`{"immutable":false}`, `{"immutable":true}`, `{"immutable":null}`, `{"immutable":"x"}`, `{"immutable":0}`,
		`{"data":{"a":1,"b":true},"metadata":{"name":5}}`, `{"data":1,"metadata":{"creationTimestamp":"x"}}`, `{"data":1,"metadata":{"creationTimestamp":"x"}`, `{"metadata":{"creationTimestamp":"x"},"y"}`,
		`{"binaryData":{"a":"YQ=="}}`, `{"binaryData":{"a":"YQ"}}`, `{"binaryData":{"a":"Y!=="}}`, `{"binaryData":{"a":"YQ==="}}`, `{"binaryData":{"a":"YQ==x"}}`, `{"binaryData":{"a":"YW\nJj"}}`, `{"binaryData":{"a":"YR=="}}`, `{"binaryData":{"a":"YWJ="}}`, `{"binaryData":{"a":"=="}}`, `{"binaryData":{"a":"Y==="}}`, `{"binaryData":{"a":"YQ=a"}}`, `{"binaryData":{"a":"YQ=\n="}}`, `{"binaryData":{"a":"YQ\n==\n"}}`, `{"binaryData":{"a":"YWJj!"}}`, `{"binaryData":{"a":"YWJjZ"}}`, `{"binaryData":{"a":"YW-_"}}`, `{"binaryData":{"a":"YWJ\u00e9"}}`, `{"binaryData":{"a":null,"b":""}}`, `{"binaryData":{"a":[1,2,255]}}`, `{"binaryData":{"a":[256]}}`, `{"binaryData":{"a":["x"]}}`, `{"binaryData":{"a":[1.5,{}]}}`, `{"binaryData":{"a":[]}}`, `{"binaryData":{"a":[null,1]}}`, `{"binaryData":{"a":5}}`, `{"binaryData":{"a":"YQ==","a":"!"},"data":5}`,
		`[]`, `"x"`, `5`, `true`, `null`, ` null `, `nulll`, `truee`, `5x`, `-`, `"`, `"a`, `01`, `1.`,
		deep(`{"a":`, 10000) + `1` + deep(`}`, 10000), deep(`{"a":`, 10001) + `1` + deep(`}`, 10001), deep(`[`, 10001), deep(`{"metadata":`, 3) + `1`,
	}},
	{"Secret", []string{`{"data":{"a":"YQ==","b":null},"stringData":{"x":"y"},"type":"Opaque"}`, `{"data":[]}`, `{"type":5}`}},
	{"Pod", []string{
		`{"spec":{"containers":[{"name":"c","image":"i","env":[{"name":"A","value":""},{"name":"B","value":"x","valueFrom":null}],"resources":{"limits":{"memory":"1024Mi","cpu":"1000m"},"requests":{"cpu":0.5,"memory":1.5}},"ports":[{"containerPort":80}],"livenessProbe":{"httpGet":{"port":"http","path":"/"},"initialDelaySeconds":0}}],"volumes":[{"name":"v","emptyDir":{}},{"name":"w","configMap":{"name":"","defaultMode":0}}]}}`,
		`{"spec":{"containers":[]}}`, `{"spec":{"containers":null}}`, `{"spec":{"containers":[null]}}`, `{"spec":{"containers":{}}}`, `{"spec":{"containers":[{"name":1}]}}`, `{"spec":{"containers":[{"ports":[{"containerPort":"x"}]}]}}`, `{"spec":{"containers":[{"ports":[{"containerPort":3000000000}]}]}}`, `{"spec":{"containers":[{"ports":[{"containerPort":8.0}]}]}}`,
		`{"spec":{"containers":[{"env":[{"name":"a","value":1}]}]}}`, `{"spec":{"terminationGracePeriodSeconds":30.0}}`, `{"spec":{"terminationGracePeriodSeconds":0,"priority":0,"hostNetwork":false,"hostUsers":false}}`,
		`{"spec":{"volumes":[{"hostPath":1}]}}`, `{"spec":{"volumes":[{"hostPath":{"path":1}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":1}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":1.5}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":true}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":{}}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":[]}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":null}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":0}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":""}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":"5"}}}]}}`, `{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":2147483648}}}]}}`,
		`{"spec":{"containers":[{"resources":{"limits":{"cpu":""}}}]}}`, `{"spec":{"containers":[{"resources":{"limits":{"cpu":true}}}]}}`, `{"spec":{"containers":[{"resources":{"limits":{"cpu":{}}}}]}}`, `{"spec":{"containers":[{"resources":{"limits":{"cpu":null}}}]}}`, `{"spec":{"containers":[{"resources":{"limits":{"cpu":" 1 "}}}]}}`, `{"spec":{"containers":[{"resources":{"limits":{"cpu":"x"}}}]}}`, `{"spec":{"containers":[{"resources":{"limits":{"cpu":"1\u0030"}}}]}}`, `{"spec":{"containers":[{"resources":{"limits":{"cpu":1e3,"a":"1E3","b":"0.1n","c":"100000000000000000000","d":"1.25","e":"-0.5","f":"0Ki","g":"+5","h":"5.","i":".5","j":"00.5","k":1.0}}}]}}`,
		`{"spec":{"containers":[{"name":"a"},{"name":"b","foo":1,"env":[{"x":1},{"name":"q","name":"r"}]}],"bar":{"baz":[]}}}`,
		`{"spec":{"nodeSelector":{"b":"1","a":"2"},"tolerations":[{"tolerationSeconds":0}],"affinity":{}}}`, `{"status":{"conditions":[{"type":"Ready"}],"startTime":null}}`, `{"status":{}}`, `{"metadata":{},"spec":{},"status":{}}`,
		`{"status":{"containerStatuses":[{"state":{"running":{}}}]}}`, `{"spec":{"restartPolicy":"","dnsPolicy":null,"securityContext":{},"hostAliases":[],"imagePullSecrets":[{}]}}`,
		`{"spec":{"a":[1,2,{"b":"\ud800"}],"overhead":{"cpu":"1"},"overhead":{"memory":"2"}}}`,
	}},
	{"Service", []string{`{"spec":{"ports":[{"port":80,"targetPort":"http"},{"port":81}]}}`, `{"spec":{"ports":[]}}`}},
	{"Event", []string{`{"eventTime":"2026-11-23T08:09:03.000000Z","firstTimestamp":"2026-11-23T08:09:03.5Z","series":{"lastObservedTime":null}}`, `{"eventTime":"2026-11-23T08:09:03Z"}`, `{"eventTime":"2026-11-23T08:09:03.5Z"}`, `{"eventTime":"2026-11-23T08:09:03.1234567Z"}`, `{"eventTime":"2026-11-23T08:09:03.123456+02:00"}`, `{"eventTime":"2026-11-23T08:09:03,123456Z"}`, `{"eventTime":5}`, `{"eventTime":""}`, `{"eventTime":"0001-01-01T00:00:00.000000Z"}`, `{"count":0,"source":{}}`}},
	{"Namespace", []string{`{"spec":{"finalizers":[]}}`, `{"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}`}},
	{"Node", []string{`{"status":{"nodeInfo":{"machineID":"x"},"capacity":{"cpu":"4"},"images":[{"names":null},{"names":[]}]}}`}},
	{"ResourceQuota", []string{`{"spec":{"hard":{"cpu":1,"memory":"1000Mi","pods":"0.5e1"}}}`}},
	{"ConfigMapList", []string{`{"items":[]}`, `{"items":null}`, `{"metadata":{"resourceVersion":"1","remainingItemCount":0},"items":[{"metadata":{"name":"a"}},null]}`}},
	{"Deployment", []string{`{"spec":{"replicas":0,"strategy":{"rollingUpdate":{"maxSurge":"25%","maxUnavailable":0}},"selector":null,"template":{}}}`, `{"spec":{"selector":{},"template":{"spec":{"containers":[{}]}}}}`}},
	{"ControllerRevision", []string{`{"data":{"b":1, "a":"<"},"revision":0}`, `{"data":null,"revision":5}`, `{"data":"x"}`, `{"data": [ 1 , 2 ] }`, `{"data":1.0}`, "{\"data\":\"\xff\u2028\"}", `{"data":{"a":1,"a":2}}`, `{"data":{"a":1},"data":null}`}},
	{"Lease", []string{`{"spec":{"acquireTime":"2026-11-23T08:09:03.000000Z","leaseTransitions":0,"renewTime":null}}`, `{"spec":{"acquireTime":"0001-01-01T00:00:00.000000Z"}}`}},
	{"Role", []string{`{"rules":[]}`, `{"rules":null}`, `{"rules":[{"verbs":[]},{"verbs":["get"]},{"verbs":null}]}`}},
	{"EndpointSlice", []string{`{"addressType":"IPv4","endpoints":[],"ports":[]}`, `{"endpoints":[{"addresses":[],"conditions":{"ready":false}}],"ports":[{"port":0,"name":""}]}`}},
	{"NetworkPolicy", []string{`{"spec":{"podSelector":{},"ingress":[{"from":[]},{}],"egress":[]}}`, `{"spec":{"ingress":[{"from":[{"ipBlock":{"cidr":"1.2.3.4/5"}}],"ports":[{"port":80}]}]}}`}},
	{"SubjectAccessReview", []string{`{"spec":{"extra":{"a":["b"],"c":null,"d":[]},"groups":[]}}`, `{"spec":{"extra":{"a":"b"}}}`, `{"spec":{"extra":{"a":[1]}}}`}},
	{"CustomResourceDefinition", []string{
		`{"spec":{"versions":[{"name":"v1","schema":{"openAPIV3Schema":{"type":"object","properties":{"b":{"type":"string","default":"<x>","enum":["a",null,1],"maximum":1.0,"minimum":1e21,"multipleOf":0.1},"a":{"items":{"type":"string"}},"c":{"additionalProperties":true},"d":{"additionalProperties":false},"e":{"additionalProperties":{"type":"integer"}},"f":{"items":[{"type":"string"}]},"g":{"dependencies":{"x":["y"],"z":{"type":"string"},"n":null,"e":[]}},"h":{"items":[]},"i":{"items":5},"j":{"items":{}},"k":{"default":null,"example":{ "a" : 1 }},"l":{"items":"x"}}}}}]}}`,
		`{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"additionalProperties":5}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"additionalProperties":null}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"items":{"type":5}}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"items":{"foo":5,"items":[{"type":1}]}}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"items":{"foo":5,"type":"a","type":"b"},"foo":1}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"dependencies":{"a":[1]}}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"maximum":"x"}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"maximum":1e400}}}]}}`, `{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"maximum":-0.0,"minimum":0,"multipleOf":123456789012345678901}}}]}}`,
		`{"spec":{"versions":[{"schema":{"openAPIV3Schema":{"$ref":"x","$schema":"y","x-kubernetes-preserve-unknown-fields":false,"x-kubernetes-int-or-string":true,"required":[]}}}]},"status":{}}`,
		`{"spec":{"versions":[{"schema":{"openAPIV3Schema":` + deep(`{"properties":{"a":`, 2000) + `{}` + deep(`}}`, 2000) + `}}]}}`,
		`{"spec":{"versions":[{"schema":{"openAPIV3Schema":` + deep(`{"items":`, 100) + `{}` + deep(`}`, 100) + `}}]}}`,
	}},
	{"Status", []string{`{"code":404,"details":{"causes":[],"name":"x"},"metadata":{}}`}},
}
