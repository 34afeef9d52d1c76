package roundtrip

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// compared is what the Rust side prints for each of its comparisons with Go; a run that compared less has failed.
var compared = regexp.MustCompile(`test \S+::(go_fills_in_the_same|go_reads_and_prints_the_same|go_reads_and_writes_the_same_protobuf|published_data_comes_out_as_it_went_in) \.\.\. ok`)

// TestOursAndGoAgree has Go read and write what ferrokube's codecs write and read: 200 random objects of every type, with and without
// defaults, and upstream's published files of this and earlier releases, in JSON and in protobuf. The objects are made on the Rust side
// out of the generated tables; Go is the oracle built from ./cmd.
func TestOursAndGoAgree(t *testing.T) {
	cargo, err := exec.LookPath("cargo")
	if err != nil {
		t.Fatalf("cargo is missing: the other side of the comparison is built with it: %v", err)
	}
	oracle := filepath.Join(t.TempDir(), "roundtrip")
	if out, err := exec.Command("go", "build", "-o", oracle, "./cmd").CombinedOutput(); err != nil {
		t.Fatalf("building the oracle: %v\n%s", err, out)
	}
	test := exec.Command(cargo, "test", "--locked", "--package", "kinds", "--test", "roundtrip", "--", "--include-ignored")
	test.Dir = filepath.Join("..", "..", "..")
	test.Env = append(os.Environ(), "FERROKUBE_GO_ORACLE="+oracle)
	out, err := test.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
	if found := compared.FindAll(out, -1); len(found) != 4 {
		t.Fatalf("%d comparisons with Go ran, not 4", len(found))
	}
}
