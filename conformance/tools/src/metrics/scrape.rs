//! Reads the text format 0.0.4, strictly: what a scraper would stumble over is an error. Called by `record` and `check`; it judges nothing
//! else.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail, ensure};

/// One family.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Family {
    pub(super) kind: String,
    /// Label names of its series, without the bounds of buckets.
    pub(super) labels: BTreeSet<String>,
    /// Bounds of its buckets, in the order in which they stand.
    pub(super) buckets: Vec<String>,
}

/// Everything that was shown.
#[derive(Debug, Default)]
pub(super) struct Scrape {
    pub(super) families: BTreeMap<String, Family>,
    /// Samples by name and labels, as they stand; buckets are left out.
    pub(super) samples: BTreeMap<String, f64>,
}

impl Scrape {
    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut scrape = Self::default();
        let (mut current, mut help): (Option<String>, Option<&str>) = (None, None);
        for line in text.lines() {
            scrape.line(line, &mut current, &mut help).with_context(|| format!("in the line {line:?}"))?;
        }
        ensure!(text.ends_with('\n'), "the text does not end with a line's end");
        Ok(scrape)
    }

    fn line<'a>(&mut self, line: &'a str, current: &mut Option<String>, help: &mut Option<&'a str>) -> Result<()> {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            *help = Some(rest.split_once(' ').context("no help")?.0);
            return Ok(());
        }
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').context("no kind")?;
            ensure!(*help == Some(name), "no help before it");
            ensure!(current.as_deref().is_none_or(|last| last < name), "not in order");
            let family = Family { kind: kind.to_owned(), ..Family::default() };
            ensure!(self.families.insert(name.to_owned(), family).is_none(), "a second time");
            *current = Some(name.to_owned());
            return Ok(());
        }
        let name = current.as_deref().context("a sample before any family")?;
        let (series, value) = line.rsplit_once(' ').context("no value")?;
        let value: f64 = value.parse().context("no number")?;
        let (own, labels) = match series.split_once('{') {
            Some((own, rest)) => (own, labels(rest.strip_suffix('}').context("no end of labels")?)?),
            None => (series, Vec::new()),
        };
        let suffix = own.strip_prefix(name).context("of another family")?;
        let family = self.families.get_mut(name).context("of no family")?;
        let bound = labels.iter().find(|(label, _)| label == "le" || label == "quantile").map(|(_, bound)| bound.clone());
        match (family.kind.as_str(), suffix) {
            ("counter" | "gauge", "") | ("histogram" | "summary", "_sum" | "_count") => (),
            ("histogram", "_bucket") | ("summary", "") => {
                let bound = bound.context("no bound")?;
                if !family.buckets.contains(&bound) {
                    family.buckets.push(bound);
                }
                return Ok(());
            }
            (kind, suffix) => bail!("a {kind} has no {suffix:?}"),
        }
        family.labels.extend(labels.into_iter().map(|(label, _)| label));
        ensure!(self.samples.insert(series.to_owned(), value).is_none(), "a second time");
        Ok(())
    }
}

/// Names and values between braces.
fn labels(text: &str) -> Result<Vec<(String, String)>> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (name, quoted) = rest.split_once("=\"").context("no value of a label")?;
        ensure!(
            out.last().is_none_or(|(last, _)| last.as_str() < name || matches!(name, "le" | "quantile")),
            "labels are not in order"
        );
        let (mut value, mut chars) = (String::new(), quoted.char_indices());
        let end = loop {
            match chars.next().context("no end of a value")? {
                (at, '"') => break at,
                (_, '\\') => match chars.next().context("no end of an escape")?.1 {
                    'n' => value.push('\n'),
                    c @ ('\\' | '"') => value.push(c),
                    c => bail!("an unknown escape {c:?}"),
                },
                (_, c) => value.push(c),
            }
        };
        out.push((name.to_owned(), value));
        rest = &quoted[end + 1..];
        rest = rest.strip_prefix(',').unwrap_or(rest);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_read() {
        let text = "# HELP a x\n# TYPE a counter\na{b=\"1\",c=\"x\\\"\\\\\\n,}\"} 2\n# HELP h y z\n# TYPE h histogram\n\
                    h_bucket{b=\"\",le=\"0.5\"} 1\nh_bucket{b=\"\",le=\"+Inf\"} 1\nh_sum{b=\"\"} 1e-05\nh_count{b=\"\"} 1\n";
        let scrape = Scrape::parse(text).unwrap();
        assert_eq!(scrape.families["a"].labels, BTreeSet::from(["b".to_owned(), "c".to_owned()]));
        assert_eq!(scrape.families["h"].buckets, ["0.5", "+Inf"]);
        assert_eq!((scrape.samples.len(), scrape.samples["h_sum{b=\"\"}"]), (3, 1e-5));
    }

    #[test]
    fn what_scrapers_stumble_over_is_refused() {
        for text in [
            "a 1\n",
            "# HELP a x\n# TYPE a counter\na 1",
            "# HELP a x\n# TYPE a counter\nb 1\n",
            "# HELP a x\n# TYPE a counter\na 1\na 1\n",
            "# HELP a x\n# TYPE a counter\na{b=\"1} 1\n",
            "# HELP a x\n# TYPE a counter\na{c=\"1\",b=\"1\"} 1\n",
            "# HELP a x\n# TYPE a counter\na one\n",
            "# HELP b x\n# TYPE b counter\nb 1\n# HELP a x\n# TYPE a counter\na 1\n",
            "# TYPE a counter\na 1\n",
            "# HELP h x\n# TYPE h histogram\nh 1\n",
        ] {
            assert!(Scrape::parse(text).is_err(), "{text}");
        }
    }
}
