//! `Accept` headers, read as upstream reads them: which media types a client takes, the ones it likes best first. Called by the API
//! server's negotiation. It only reads: what can be served is the caller's business. Any text is valid input; what makes no sense is
//! passed over. Source: `munnerz/goautoneg`, apiserver `pkg/endpoints/handlers/negotiation`.

/// One clause of an `Accept` header.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause<'a> {
    /// The part before the slash; `*` for any.
    pub kind: &'a str,
    /// The part behind the slash; `*` for any.
    pub subtype: &'a str,
    /// `q`: 1 where absent, 0 where it is no number.
    pub quality: f64,
    /// The other parameters, the last one of a name first of all: later ones replace earlier ones.
    params: Vec<(&'a str, &'a str)>,
}

impl<'a> Clause<'a> {
    /// Reads one clause; none for what is no media type.
    fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.trim().split(';');
        let media = parts.next()?;
        let (kind, subtype) = match media.split_once('/') {
            Some((kind, subtype)) if !subtype.is_empty() && !subtype.trim_end_matches('/').contains('/') => {
                (kind.trim(), subtype.trim_end_matches('/').trim())
            }
            _ if media.trim_end_matches('/').trim() == "*" => ("*", "*"),
            _ => return None,
        };
        let mut clause = Self { kind, subtype, quality: 1.0, params: Vec::new() };
        for part in parts {
            let mut sides = part.split('=');
            let (Some(name), Some(value), None) = (sides.next(), sides.next().filter(|v| !v.is_empty()), sides.next()) else {
                continue;
            };
            match (name.trim(), value) {
                ("q", value) => clause.quality = value.parse().unwrap_or(0.0),
                (name, value) => clause.params.push((name, value.trim())),
            }
        }
        Some(clause)
    }

    /// Whether it takes this media type.
    #[must_use]
    pub fn takes(&self, kind: &str, subtype: &str) -> bool {
        (self.kind == kind && (self.subtype == subtype || self.subtype == "*")) || (self.kind == "*" && self.subtype == "*")
    }

    /// A parameter's value; none where it is absent.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&'a str> {
        self.params.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    /// Upstream's order, which is none: a clause that names its type goes before one that does not, whatever their quality, and the
    /// other way round.
    fn goes_before(&self, other: &Self) -> bool {
        self.quality > other.quality || (self.kind != "*" && other.kind == "*") || (self.subtype != "*" && other.subtype == "*")
    }
}

/// The clauses of a header, in the order in which upstream tries them.
#[must_use]
pub fn clauses(header: &str) -> Vec<Clause<'_>> {
    let mut clauses: Vec<Clause<'_>> = header.split(',').filter_map(Clause::parse).collect();
    if clauses.len() > A_DOZEN {
        // Go picks pivots there; where comparisons contradict each other its outcome is an accident that nobody can rely on.
        let named = |clause: &Clause<'_>| (clause.kind != "*", clause.subtype != "*");
        clauses.sort_by(|a, b| b.quality.total_cmp(&a.quality).then(named(b).cmp(&named(a))));
        return clauses;
    }
    // Insertion sort as Go sorts up to a dozen elements: the outcome of comparisons that contradict each other depends on it.
    for from in 1..clauses.len() {
        let mut at = from;
        while at > 0 && clauses[at].goes_before(&clauses[at - 1]) {
            clauses.swap(at, at - 1);
            at -= 1;
        }
    }
    clauses
}

/// So many elements Go sorts by insertion; more would take it, and us, quadratic time, and a header may hold a quarter of a million.
const A_DOZEN: usize = 12;

/// Whether a route that produces these types is taken at all: upstream's router compares whole types and knows `*/*`, no parameters.
#[must_use]
pub fn routable(header: &str, produces: &[&str]) -> bool {
    header.split(',').any(|clause| {
        let media = clause.split(';').next().unwrap_or_default().trim();
        media == "*/*" || produces.contains(&media)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(header: &str) -> Vec<String> {
        clauses(header).iter().map(|c| format!("{}/{}", c.kind, c.subtype)).collect()
    }

    #[test]
    fn the_best_liked_come_first() {
        for (header, expect) in [
            ("application/json;q=0.1, application/yaml", vec!["application/yaml", "application/json"]),
            ("*/*, application/json;q=0.5", vec!["application/json", "*/*"]),
            ("a/b;q=x,c/d", vec!["c/d", "a/b"]),
            ("*", vec!["*/*"]),
            ("a, b/, c/d/e, , ;q=1, f/g", vec!["f/g"]),
            ("", vec![]),
        ] {
            assert_eq!(order(header), expect, "{header}");
        }
    }

    #[test]
    fn many_clauses_are_sorted_in_time() {
        let header: String = (0..200_000).map(|n| format!("a/b;q=0.{n:06},*/*,")).collect();
        let clauses = clauses(&header);
        assert_eq!(clauses.len(), 400_000);
        assert!(clauses.is_sorted_by(|a, b| a.quality >= b.quality));
        assert_eq!(order("*/*,a/*,a/b,c/d;q=0.5,*/*,*/*,*/*,*/*,*/*,*/*,*/*,*/*,*/*")[..2], ["a/b", "a/*"]);
    }

    #[test]
    fn parameters_are_read_as_they_stand() {
        let header = "application/json; as=Table ;v=v1;g=meta.k8s.io;v=v2;x;y=;z=1=2, */*";
        let clauses = clauses(header);
        let table = &clauses[0];
        assert_eq!((table.param("as"), table.param("v"), table.param("g")), (Some("Table"), Some("v2"), Some("meta.k8s.io")));
        assert_eq!((table.param("x"), table.param("y"), table.param("z")), (None, None, None));
        assert!(table.takes("application", "json") && !table.takes("application", "yaml"));
        assert!(clauses[1].takes("application", "yaml"));
    }

    #[test]
    fn the_router_compares_whole_types() {
        let produces = ["application/json", "application/yaml"];
        for (header, expect) in
            [("application/json;as=Nope", true), ("text/html, */*;q=0.1", true), ("application/*", false), ("text/plain", false)]
        {
            assert_eq!(routable(header, &produces), expect, "{header}");
        }
    }
}
