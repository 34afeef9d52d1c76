// Converts YAML to JSON and JSON to YAML as an API server does and prints what comes out, one JSON line per case.
package main

import (
	"encoding/json"
	"os"
	"strings"

	"sigs.k8s.io/yaml"
)

type result struct {
	Yaml   string `json:"yaml,omitempty"`
	Json   string `json:"json,omitempty"`
	Err    string `json:"err,omitempty"`
	Strict string `json:"strict,omitempty"`
	Out    string `json:"out,omitempty"`
}

func main() {
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	for _, doc := range in {
		r := result{Yaml: doc}
		j, err := yaml.YAMLToJSON([]byte(doc))
		if err != nil {
			r.Err = err.Error()
		} else {
			r.Json = string(j)
			if _, err := yaml.YAMLToJSONStrict([]byte(doc)); err != nil {
				r.Strict = err.Error()
			}
		}
		enc.Encode(r)
	}
	for _, doc := range out {
		y, err := yaml.JSONToYAML([]byte(doc))
		r := result{Json: doc, Out: string(y)}
		if err != nil {
			r.Err = err.Error()
		}
		enc.Encode(r)
	}
}

var in = []string{
	"", "\n", "---\n", "# only a comment\n", "null\n", "a", "a: b", "a: b\n", "- 1\n- b\n", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  k: \"1\"\n",
	"a: yes\nb: no\nc: on\nd: off\ne: y\nf: n\ng: True\nh: FALSE\ni: ~\nj: null\nk: Null\nl:\nm: \"\"\nn: 'yes'\n",
	"a: 0x1f\nb: 017\nc: 0o17\nd: 0b11\ne: 1_000\nf: 08\ng: +5\nh: -0\ni: 1.5\nj: 1e3\nk: .5\nl: 1.\nm: 1e21\nn: 9223372036854775807\no: 9223372036854775808\np: 18446744073709551615\nq: 18446744073709551616\nr: 1:30\ns: 2026-11-23\nt: 2026-11-23T08:09:03Z\nu: 0.1\nv: 123456789.5\nw: -0b11\nx: 0x\nz: 1e400\n",
	"a: .inf\n", "a: .nan\n", "a: -.inf\n",
	"1: a\ntrue: b\n1.5: c\n1e6: e\n0x10: d\nyes: f\n", "null: a\n", "~: a\n", "? [a]\n: b\n", "? {a: 1}\n: b\n", "18446744073709551615: a\n",
	"a: 1\nb: 2\na: 3\n", "d:\n  k: 1\n  l: 2\n  k: 3\n  k: 4\ne:\n  x:\n    y: 1\n  x:\n    y: 2\n    y: 3\n", "a: {k: 1, k: 2}\nb: [{x: 1, x: 2}]\n", "a: 1\n\"a\": 2\n1: x\n\"1\": y\n", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  bogus: 1\ndata:\n  k: \"1\"\n  k: \"2\"\n", "a:\n  b: 1\na:\n  c: 2\n", "a: 1\na:\n\n\n  - 1\n", "true: 1\ntrue: 2\n1: 1\n1: 2\n1.5: 1\n1.5: 2\n",
	"a: &x {k: v}\nb: *x\nc:\n  <<: *x\n  l: 2\n", "a: &x {k: v}\nc:\n  k: 1\n  <<: *x\n", "a: &x {k: v}\nb: &y {k: w, m: n}\nc:\n  <<: [*x, *y]\n", "c:\n  <<: 1\n", "c:\n  <<: [1]\n", "a: &x [1, *x]\n", "a: *nope\n", "a: &x 1\nb: &x 2\nc: *x\n", "&a k: v\nb: *a\n",
	"a: |\n  line1\n  line2\nb: >\n  fold\n  ed\n\n  x\nc: |-\n  strip\nd: |+\n  keep\n\ne: end\n", "a: |\n  x", "a: \"x\\ty\\u00e9\\x41\\n\"\nb: 'it''s'\n", "a: \"multi\n  line\"\nb: plain\n  multi\n",
	"a: !!str 5\nb: !!int \"5\"\nc: !!float 5\nd: !!bool \"yes\"\ne: !!null \"\"\nf: !!binary YWJj\ng: !custom x\nh: !!timestamp 2026-01-01\n", "a: !!int x\n", "a: !!bool 5\n", "a: !!float x\n", "a: !!binary '!'\n", "a: ! 5\n",
	"a: 1\n---\nb: 2\n", "---\na: 1\n...\n", "--- \n---\nb: 2\n", "a: 1\n---\n: : bad [\n", "%YAML 1.1\n---\na: 1\n",
	"{\"a\": 1, \"b\": [true, null], \"c\": \"\\u003c\"}", "{\"a\":\"<&>\"}", "[1, 2,]", "{a: 1, b: }", "{a, b: 1}", "[a: 1]",
	"grün: 日本 😀\n", "a: \"\\ud83d\"\n", "\ufeffa: 1\n",
	"a: b: c\n", "a:\n\tb: 1\n", "a: [1\n", "a: {b\n", "a: \"x\n", "a: 'x\n", "a: @x\n", "a: `x\n", "a: %x\n", "a\nb: 1\n", "a: 1\n  b: 2\n", "a: 1\n b: 2\n", "- a\nb: 1\n", "a:\n- 1\n b\n", "a: ]\n", "a: }\n", "a: ,\n", "a: \"\\q\"\n", "a: &\n", "a: *\n", "a: !<x\n", "a: |x\n", "key\n", "a: 1\nb\n", "a: 1\nb\nc: 2\n", "? a\n? b\n", "a: - b\n", "!!map {a: 1}\n", "a: \x01\n", "a: \x7f\n", "x: [a, b]]\n", "{a: 1}}\n", "{a: 1} b\n", "a: \"b\" c\n", "  a: 1\nb: 2\n",
	"a:   # comment\n  b: 1 # x\n  c: 'a # b'\n  d: a#b\n", "a:\n- b: 1\n  c: 2\n-\n  - x\n  - y\n- - z\n", "a: {b: {c: [1, {d: e}]}}\n", "a: b \n", "a: x:y\nb: http://x\nc: -\nd: - x\n",
	"a: -1\nb: --1\nc: 1-1\nd: 1 2\ne: 1,2\nf: 0\ng: 00\nh: 07_1\ni: _1\nj: 1_\n", "a: '1'\n1: 2\n", "k: \"a\\\n  b\"\n", "a: 'x\n\n  y'\n", "a:\n    b: 1\n    c:\n        - 1\n        -   d: 2\n            e: 3\n",
}

var long = strings.Repeat("word ", 40)

var out = []string{
	`{}`, `[]`, `null`, `"x"`, `5`, `true`, `{"a":{}}`, `{"a":[]}`, `{"a":null}`, `{"a":[{}]}`, `{"a":[[]]}`, `{"a":[[1,2],[3]]}`, `[[1,[2]],{"a":1}]`, `[{"a":1,"b":[1]},{"a":{"b":2}}]`,
	`{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","labels":{"b":"1","a":"true"},"creationTimestamp":null},"spec":{"containers":[{"name":"c","args":["-x","--y","- z"],"ports":[{"containerPort":80}]}]},"status":{}}`,
	`{"a":"yes","b":"no","c":"on","d":"off","e":"y","f":"n","g":"True","h":"null","i":"~","j":"","k":"5","l":"1.5","m":"0x1f","n":"1e3","o":".5","p":"1:30","q":"2026-11-23","r":"2026-11-23T08:09:03Z","s":"1_000","t":"-","u":"- x","v":"?","w":"? x","x":":","z":"a:"}`,
	`{"a":" lead","b":"trail ","c":"a: b","d":"a #b","e":"a#b","f":"#a","g":"[a","h":"a]","i":"{a","j":"*a","k":"&a","l":"!a","m":"|","n":">","o":"'a'","p":"\"a\"","q":"%a","r":"@a","s":"a'b","t":"a\"b","u":"---","v":"...","w":"--- x","x":",","y":"a,b","z":"it's: x"}`,
	`{"a":"x\ny","b":"x\ny\n","c":"x\n\n","d":"\nx","e":" x\ny","f":"x \ny","g":"x\n y","h":"\n","i":"x\ty","j":"x\r\ny","k":"\u0000","l":"\u0001\u0007\b\f\u000b\u001b","m":"é日本","n":"😀","o":"\u2028","p":"a\u00a0b","q":"\u0085","r":"x\n\ty","s":"\ufeff","t":"x\ny "}`,
	`{"a":"` + long + `end"}`, `{"a":"` + long + `"}`, `{"a":"'` + long + `end"}`, `{"a":"\t` + long + `end"}`, `{"a":"` + long + `\nend"}`, `["` + long + `x  y` + long + `z"]`, `{"` + strings.Repeat("k", 128) + `":1,"` + strings.Repeat("l", 129) + `":2,"m\nn":{"x":1},"` + strings.Repeat("o", 130) + `":[1]}`,
	`{"a":0,"b":-1,"c":1.5,"d":100,"e":1e+21,"f":1e-7,"g":1234567.5,"h":0.0001,"i":0.00001,"j":18446744073709551615,"k":123456789012345680000,"l":-0}`,
	`{"a10":1,"a9":1,"a1":1,"b":1,"A":1,"_":1,"1":1,"10":1,"9":1,"a.b":1,"a-b":1,"ab":1,"a":1,"":1,"a01":1,"a001":1,"é":1,"x/y":1,"x":1,"x2y":1,"x10y":1}`,
	`{"yes":1,"true":1,"1":1,"1.5":1,"null":1,"~":1,"- a":1,"a: b":1,"a\tb":1," a":1,"on":1,"y":1,"n":1}`,
	`{"a":"<>&","b":"\u003c"}`,
}
