package main

import (
	"context"
	"strings"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/util/retry"

	. "ferrokube.dev/conformance/clients/scenario"
)

// writes: one kind through create, get, update and list, with the encoding that was spoken and the refusals that clients act on.
func writes(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().ConfigMaps(s.Namespace)

	s.Step("create a ConfigMap in protobuf")
	want := map[string]string{"colour": "blue", "empty": "", "text": "grüße\n"}
	object := configMap("first", want, map[string]string{"tier": "front"})
	object.BinaryData = map[string][]byte{"raw": {0, 1, 254, 255}}
	made := Must(client.Create(ctx, object, metav1.CreateOptions{}))
	wire := s.Wire.Last("/configmaps")
	Equal("content types of request and answer", []string{wire.Sent, wire.Got}, []string{protobuf, protobuf})
	Equal("status", wire.Status, 201)
	Equal("data", made.Data, want)
	Equal("binary data", made.BinaryData, object.BinaryData)
	True(made.UID != "" && made.ResourceVersion != "" && !made.CreationTimestamp.IsZero(), "server-side fields are missing: %+v", made.ObjectMeta)
	True(len(made.ManagedFields) == 1 && made.ManagedFields[0].Operation == metav1.ManagedFieldsOperationUpdate, "managed fields: %+v", made.ManagedFields)

	s.Step("create it again, and an invalid one")
	status := Refuse(client.Create(ctx, object, metav1.CreateOptions{}))(409, metav1.StatusReasonAlreadyExists)
	Equal("message", status.Message, `configmaps "first" already exists`)
	Equal("content type of the Status", s.Wire.Last("/configmaps").Got, protobuf)
	status = Refuse(client.Create(ctx, configMap("Not_Valid", nil, nil), metav1.CreateOptions{}))(422, metav1.StatusReasonInvalid)
	True(status.Details != nil && len(status.Details.Causes) == 1, "causes: %+v", status.Details)
	Equal("field of the cause", status.Details.Causes[0].Field, "metadata.name")

	s.Step("dry-run create and update store nothing")
	dry := []string{metav1.DryRunAll}
	Must(client.Create(ctx, configMap("dry", nil, nil), metav1.CreateOptions{DryRun: dry}))
	Refuse(client.Get(ctx, "dry", metav1.GetOptions{}))(404, metav1.StatusReasonNotFound)
	changed := made.DeepCopy()
	changed.Data["colour"] = "green"
	Equal("answer", Must(client.Update(ctx, changed, metav1.UpdateOptions{DryRun: dry})).Data["colour"], "green")
	Equal("stored", Must(client.Get(ctx, "first", metav1.GetOptions{})), made)

	s.Step("update, update without a change, and a stale update")
	updated := Must(client.Update(ctx, changed, metav1.UpdateOptions{FieldManager: "painter"}))
	True(updated.ResourceVersion != made.ResourceVersion, "the resourceVersion stayed")
	Equal("resourceVersion after an update without a change", Must(client.Update(ctx, updated, metav1.UpdateOptions{FieldManager: "painter"})).ResourceVersion, updated.ResourceVersion)
	Refuse(client.Update(ctx, changed, metav1.UpdateOptions{}))(409, metav1.StatusReasonConflict)
	foreign := updated.DeepCopy()
	foreign.UID = "00000000-0000-0000-0000-000000000000"
	Refuse(client.Update(ctx, foreign, metav1.UpdateOptions{}))(409, metav1.StatusReasonConflict)

	s.Step("RetryOnConflict gets through")
	tries := 0
	Check(retry.RetryOnConflict(retry.DefaultRetry, func() error {
		mine := Must(client.Get(ctx, "first", metav1.GetOptions{}))
		if tries++; tries < 3 {
			theirs := mine.DeepCopy()
			theirs.Data["tries"] = strings.Repeat("x", tries)
			Must(client.Update(ctx, theirs, metav1.UpdateOptions{}))
		}
		mine.Data["colour"] = "red"
		_, err := client.Update(ctx, mine, metav1.UpdateOptions{})
		return err
	}))
	Equal("tries", tries, 3)
	last := Must(client.Get(ctx, "first", metav1.GetOptions{}))
	Equal("both writers' values", []string{last.Data["colour"], last.Data["tries"]}, []string{"red", "xx"})

	s.Step("immutable ConfigMap refuses new data")
	last.Immutable = new(bool)
	*last.Immutable = true
	last = Must(client.Update(ctx, last, metav1.UpdateOptions{}))
	last.Data["colour"] = "black"
	Refuse(client.Update(ctx, last, metav1.UpdateOptions{}))(422, metav1.StatusReasonInvalid)

	selections(s)
}

// selections: lists by label and field, with resource versions.
func selections(s *S) {
	ctx, client := s.Context, s.Clients.CoreV1().Secrets(s.Namespace)
	s.Step("list with label and field selectors")
	for name, kind := range map[string]corev1.SecretType{"plain-a": corev1.SecretTypeOpaque, "plain-b": corev1.SecretTypeOpaque, "basic": corev1.SecretTypeBasicAuth} {
		labels := map[string]string{"app": strings.SplitN(name, "-", 2)[0], name: ""}
		secret := &corev1.Secret{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}, Type: kind, StringData: map[string]string{"password": name}}
		Equal("data made of stringData", string(Must(client.Create(ctx, secret, metav1.CreateOptions{})).Data["password"]), name)
	}
	list := func(label, field string) []string {
		return names(Must(client.List(ctx, metav1.ListOptions{LabelSelector: label, FieldSelector: field})).Items)
	}
	Equal("app=plain", list("app=plain", ""), []string{"plain-a", "plain-b"})
	Equal("in, exists, not", list("app in (plain,basic),plain-b", ""), []string{"plain-b"})
	Equal("not in", list("app notin (plain),app", ""), []string{"basic"})
	Equal("type", list("", "type=Opaque"), []string{"plain-a", "plain-b"})
	Equal("name and type", list("app=plain", "metadata.name!=plain-a,type=Opaque"), []string{"plain-b"})
	Refuse(client.List(ctx, metav1.ListOptions{FieldSelector: "data.password=x"}))(400, metav1.StatusReasonBadRequest)
	Refuse(client.List(ctx, metav1.ListOptions{LabelSelector: "a=b=c"}))(400, metav1.StatusReasonBadRequest)

	s.Step("list and get at resource versions")
	all := Must(client.List(ctx, metav1.ListOptions{}))
	for _, version := range []string{"", "0", all.ResourceVersion} {
		same := Must(client.List(ctx, metav1.ListOptions{ResourceVersion: version}))
		Equal("items at "+version, names(same.Items), names(all.Items))
	}
	exact := metav1.ListOptions{ResourceVersion: all.ResourceVersion, ResourceVersionMatch: metav1.ResourceVersionMatchExact}
	Check(client.Delete(ctx, "basic", metav1.DeleteOptions{}))
	past := Must(client.List(ctx, exact))
	Equal("items of the past", names(past.Items), []string{"basic", "plain-a", "plain-b"})
	Equal("resourceVersion of the past", past.ResourceVersion, all.ResourceVersion)
	Equal("items now", list("", ""), []string{"plain-a", "plain-b"})
	Equal("get at 0", Must(client.Get(ctx, "plain-a", metav1.GetOptions{ResourceVersion: "0"})).Name, "plain-a")
	everywhere := Must(s.Clients.CoreV1().Secrets("").List(ctx, metav1.ListOptions{LabelSelector: "app=plain", FieldSelector: "metadata.namespace=" + s.Namespace}))
	Equal("in all namespaces", names(everywhere.Items), []string{"plain-a", "plain-b"})
}

// gone reports whether a get says that the object is not there.
func gone[T any](get func(context.Context, string, metav1.GetOptions) (T, error), s *S, name string) {
	_, err := get(s.Context, name, metav1.GetOptions{})
	True(apierrors.IsNotFound(err), "%s is still there or cannot be asked for: %v", name, err)
}
