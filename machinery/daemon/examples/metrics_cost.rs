//! What counting costs: finding a series by its labels, adding to it, and writing the text of many.
//!
//! ```sh
//! cargo run --release -p daemon --example metrics_cost
//! ```
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "an example prints and measures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use daemon::metrics::{About, Registry, Stability, Unit};

const TIMES: u32 = 1_000_000;
const ROUTES: usize = 2_000;

fn main() {
    let registry = Registry::default();
    let total = About::new("total", Stability::Stable, "Requests.");
    let labels = ["verb", "dry_run", "group", "version", "resource", "subresource", "scope", "component", "code"];
    let requests = registry.counters(total, labels);
    let bounds: Vec<f64> = (1..=23).map(f64::from).collect();
    let times = registry.histograms(About::new("seconds", Stability::Stable, "Times."), ["name"], Unit::Seconds, &bounds);
    for i in 0..ROUTES {
        let resource = format!("resource{i}");
        requests.with(["GET", "", "apps", "v1", &resource, "", "resource", "apiserver", "200"]).inc();
        times.with([&resource]).observe_time(Duration::from_millis(3));
    }
    let series = ["GET", "", "apps", "v1", "resource7", "", "resource", "apiserver", "200"];
    measure("find a series by nine labels and add to it", || requests.with(black_box(series)).inc());
    let counter = requests.with(series);
    measure("add to a counter", || black_box(&counter).inc());
    let histogram = times.with(["resource7"]);
    measure("add to a histogram", || black_box(&histogram).observe_time(Duration::from_millis(3)));
    let began = Instant::now();
    let text = registry.text(&[]);
    println!(
        "{:44} {:8.1} ms, {} KiB",
        "text of 2,000 counters and histograms",
        began.elapsed().as_secs_f64() * 1e3,
        text.len() / 1024
    );
}

fn measure(what: &str, mut work: impl FnMut()) {
    let began = Instant::now();
    for _ in 0..TIMES {
        work();
    }
    println!("{what:44} {:8.1} ns", began.elapsed().as_nanos() as f64 / f64::from(TIMES));
}
