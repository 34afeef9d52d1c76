//! The text format 0.0.4, byte for byte as Go's client writes it: families by name, labels by name, series by the values of their labels.

use super::cell::{Distribution, Value, float};
use super::number;
use super::registry::{Family, Rows};

/// What the text is; a client may name another way of escaping names, of which there are none here that need it.
pub const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Appends a family, unless it has no series.
pub(super) fn push(out: &mut String, family: &Family, rows: Rows) {
    if rows.0.is_empty() {
        return;
    }
    let about = family.about;
    out.push_str("# HELP ");
    out.push_str(about.name);
    out.push(' ');
    let mut help = String::new();
    if !about.stability.name().is_empty() {
        help = format!("[{}] ", about.stability.name());
    }
    if !about.deprecated.is_empty() {
        help.push_str(&format!("(Deprecated since {}) ", about.deprecated));
    }
    help.push_str(about.help);
    push_escaped(out, &help, false);
    out.push_str("\n# TYPE ");
    out.push_str(about.name);
    out.push(' ');
    out.push_str(family.kind.name());
    out.push('\n');

    let mut order: Vec<usize> = (0..family.labels.len()).collect();
    order.sort_by_key(|at| family.labels[*at]);
    let names: Vec<&str> = order.iter().map(|at| family.labels[*at]).collect();
    let sorted = |labels: Vec<String>| -> Vec<String> { order.iter().filter_map(|at| labels.get(*at).cloned()).collect() };
    let mut rows: Vec<(Vec<String>, Value)> = rows.0.into_iter().map(|(labels, value)| (sorted(labels), value)).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    for (values, value) in &rows {
        let labels: Vec<(&str, &str)> = names.iter().copied().zip(values.iter().map(String::as_str)).collect();
        let sample = Sample { name: about.name, labels: &labels };
        match value {
            Value::Number(number) => sample.push(out, "", None, *number),
            Value::Distribution(distribution) => push_distribution(out, &sample, distribution),
        }
    }
}

fn push_distribution(out: &mut String, sample: &Sample<'_>, distribution: &Distribution) {
    for (bound, count) in &distribution.buckets {
        sample.push(out, "_bucket", Some(*bound), float(*count));
    }
    let count = float(distribution.count);
    sample.push(out, "_bucket", Some(f64::INFINITY), count);
    sample.push(out, "_sum", None, distribution.sum);
    sample.push(out, "_count", None, count);
}

struct Sample<'a> {
    name: &'a str,
    labels: &'a [(&'a str, &'a str)],
}

impl Sample<'_> {
    fn push(&self, out: &mut String, suffix: &str, bound: Option<f64>, value: f64) {
        out.push_str(self.name);
        out.push_str(suffix);
        let mut separator = '{';
        for (name, value) in self.labels {
            out.push(separator);
            separator = ',';
            out.push_str(name);
            out.push_str("=\"");
            push_escaped(out, value, true);
            out.push('"');
        }
        if let Some(bound) = bound {
            out.push(separator);
            separator = ',';
            out.push_str("le=\"");
            number::push(out, bound);
            out.push('"');
        }
        if separator == ',' {
            out.push('}');
        }
        out.push(' ');
        number::push(out, value);
        out.push('\n');
    }
}

fn push_escaped(out: &mut String, text: &str, quoted: bool) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '"' if quoted => out.push_str("\\\""),
            c => out.push(c),
        }
    }
}
