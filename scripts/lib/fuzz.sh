#!/usr/bin/env bash
# Runs the fuzz targets one after another: `scripts/lib/fuzz.sh [seconds for each target, or "fixed"] [target...]`. Fails on the first
# input that breaks a property, takes too long or too much memory, and says how to run it again.
#
# "fixed" (the default, and what scripts/test runs) tries the same inputs on every machine: a fixed number of them, from a fixed seed,
# grown from the committed seeds alone, so that a failure there was caused by the change that shows it. With seconds the inputs are new
# every time, and what was found to be interesting is kept in the target folder for the next run: that is how to look for faults.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/lib/setup.sh

seconds=${1:-fixed}
shift || true
# Seconds that a target may take for its fixed inputs: far more than it needs, so that the number of inputs decides.
fixed_inputs=40000
fixed_seconds=120
need_cxx_compiler
need_rust

host=$(rustc -vV | sed -n 's/^host: //p')
work=${CARGO_TARGET_DIR:-target}/fuzz
# What the engine needs to see: which edges ran, and what was compared with what. Stable options of rustc; with --target they do not
# reach build scripts and macros. A folder of its own keeps the flags from rebuilding everything else.
flags="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters"
flags+=" -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=4"
from=$(date +%s)
RUSTFLAGS="$flags" cargo build --locked --quiet --profile fuzz --target "$host" --target-dir "$work" \
  --package fuzz --features engine --bin fuzz
echo "fuzz: built in $(($(date +%s) - from)) s"

binary=$work/$host/fuzz/fuzz
[ $# -gt 0 ] || set -- $(ls fuzz/seeds)
for target in "$@"; do
  found=$work/found/$target
  if [ "$seconds" = fixed ]; then
    corpus=$work/fixed/$target
    rm -rf "$corpus"
    effort=(-runs="$fixed_inputs" -seed=1 -max_total_time="$fixed_seconds")
  else
    corpus=$work/corpus/$target
    effort=(-max_total_time="$seconds")
  fi
  mkdir -p "$corpus" "$found"
  log=$work/$target.log
  if ! FUZZ_TARGET=$target "$binary" "$corpus" "fuzz/seeds/$target" "${effort[@]}" -max_len=8192 -timeout=10 \
    -rss_limit_mb=2048 -artifact_prefix="$found/" -print_final_stats=1 >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
    die "fuzz target $target failed; run it again with: FUZZ_TARGET=$target $binary ${input:-"(see $log)"}"
  fi
  echo "fuzz: $target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs," \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1) edges"
done
