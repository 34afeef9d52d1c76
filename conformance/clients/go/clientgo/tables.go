package main

import (
	"encoding/json"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/rest"

	. "ferrokube.dev/conformance/clients/scenario"
)

// tableAccept is what kubectl sends, so that a server without tables can still answer.
const tableAccept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json"

func tableOf(s *S, request *rest.Request) *metav1.Table {
	table := &metav1.Table{}
	Check(json.Unmarshal(Must(request.SetHeader("Accept", tableAccept).DoRaw(s.Context)), table))
	Equal("kind", table.APIVersion+" "+table.Kind, "meta.k8s.io/v1 Table")
	return table
}

func columns(table *metav1.Table) string {
	titles := []string{}
	for _, column := range table.ColumnDefinitions {
		titles = append(titles, column.Name)
	}
	return strings.Join(titles, " ")
}

// tables: what kubectl prints, made by the server.
func tables(s *S) {
	core, apps := s.Clients.CoreV1().RESTClient(), s.Clients.AppsV1().RESTClient()
	s.Step("a list as a table")
	Must(s.Clients.CoreV1().ConfigMaps(s.Namespace).Create(s.Context, configMap("tabled", map[string]string{"a": "1", "b": "2"}, map[string]string{"part": "tables"}), metav1.CreateOptions{}))
	list := func() *rest.Request {
		return core.Get().Namespace(s.Namespace).Resource("configmaps").Param("labelSelector", "part=tables")
	}
	table := tableOf(s, list())
	Equal("content type", s.Wire.Last("/configmaps").Got, "application/json")
	Equal("columns", columns(table), "Name Data Age")
	Equal("rows", len(table.Rows), 1)
	Equal("cells", table.Rows[0].Cells[:2], []any{"tabled", float64(2)})
	partial := &metav1.PartialObjectMetadata{}
	Check(json.Unmarshal(table.Rows[0].Object.Raw, partial))
	Equal("the row's object", []string{partial.Kind, partial.Name, partial.Labels["part"]}, []string{"PartialObjectMetadata", "tabled", "tables"})
	Equal("no object", table.ResourceVersion != "" && len(tableOf(s, list().Param("includeObject", "None")).Rows[0].Object.Raw) == 0, true)
	whole := tableOf(s, list().Param("includeObject", "Object"))
	True(strings.Contains(string(whole.Rows[0].Object.Raw), `"data":{"a":"1","b":"2"}`), "object: %s", whole.Rows[0].Object.Raw)

	s.Step("one object as a table, with its kind's columns")
	Must(s.Clients.AppsV1().Deployments(s.Namespace).Create(s.Context, deployment("tabled", 2), metav1.CreateOptions{}))
	table = tableOf(s, apps.Get().Namespace(s.Namespace).Resource("deployments").Name("tabled"))
	Equal("columns", columns(table), "Name Ready Up-to-date Available Age Containers Images Selector")
	Equal("cells", table.Rows[0].Cells[:4], []any{"tabled", "0/2", float64(0), float64(0)})
	Equal("wide cells", table.Rows[0].Cells[5:], []any{"main", "registry.example.com/app:1", "app=tabled"})

	s.Step("a watch of tables")
	stream := Must(list().SetHeader("Accept", tableAccept).Param("watch", "true").Param("resourceVersion", "0").Stream(s.Context))
	defer stream.Close()
	event := struct {
		Type   string
		Object metav1.Table
	}{}
	decoder := json.NewDecoder(stream)
	Check(decoder.Decode(&event))
	Equal("first event", []any{event.Type, columns(&event.Object), event.Object.Rows[0].Cells[0]}, []any{"ADDED", "Name Data Age", "tabled"})
	Check(s.Clients.CoreV1().ConfigMaps(s.Namespace).Delete(s.Context, "tabled", metav1.DeleteOptions{}))
	event.Object = metav1.Table{}
	Check(decoder.Decode(&event))
	Equal("second event", []any{event.Type, columns(&event.Object), event.Object.Rows[0].Cells[0]}, []any{"DELETED", "", "tabled"})

	s.Step("an answer in a media type that nobody speaks")
	request := core.Get().Namespace(s.Namespace).Resource("configmaps").SetHeader("Accept", "application/xml")
	Refused(request.Do(s.Context).Error(), 406, metav1.StatusReasonNotAcceptable)
}
