//! What counting costs: finding a series by its labels, adding to it, all that the API server counts of a GET, and writing the text of many.
//!
//! ```sh
//! cargo run --release -p daemon --example metrics_cost
//! ```
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "an example prints and measures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use daemon::metrics::{About, Counters, Histogram, Histograms, Registry, Stability, Unit};
use sys::Clock;

const ROUNDS: usize = 21;
const TIMES: u32 = 50_000;
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
    let (clock, get) = (sys::real().clock, Get::new(&registry));
    measure("look at the clock", || black_box(clock.tick()));
    measure("all that is counted of a GET", || get.count(&*clock));
    let began = Instant::now();
    let text = registry.text(&[]);
    println!(
        "{:44} {:8.1} ms, {} KiB",
        "text of 2,000 counters and histograms",
        began.elapsed().as_secs_f64() * 1e3,
        text.len() / 1024
    );
}

/// As many families as a GET of an object touches on its way through the API server, found and added to as there.
struct Get {
    routes: Counters<8>,
    validations: Histograms<1>,
    results: [Counters<1>; 3],
    times: [Histograms<1>; 4],
    /// The route's own, which are kept with it.
    ended: [Histogram; 3],
}

impl Get {
    fn new(registry: &Registry) -> Self {
        const RESULTS: [&str; 3] = ["get_users_total", "get_attempts_total", "get_decisions_total"];
        const TIMES: [&str; 4] =
            ["get_authentication_seconds", "get_filter_1_seconds", "get_authorisation_seconds", "get_filter_2_seconds"];
        const ENDED: [&str; 3] = ["get_seconds", "get_sli_seconds", "get_sizes"];
        let bounds: Vec<f64> = (1..=23).map(f64::from).collect();
        let about = |name| About::new(name, Stability::Alpha, "Of a GET.");
        let times = |name| registry.histograms(about(name), ["result"], Unit::Seconds, &bounds);
        let route = ["verb", "dry_run", "group", "version", "resource", "subresource", "scope", "component"];
        Self {
            routes: registry.counters(about("get_total"), route),
            validations: times("get_validation_seconds"),
            results: RESULTS.map(|name| registry.counters(about(name), ["result"])),
            times: TIMES.map(times),
            ended: ENDED.map(|name| times(name).with(["success"])),
        }
    }

    fn count(&self, clock: &dyn Clock) {
        let began = clock.tick();
        drop(self.validations.with([black_box("Strict")]));
        let route = self.routes.with(black_box(["GET", "", "apps", "v1", "deployments", "", "resource", "apiserver"]));
        for filter in self.times.chunks_exact(2) {
            let took = clock.tick().since(black_box(began));
            let took = took.max(clock.tick().since(began));
            filter.iter().for_each(|times| times.with([black_box("success")]).observe_time(took));
        }
        self.results.iter().for_each(|results| results.with([black_box("success")]).inc());
        let took = clock.tick().since(began);
        route.inc();
        self.ended.iter().for_each(|times| times.observe_time(took));
    }
}

/// The best of several rounds and the one in the middle: they differ where the machine has other work.
fn measure<T>(what: &str, mut work: impl FnMut() -> T) {
    let mut rounds = [0.0; ROUNDS];
    for round in &mut rounds {
        let began = Instant::now();
        for _ in 0..TIMES {
            black_box(work());
        }
        *round = began.elapsed().as_nanos() as f64 / f64::from(TIMES);
    }
    rounds.sort_by(f64::total_cmp);
    println!("{what:44} {:8.1} ns, median {:8.1} ns", rounds[0], rounds[ROUNDS / 2]);
}
