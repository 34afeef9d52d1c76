// Package roundtrip answers how the reference's own Go types decode, default and print an object. Its command is the oracle that
// codec and defaulting tests compare with; it talks to no server.
package roundtrip

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"ferrokube.dev/conformance/apitypes"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	jsonserializer "k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/runtime/serializer/protobuf"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/controlplane"
)

// Request is one line of input.
type Request struct {
	// Kind as "version/Kind" or "group/version/Kind".
	GVK string `json:"gvk"`
	// The object: a JSON value, or a string that holds the text (for texts that are not JSON). Duplicates and number texts
	// reach the decoder as they are written.
	JSON json.RawMessage `json:"json,omitempty"`
	// The object's bytes in base64, for texts that are not even UTF-8; in place of JSON. The answer is then in bytes too.
	Data []byte `json:"data,omitempty"`
	// The object as protobuf with its envelope, in base64; in place of JSON. The answer is then what Go prints of it, in bytes, and
	// the protobuf that Go writes of it; no option applies.
	Wire []byte `json:"wire,omitempty"`
	// What to do with it; see Options.
	Options
}

// Options say what happens between decoding and printing.
type Options struct {
	// Report unknown and duplicate fields.
	Strict bool `json:"strict,omitempty"`
	// Apply the defaults of the kind, as the server does after decoding a request.
	Default bool `json:"default,omitempty"`
	// Go through protobuf and back, as every object does that the server stores.
	Protobuf bool `json:"protobuf,omitempty"`
	// Also print what is left after protobuf and back, beside what is printed without.
	Normal bool `json:"normal,omitempty"`
}

// Answer is one line of output.
type Answer struct {
	// What Go prints, with its final newline.
	JSON string `json:"json,omitempty"`
	// The same in base64, when the request came so.
	Data []byte `json:"data,omitempty"`
	// What Go prints after protobuf and back, in base64, and why it cannot.
	Normal      []byte `json:"normal,omitempty"`
	NormalError string `json:"normalError,omitempty"`
	// Protobuf bytes with the envelope, in base64, when asked for.
	Protobuf string `json:"protobuf,omitempty"`
	// Unknown and duplicate fields, in Go's order and words.
	Strict []string `json:"strict,omitempty"`
	// Why there is no answer.
	Error string `json:"error,omitempty"`
}

// Oracle holds the serializers.
type Oracle struct {
	scheme *runtime.Scheme
	lax    *jsonserializer.Serializer
	strict *jsonserializer.Serializer
	proto  *protobuf.Serializer
}

// New makes an oracle that knows every API type.
func New() (*Oracle, error) {
	scheme, err := apitypes.Scheme()
	if err != nil {
		return nil, err
	}
	serializer := func(strict bool) *jsonserializer.Serializer {
		return jsonserializer.NewSerializerWithOptions(jsonserializer.DefaultMetaFactory, scheme, scheme, jsonserializer.SerializerOptions{Strict: strict})
	}
	return &Oracle{scheme: scheme, lax: serializer(false), strict: serializer(true), proto: protobuf.NewSerializer(scheme, scheme)}, nil
}

// Ask answers one request; a failure is part of the answer.
func (o *Oracle) Ask(r *Request) Answer {
	answer, err := o.ask(r)
	if err != nil {
		answer = Answer{}
		answer.Error = err.Error()
	}
	return answer
}

func (o *Oracle) ask(r *Request) (Answer, error) {
	var out Answer
	gvk, err := parseGVK(r.GVK)
	if err != nil {
		return out, err
	}
	if r.Wire != nil {
		return o.wire(r.Wire, gvk)
	}
	data := []byte(r.JSON)
	var text string
	if r.Data != nil {
		data = r.Data
	} else if bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte{'"'}) {
		if err := json.Unmarshal(data, &text); err != nil {
			return out, err
		}
		data = []byte(text)
	}
	decoder := o.lax
	if r.Strict {
		decoder = o.strict
	}
	object, actual, err := decoder.Decode(data, &gvk, nil)
	if strict, ok := runtime.AsStrictDecodingError(err); ok {
		for _, e := range strict.Errors() {
			out.Strict = append(out.Strict, e.Error())
		}
	} else if err != nil {
		return out, err
	}
	if *actual != gvk {
		return out, fmt.Errorf("the object is %v, not %v", *actual, gvk)
	}
	object.GetObjectKind().SetGroupVersionKind(gvk)
	if r.Default {
		defaults := o.scheme
		if legacyscheme.Scheme.Recognizes(gvk) {
			defaults = legacyscheme.Scheme
		}
		defaults.Default(object)
		object.GetObjectKind().SetGroupVersionKind(gvk)
	}
	if r.Protobuf {
		var wire []byte
		if object, wire, err = o.throughProtobuf(object, gvk); err != nil {
			return out, err
		}
		out.Protobuf = base64.StdEncoding.EncodeToString(wire)
	}
	var printed bytes.Buffer
	if err := o.lax.Encode(object, &printed); err != nil {
		return out, err
	}
	if r.Data != nil {
		out.Data = printed.Bytes()
	} else {
		out.JSON = printed.String()
	}
	if r.Normal {
		if out.Normal, err = o.normal(object, gvk); err != nil {
			out.NormalError = err.Error()
		}
	}
	return out, nil
}

// wire reads protobuf and prints it in both forms.
func (o *Oracle) wire(data []byte, gvk schema.GroupVersionKind) (Answer, error) {
	var out Answer
	object, actual, err := o.proto.Decode(data, &gvk, nil)
	if err != nil {
		return out, err
	}
	if *actual != gvk {
		return out, fmt.Errorf("the object is %v, not %v", *actual, gvk)
	}
	var printed, wire bytes.Buffer
	if err := o.lax.Encode(object, &printed); err != nil {
		return out, err
	}
	if err := o.proto.Encode(object, &wire); err != nil {
		return out, err
	}
	out.Data = printed.Bytes()
	out.Protobuf = base64.StdEncoding.EncodeToString(wire.Bytes())
	return out, nil
}

// throughProtobuf writes an object as protobuf and reads it back; it returns the bytes too.
func (o *Oracle) throughProtobuf(object runtime.Object, gvk schema.GroupVersionKind) (runtime.Object, []byte, error) {
	var wire bytes.Buffer
	if err := o.proto.Encode(object, &wire); err != nil {
		return nil, nil, err
	}
	back, _, err := o.proto.Decode(wire.Bytes(), &gvk, nil)
	if err != nil {
		return nil, nil, err
	}
	back.GetObjectKind().SetGroupVersionKind(gvk)
	return back, wire.Bytes(), nil
}

func (o *Oracle) normal(object runtime.Object, gvk schema.GroupVersionKind) ([]byte, error) {
	back, _, err := o.throughProtobuf(object, gvk)
	if err != nil {
		return nil, err
	}
	var printed bytes.Buffer
	if err := o.lax.Encode(back, &printed); err != nil {
		return nil, err
	}
	return printed.Bytes(), nil
}

func parseGVK(text string) (schema.GroupVersionKind, error) {
	parts := strings.Split(text, "/")
	switch len(parts) {
	case 2:
		return schema.GroupVersionKind{Version: parts[0], Kind: parts[1]}, nil
	case 3:
		return schema.GroupVersionKind{Group: parts[0], Version: parts[1], Kind: parts[2]}, nil
	}
	return schema.GroupVersionKind{}, fmt.Errorf("%q is neither version/Kind nor group/version/Kind", text)
}
