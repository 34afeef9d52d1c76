//! LIST of all pods in every form, and of some of them. Called by `main`.

use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use super::start::mebibytes;
use crate::connection::{Connection, Timing};
use crate::equal::{self, Rules};
use crate::figures::{CPU, Figure, Unit};
use crate::load::{Load, Watch, milliseconds};
use crate::objects::{NAMESPACE, NODES, SLOTS};
use crate::side::Side;

/// A LIST is repeated until the server has used this much CPU time, so that one of them says what many do,
const ENOUGH: Duration = Duration::from_millis(300);
/// but not more often than this.
const MOST: usize = 40;

/// One kind of LIST.
pub(crate) struct Variant {
    pub(crate) name: &'static str,
    query: &'static str,
    headers: &'static [(&'static str, &'static str)],
    at_once: usize,
}

const JSON: &[(&str, &str)] = &[("Accept", "application/json")];
const PROTOBUF: &[(&str, &str)] = &[("Accept", "application/vnd.kubernetes.protobuf")];
const GZIP: &[(&str, &str)] = &[("Accept", "application/json"), ("Accept-Encoding", "gzip")];
const TABLE: &[(&str, &str)] = &[("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")];
const METADATA: &[(&str, &str)] = &[("Accept", "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io")];

const fn variant(name: &'static str, query: &'static str, headers: &'static [(&'static str, &'static str)]) -> Variant {
    Variant { name, query, headers, at_once: 1 }
}

/// All kinds; the limit of pages is one of its own below.
pub(crate) const VARIANTS: [Variant; 9] = [
    variant("LIST JSON", "?resourceVersion=0", JSON),
    variant("LIST JSON, consistent", "", JSON),
    variant("LIST protobuf", "?resourceVersion=0", PROTOBUF),
    variant("LIST gzip JSON", "?resourceVersion=0", GZIP),
    variant("LIST Table", "?resourceVersion=0", TABLE),
    variant("LIST metadata only", "?resourceVersion=0", METADATA),
    variant("LIST label selector 2 %", "?resourceVersion=0&labelSelector=slot%3Ds7", JSON),
    variant("LIST field selector 1 %", "?resourceVersion=0&fieldSelector=spec.nodeName%3Dnode-7", JSON),
    Variant { name: "LIST JSON, 8 at once", query: "?resourceVersion=0", headers: JSON, at_once: 8 },
];

impl Variant {
    fn path(&self) -> String {
        format!("/api/v1/namespaces/{NAMESPACE}/pods{}", self.query)
    }

    /// Number of items that the answer must have.
    fn items(&self, pods: usize) -> usize {
        let share = |parts: usize| (0..pods).filter(|index| index % parts == 7).count();
        match self.query {
            query if query.contains("labelSelector") => share(SLOTS),
            query if query.contains("fieldSelector") => share(NODES),
            _ => pods,
        }
    }

    /// Whether the server answers at all, with everything that it has.
    pub(crate) fn check(&self, side: &Side, pods: usize) -> Result<()> {
        let whole = side.ask("GET", &self.path(), self.headers, None)?;
        ensure!(whole.status == 200, "status {} ({})", whole.status, whole.text());
        let wanted = self.headers.first().map_or("", |(_, accept)| accept.split(';').next().unwrap_or_default());
        ensure!(whole.media.starts_with(wanted), "media type {:?}", whole.media);
        let name: &[u8] = b"pod-0";
        let found = whole.body.windows(name.len()).filter(|window| *window == name).count();
        ensure!(found >= self.items(pods), "{found} names of {} pods", self.items(pods));
        Ok(())
    }

    /// Whether both sides give the same answer.
    pub(crate) fn compare(&self, reference: &Side, ours: &Side, rules: Rules) -> Result<()> {
        let ask = |side: &Side| side.ask("GET", &self.path(), self.headers, None);
        equal::compare(&ask(reference)?, &ask(ours)?, rules)
    }

    /// What the first LIST of its kind costs, before the server can have kept anything of it; none for several at once.
    pub(crate) fn measure_first(&self, side: &Side) -> Result<Vec<Figure>> {
        if self.at_once > 1 {
            return Ok(Vec::new());
        }
        let mut connection = Connection::open(&side.endpoint)?;
        let watch = Watch::start(side)?;
        let timing = self.fetch(side, &mut connection)?;
        let cpu = watch.stop(side)?.cpu_figures(1, Unit::Milliseconds).into_iter().find(|figure| figure.name == CPU);
        let cpu = cpu.map(|figure| Figure::new("the first one, server CPU", figure.unit, figure.value));
        let wall = Figure::new("the first one, wall", Unit::Milliseconds, milliseconds(timing.whole));
        Ok(cpu.into_iter().chain([wall]).collect())
    }

    pub(crate) fn measure(&self, side: &Side) -> Result<Vec<Figure>> {
        if self.at_once > 1 { self.measure_at_once(side) } else { self.measure_alone(side) }
    }

    fn fetch(&self, side: &Side, connection: &mut Connection) -> Result<Timing> {
        let request = side.endpoint.request("GET", &self.path(), self.headers, None);
        let (answer, timing) = connection.exchange(&request, |_| ())?;
        ensure!(answer.status == 200, "{}: status {}", self.name, answer.status);
        Ok(timing)
    }

    fn measure_alone(&self, side: &Side) -> Result<Vec<Figure>> {
        let mut connection = Connection::open(&side.endpoint)?;
        let watch = Watch::start(side)?;
        let used = |side: &Side| -> Result<Duration> { Ok(side.cpu()?.into_iter().map(|(_, time)| time).sum()) };
        let before = used(side)?;
        let mut timings = Vec::new();
        while timings.is_empty() || timings.len() < MOST && used(side)?.saturating_sub(before) < ENOUGH {
            timings.push(self.fetch(side, &mut connection)?);
        }
        Ok(figures(watch.stop(side)?, &mut timings))
    }

    fn measure_at_once(&self, side: &Side) -> Result<Vec<Figure>> {
        let connections = (0..self.at_once).map(|_| Connection::open(&side.endpoint)).collect::<Result<Vec<_>>>()?;
        let before = side.memory()?;
        side.reset_peak()?;
        let watch = Watch::start(side)?;
        std::thread::scope(|scope| {
            let fetching: Vec<_> = connections
                .into_iter()
                .map(|mut connection| scope.spawn(move || self.fetch(side, &mut connection).map(drop)))
                .collect();
            fetching.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| bail!("a client panicked")))
        })?;
        let load = watch.stop(side)?;
        let extra = side.memory()?.peak.saturating_sub(before.resident);
        let mut figures = load.cpu_figures(1, Unit::Milliseconds);
        figures.push(Figure::new("wall", Unit::Milliseconds, milliseconds(load.wall)));
        figures.push(Figure::new("extra peak memory", Unit::MebiBytes, mebibytes(extra)));
        Ok(figures)
    }
}

fn figures(load: Load, timings: &mut [Timing]) -> Vec<Figure> {
    let mut figures = load.cpu_figures(timings.len(), Unit::Milliseconds);
    let mut middle = |of: fn(&Timing) -> Duration| {
        timings.sort_unstable_by_key(of);
        timings.get(timings.len() / 2).map(of).unwrap_or_default()
    };
    figures.push(Figure::new("wall", Unit::Milliseconds, milliseconds(middle(|timing| timing.whole))));
    figures.push(Figure::new("first byte", Unit::Milliseconds, milliseconds(middle(|timing| timing.first_byte))));
    let bytes = timings.first().map_or(0, |timing| timing.bytes);
    figures.push(Figure::new("transferred", Unit::MebiBytes, mebibytes(bytes)));
    figures
}

/// Name of the workload that reads everything in pages.
pub(crate) const PAGES: &str = "LIST JSON, pages of 500";

/// Reads everything in pages of 500, as clients do that do not want it all at once.
pub(crate) fn measure_pages(side: &Side, pods: usize) -> Result<Vec<Figure>> {
    let mut connection = Connection::open(&side.endpoint)?;
    let watch = Watch::start(side)?;
    let (mut path, mut pages) = (format!("/api/v1/namespaces/{NAMESPACE}/pods?limit=500"), 0);
    loop {
        let mut tail = Vec::new();
        let request = side.endpoint.request("GET", &path, JSON, None);
        let (answer, _) = connection.exchange(&request, |piece| {
            // The token stands in the list's metadata, near its beginning.
            let room = 2048_usize.saturating_sub(tail.len());
            tail.extend_from_slice(piece.get(..room).unwrap_or(piece));
        })?;
        ensure!(answer.status == 200, "{path}: status {}", answer.status);
        pages += 1;
        let head = String::from_utf8_lossy(&tail);
        let token = head.split_once(r#""continue":""#).and_then(|(_, rest)| rest.split('"').next());
        match token.filter(|token| !token.is_empty()) {
            Some(token) => path = format!("/api/v1/namespaces/{NAMESPACE}/pods?limit=500&continue={token}"),
            None => break,
        }
    }
    ensure!(pages == pods.div_ceil(500), "{pages} pages of {pods} pods");
    let load = watch.stop(side).context("measuring pages")?;
    let mut figures = load.cpu_figures(1, Unit::Milliseconds);
    figures.push(Figure::new("wall", Unit::Milliseconds, milliseconds(load.wall)));
    Ok(figures)
}
