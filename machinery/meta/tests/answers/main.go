// Writes answers.jsonl: random inputs and what Kubernetes' own libraries (v0.37.2) answer, for tests/upstream.rs.
// Run in any module that requires k8s.io/apimachinery v0.37.2: go run . 150 > answers.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/labels"
)

var big = regexp.MustCompile("[eE][+-]?[0-9]{4,}")

var r = rand.New(rand.NewSource(7))

func pick(s ...string) string { return s[r.Intn(len(s))] }
func chars(set string, n int) string {
	rs := []rune(set)
	var b strings.Builder
	for i := 0; i < n; i++ {
		b.WriteRune(rs[r.Intn(len(rs))])
	}
	return b.String()
}
func mutate(s string, set string) string {
	if r.Intn(3) != 0 {
		return s
	}
	rs := []rune(s)
	st := []rune(set)
	for k := r.Intn(3); k >= 0; k-- {
		i := r.Intn(len(rs) + 1)
		switch r.Intn(3) {
		case 0:
			rs = append(rs[:i:i], append([]rune{st[r.Intn(len(st))]}, rs[i:]...)...)
		case 1:
			if i < len(rs) {
				rs = append(rs[:i:i], rs[i+1:]...)
			}
		case 2:
			if i < len(rs) {
				rs[i] = st[r.Intn(len(st))]
			}
		}
	}
	return string(rs)
}
func qty() string {
	n := r.Intn(6)
	if r.Intn(8) == 0 {
		n = r.Intn(45)
	}
	s := pick("", "", "", "-", "+") + chars("0123456789", n)
	if r.Intn(6) == 0 {
		s += strings.Repeat("0", r.Intn(25))
	}
	if r.Intn(3) == 0 {
		s += "." + chars("0123456789", r.Intn(14))
	}
	s += pick("", "", "m", "u", "n", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E3", "e-5", "e+2", "e7", "e20", "e-12", "e", "x")
	return mutate(s, "0123456789.eEinumkKMGTP+- ")
}
func es(err error) string {
	if err != nil {
		return "!" + err.Error()
	}
	return ""
}

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	emit := func(a ...interface{}) {
		b, _ := json.Marshal(a)
		if len(b) < 260 {
			w.Write(b)
			w.WriteByte('\n')
		}
	}
	N, _ := strconv.Atoi(os.Args[1])
	for i := 0; i < N; i++ {
		a, b := qty(), qty()
		if big.MatchString(a) || big.MatchString(b) {
			continue
		}
		qa, ea := resource.ParseQuantity(a)
		if ea != nil {
			emit("q", a, es(ea))
		} else {
			emit("q", a, qa.String())
		}
		qb, eb := resource.ParseQuantity(b)
		if ea == nil && eb == nil {
			sum := qa.DeepCopy()
			sum.Add(qb)
			dif := qa.DeepCopy()
			dif.Sub(qb)
			emit("qq", a, b, qa.Cmp(qb), sum.String(), dif.String())
			up, _ := resource.ParseQuantity(a)
			ex := up.RoundUp(-3)
			// Upstream rounds negative values of its two representations differently.
			if qa.Sign() >= 0 && qa.CmpInt64(1<<50) < 0 {
				emit("qv", a, qa.Value(), qa.MilliValue(), up.String(), ex)
			}
		}
	}
	for i := 0; i < N; i++ {
		s := fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d", r.Intn(10000), 1+r.Intn(12), 1+r.Intn(31), r.Intn(24), r.Intn(60), r.Intn(60))
		switch r.Intn(4) {
		case 0:
			s += pick(".", ",") + chars("0123456789", r.Intn(12))
		case 1:
			s += pick(".", ".", ",") + pick("", "", "+", "-") + chars("0123456789", 5+r.Intn(2))
		}
		s += pick("Z", "Z", "+00:00", fmt.Sprintf("%s%02d:%02d", pick("+", "-", "x"), r.Intn(27), r.Intn(64)))
		s = mutate(s, "0123456789:-+TZtz., \"\\é\x01")
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			emit("t", s, es(err))
		} else {
			emit("t", s, fmt.Sprint(t.Unix(), " ", t.Nanosecond(), " ", t.UTC().Format(time.RFC3339)))
		}
		t, err = time.Parse(metav1.RFC3339Micro, s)
		if err != nil {
			emit("tm", s, es(err))
		} else {
			emit("tm", s, fmt.Sprint(t.Unix(), " ", t.Nanosecond(), " ", t.UTC().Format(metav1.RFC3339Micro)))
		}
	}
	for i := 0; i < N; i++ {
		s := pick("", "", "-", "+")
		for k := r.Intn(4); k >= 0; k-- {
			s += chars("0123456789", r.Intn(5)) + pick("", "", "."+chars("0123456789", r.Intn(22))) + pick("h", "m", "s", "ms", "us", "µs", "ns", "")
		}
		s = mutate(s, "0123456789.hmsnuµ -+\"x")
		d, err := time.ParseDuration(s)
		if err != nil {
			emit("d", s, es(err))
		} else {
			emit("d", s, fmt.Sprint(int64(d), " ", d.String()))
		}
	}
	keys := []string{"a", "b", "app", "k8s.io/x", "A.b/c", "x_y", "-bad", "in", "notin", "", strings.Repeat("l", 64), "a/b/c", "é"}
	for i := 0; i < N; i++ {
		var parts []string
		for k := r.Intn(4); k > 0; k-- {
			key := pick(keys...)
			val := func() string {
				return pick("", "a", "b", "1", "22", "in", "notin", "-x", "x.y", strings.Repeat("v", 64), "a b")
			}
			var p string
			switch r.Intn(5) {
			case 0:
				p = pick("", "!") + key
			case 1:
				p = key + pick("=", "==", "!=", ">", "<", " = ", "= ") + val()
			case 2, 3:
				var vs []string
				for j := r.Intn(4); j > 0; j-- {
					vs = append(vs, val())
				}
				p = key + pick(" in ", " notin ", " in", " notin", " ") + "(" + strings.Join(vs, pick(",", ", ")) + ")"
			case 4:
				p = chars("ab!=,()<> \tin\x00", r.Intn(8))
			}
			parts = append(parts, p)
		}
		s := mutate(strings.Join(parts, pick(",", ",", ", ", ",,")), "ab!=,()<> \tinx/\x00")
		sel, err := labels.Parse(s)
		if err != nil {
			emit("l", s, es(err), "")
		} else {
			set := labels.Set{"a": pick("a", "b", "1", "22", ""), "app": pick("x.y", "5", "-3"), "in": "in"}
			emit("l", s, sel.String(), fmt.Sprint(sel.Matches(set)), set["a"], set["app"])
		}
	}
	for i := 0; i < N; i++ {
		var parts []string
		for k := r.Intn(4); k > 0; k-- {
			parts = append(parts, pick("metadata.name", "spec.nodeName", "x", "")+pick("=", "==", "!=", "", "!")+pick("", "a", "b\\,c", "\\=", "\\\\", "\\", "\\x", "a=b", "é", "\\é"))
		}
		s := mutate(strings.Join(parts, pick(",", ",", ",,")), "ab!=,\\")
		sel, err := fields.ParseSelector(s)
		if err != nil {
			emit("f", s, es(err), "")
		} else {
			set := fields.Set{"metadata.name": pick("a", "b,c", "=", ""), "x": pick("a", "")}
			emit("f", s, sel.String(), fmt.Sprint(sel.Matches(set)), set["metadata.name"], set["x"])
		}
	}
	for i := 0; i < N/10; i++ {
		s := chars("aé\u0301\u200b\u00a0\u2028\U0001f600\U000e0001\"\\\n\x00\x7f<&", r.Intn(6))
		j, _ := json.Marshal(s)
		emit("s", s, strconv.Quote(s), string(j))
	}
	for i := 0; i < N/10; i++ {
		f := r.NormFloat64() * []float64{1, 1e-8, 1e5, 1e19, 1e22, 1e-3, 1e300}[r.Intn(7)] * []float64{1, 10, 100}[r.Intn(3)]
		if r.Intn(3) == 0 {
			f = float64(int64(f))
		}
		emit("v", strconv.FormatUint(math.Float64bits(f), 10), fmt.Sprint(f))
	}
}
