package main

import (
	"encoding/json"
	"math/rand"
	"reflect"
	"time"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// dice are this program's own: libraries throw the common ones.
var dice = rand.New(rand.NewSource(3))

var words = []string{"a", "b", "c", "d/e", "", "x<y>&", "1"}

func word() string { return words[dice.Intn(len(words))] }

// filler sets random fields of a value until its budget is used up.
type filler struct{ budget int }

func (f *filler) fill(v reflect.Value, depth int) {
	if f.special(v) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth)
	case reflect.Struct:
		f.fillStruct(v, depth)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			v.SetBytes([]byte(word()))
			return
		}
		n := dice.Intn(4)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := 0; i < n; i++ {
			f.fill(v.Index(i), depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for i := dice.Intn(3); i > 0; i-- {
			value := reflect.New(v.Type().Elem()).Elem()
			f.fill(value, depth+1)
			v.SetMapIndex(reflect.ValueOf(word()).Convert(v.Type().Key()), value)
		}
	case reflect.String:
		v.SetString(word())
	case reflect.Bool:
		v.SetBool(dice.Intn(2) == 0)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(dice.Intn(3)))
	case reflect.Float64:
		v.SetFloat(float64(dice.Intn(3)) / 2)
	}
}

func (f *filler) fillStruct(v reflect.Value, depth int) {
	for _, i := range dice.Perm(v.NumField()) {
		field := v.Field(i)
		name := v.Type().Field(i).Name
		if !field.CanSet() || name == "TypeMeta" || name == "ManagedFields" || name == "UID" || name == "ResourceVersion" || name == "GenerateName" {
			continue
		}
		scalar := field.Kind() == reflect.String || field.Kind() == reflect.Int32 || field.Kind() == reflect.Int64 || field.Kind() == reflect.Bool
		odds := 3
		switch {
		case depth == 0 || v.Type().Field(i).Anonymous:
			odds = 1
		case scalar && v.NumField() < 6:
			odds = 2
		case depth > 3:
			odds = 5
		}
		if f.budget <= 0 && !(scalar && v.NumField() < 6) {
			continue
		}
		if dice.Intn(odds) != 0 {
			continue
		}
		f.budget--
		f.fill(field, depth+1)
	}
}

func (f *filler) special(v reflect.Value) bool {
	switch v.Interface().(type) {
	case metav1.Time:
		v.Set(reflect.ValueOf(clock(dice.Intn(3))))
	case metav1.MicroTime:
		v.Set(reflect.ValueOf(metav1.NewMicroTime(time.Date(2019, 1, 1, 0, 0, dice.Intn(3), 1000, time.UTC))))
	case resource.Quantity:
		v.Set(reflect.ValueOf(resource.MustParse([]string{"1", "100m", "1Gi", "0", "1024"}[dice.Intn(5)])))
	case intstr.IntOrString:
		v.Set(reflect.ValueOf([]intstr.IntOrString{intstr.FromInt32(0), intstr.FromInt32(80), intstr.FromString("http"), intstr.FromString("25%")}[dice.Intn(4)]))
	case runtime.RawExtension:
		v.Set(reflect.ValueOf(runtime.RawExtension{Raw: []byte([]string{`{"a":1}`, `{"a":1,"b":[2]}`, `{}`}[dice.Intn(3)])}))
	case metav1.LabelSelector:
		v.Set(reflect.ValueOf(metav1.LabelSelector{MatchLabels: map[string]string{"a": word()}}))
	default:
		return false
	}
	return true
}

// mutate sets random parts of a value anew.
func (f *filler) mutate(v reflect.Value, depth int) {
	if !v.CanSet() && depth > 0 {
		return
	}
	if depth > 1 && dice.Intn(6) == 0 {
		if dice.Intn(3) == 0 {
			v.Set(reflect.Zero(v.Type()))
			return
		}
		f.fill(v, depth)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			f.mutate(v.Elem(), depth)
		} else if dice.Intn(30) == 0 {
			f.fill(v, depth)
		}
	case reflect.Struct:
		switch v.Interface().(type) {
		case metav1.Time, metav1.MicroTime, resource.Quantity, intstr.IntOrString, runtime.RawExtension:
			return
		}
		for _, i := range dice.Perm(v.NumField()) {
			name := v.Type().Field(i).Name
			if name != "TypeMeta" && name != "ManagedFields" && name != "UID" && name != "ResourceVersion" && dice.Intn(3) != 0 {
				f.mutate(v.Field(i), depth+1)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		switch dice.Intn(6) {
		case 0:
			if v.Len() > 0 {
				i := dice.Intn(v.Len())
				v.Set(reflect.AppendSlice(v.Slice3(0, i, i), v.Slice(i+1, v.Len())))
			}
		case 1:
			if v.Len() < 4 {
				item := reflect.New(v.Type().Elem()).Elem()
				f.fill(item, depth+1)
				v.Set(reflect.Append(v, item))
			}
		case 2:
			if v.Len() > 1 {
				swap := reflect.Swapper(v.Interface())
				swap(0, v.Len()-1)
			}
		default:
			for i := 0; i < v.Len(); i++ {
				f.mutate(v.Index(i), depth+1)
			}
		}
	case reflect.Map:
		for i := dice.Intn(2); i > 0 && !v.IsNil(); i-- {
			value := reflect.New(v.Type().Elem()).Elem()
			if dice.Intn(2) == 0 {
				f.fill(value, depth+1)
				v.SetMapIndex(reflect.ValueOf(word()).Convert(v.Type().Key()), value)
			} else {
				v.SetMapIndex(reflect.ValueOf(word()).Convert(v.Type().Key()), reflect.Value{})
			}
		}
	}
}

// random makes a sequence of random writes by several managers.
func (r *recorder) random(res resourceKind, seq *sequence) {
	managers := []string{"kubectl", "controller", "", "kubelet", "a<b"}
	length, seconds := 2+dice.Intn(3), 0
	if dice.Intn(12) == 0 {
		length = 14
		for i := 0; i < 14; i++ {
			managers = append(managers, "m"+string(rune('a'+i)))
		}
	}
	r.run(res, seq, func(live []byte, version string, n int) *put {
		if n >= length {
			return nil
		}
		object, err := scheme.New(res.gvk(version))
		if err != nil {
			panic(err)
		}
		f := &filler{budget: 14}
		value := reflect.ValueOf(object)
		if live == nil {
			f.fill(value.Elem(), 0)
		} else {
			if err := json.Unmarshal(live, object); err != nil {
				panic(err)
			}
			f.budget = 4
			f.mutate(value.Elem(), 0)
		}
		accessor(object).SetName("n")
		object.GetObjectKind().SetGroupVersionKind(res.gvk(version))
		seconds += dice.Intn(3)
		w := &put{version: version, manager: managers[dice.Intn(len(managers))], seconds: seconds}
		if live != nil && dice.Intn(4) == 0 {
			w.subresource = "status"
		}
		if dice.Intn(3) == 0 {
			accessor(object).SetManagedFields(nil)
		}
		if len(accessor(object).GetManagedFields()) > 0 {
			w.sent = "live"
		}
		w.body = marshal(object)
		return w
	})
}
