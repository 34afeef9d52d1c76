package main

import (
	"encoding/json"
	"os"

	"sigs.k8s.io/structured-merge-diff/v6/fieldpath"
)

// A setCase is two sets and what upstream makes of them.
type setCase struct {
	A, B         json.RawMessage
	Union        json.RawMessage
	Intersection json.RawMessage
	Difference   json.RawMessage
	Recursive    json.RawMessage
	Leaves       json.RawMessage
}

func randomPath(depth int) fieldpath.Path {
	path := fieldpath.Path{}
	for i := 1 + dice.Intn(depth); i > 0; i-- {
		elements := []any{
			[]string{"a", "b", "c", "d/e", "<", "\"q\\"}[dice.Intn(6)],
			[]string{"a", "b"}[dice.Intn(2)],
			fieldpath.KeyByFields("name", []string{"x", "y", "z<", "\n\u2028é"}[dice.Intn(4)]),
			fieldpath.KeyByFields("port", float64(dice.Intn(3)*40), "protocol", []string{"TCP", "UDP"}[dice.Intn(2)]),
			fieldpath.KeyByFields("ok", dice.Intn(2) == 0),
			dice.Intn(3),
		}
		pe, err := fieldpath.MakePath(elements[dice.Intn(len(elements))])
		if err != nil {
			panic(err)
		}
		path = append(path, pe...)
	}
	return path
}

func randomSet() *fieldpath.Set {
	set := fieldpath.NewSet()
	for i := dice.Intn(14); i > 0; i-- {
		path := randomPath(4)
		set.Insert(path)
		if dice.Intn(3) == 0 {
			for n := 1; n < len(path); n++ {
				set.Insert(path[:n])
			}
		}
	}
	return set
}

func setJSON(set *fieldpath.Set) json.RawMessage {
	out, err := set.ToJSON()
	if err != nil {
		panic(err)
	}
	return out
}

func sets() {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	for i := 0; i < 300; i++ {
		a, b := randomSet(), randomSet()
		err := encoder.Encode(setCase{setJSON(a), setJSON(b), setJSON(a.Union(b)), setJSON(a.Intersection(b)), setJSON(a.Difference(b)),
			setJSON(a.RecursiveDifference(b)), setJSON(a.Leaves())})
		if err != nil {
			panic(err)
		}
	}
}
