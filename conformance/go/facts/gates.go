package main

import (
	"sort"

	"k8s.io/apimachinery/pkg/util/version"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/component-base/featuregate"
	// Registers the gates that the API server knows, its own and those of everything in it.
	_ "k8s.io/kubernetes/cmd/kube-apiserver/app"
)

// gate is a feature gate: what it is like from each release on, oldest first.
type gate struct {
	Name     string     `json:"name"`
	Requires []string   `json:"requires,omitempty"`
	Specs    []gateSpec `json:"specs"`
}

type gateSpec struct {
	Since   string `json:"since"`
	Default bool   `json:"default"`
	Stage   string `json:"stage"`
	Locked  bool   `json:"locked,omitempty"`
	// MinCompatibility is the release with which the cluster must no longer be compatible for this to hold.
	MinCompatibility string `json:"minCompatibility,omitempty"`
}

// writeGates records every feature gate of the API server.
func writeGates(path string) error {
	known := utilfeature.DefaultMutableFeatureGate.GetAllVersioned()
	requires := utilfeature.DefaultMutableFeatureGate.Dependencies()
	var gates []any
	names := make([]string, 0, len(known))
	for name := range known {
		names = append(names, string(name))
	}
	sort.Strings(names)
	for _, name := range names {
		g := gate{Name: name}
		for _, other := range requires[featuregate.Feature(name)] {
			g.Requires = append(g.Requires, string(other))
		}
		sort.Strings(g.Requires)
		for _, s := range known[featuregate.Feature(name)] {
			spec := gateSpec{Since: s.Version.String(), Default: s.Default, Stage: stage(s), Locked: s.LockToDefault}
			if s.MinCompatibilityVersion != nil && s.MinCompatibilityVersion.GreaterThan(zero) {
				spec.MinCompatibility = s.MinCompatibilityVersion.String()
			}
			g.Specs = append(g.Specs, spec)
		}
		gates = append(gates, g)
	}
	return writeSections(path, section{"gates", gates})
}

var zero = version.MajorMinor(0, 0)

func stage(spec featuregate.FeatureSpec) string {
	if spec.PreRelease == featuregate.GA {
		return "GA"
	}
	return string(spec.PreRelease)
}
