// Command cmd reads requests as JSON lines from its input and prints one answer line for each, in order; see package roundtrip.
// Flags set an option for every line.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"ferrokube.dev/conformance/roundtrip"
)

func main() {
	var all roundtrip.Options
	flag.BoolVar(&all.Strict, "strict", false, "report unknown and duplicate fields")
	flag.BoolVar(&all.Default, "default", false, "apply defaults")
	flag.BoolVar(&all.Protobuf, "protobuf", false, "go through protobuf and print its bytes too")
	flag.BoolVar(&all.Normal, "normal", false, "print what is left after protobuf and back too")
	flag.Parse()
	if err := run(os.Stdin, os.Stdout, all); err != nil {
		fmt.Fprintln(os.Stderr, "roundtrip:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, all roundtrip.Options) error {
	oracle, err := roundtrip.New()
	if err != nil {
		return err
	}
	lines := bufio.NewReaderSize(in, 1<<20)
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var r roundtrip.Request
			if err := json.Unmarshal(line, &r); err != nil {
				return fmt.Errorf("bad request line: %w", err)
			}
			r.Strict = r.Strict || all.Strict
			r.Default = r.Default || all.Default
			r.Protobuf = r.Protobuf || all.Protobuf
			r.Normal = r.Normal || all.Normal
			if err := answers.Encode(oracle.Ask(&r)); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
