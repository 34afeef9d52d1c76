//! Health checks by name, and the texts of `/healthz`, `/livez` and `/readyz` as upstream prints them. A check is a flag that its owner
//! sets and clears; nothing is probed when somebody asks. Source: apiserver `pkg/server/healthz/healthz.go`.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endpoint {
    /// `/healthz`.
    Health,
    /// `/livez`.
    Live,
    /// `/readyz`.
    Ready,
}

impl Endpoint {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Health, Self::Live, Self::Ready];

    /// Its name, as in the path and in the texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Health => "healthz",
            Self::Live => "livez",
            Self::Ready => "readyz",
        }
    }
}

/// Checks of one server, in the order in which they were added.
#[derive(Default)]
pub struct Registry {
    checks: Mutex<Vec<Check>>,
}

struct Check {
    name: &'static str,
    endpoints: &'static [Endpoint],
    well: bool,
    /// How often each endpoint found it well, and not.
    outcomes: [(u32, u32); Endpoint::ALL.len()],
}

/// What has become of a check so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The check.
    pub name: &'static str,
    /// Whether it is well now.
    pub well: bool,
    /// How often it was found well.
    pub passed: u32,
    /// How often it was not.
    pub failed: u32,
}

/// An answer: a status code and a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// 200, 404 or 500.
    pub code: u16,
    /// Plain text.
    pub body: String,
}

impl Registry {
    /// Adds a check. The names `ping` and `log` exist upstream everywhere and are worth having.
    pub fn add(&self, name: &'static str, endpoints: &'static [Endpoint], well: bool) {
        self.lock().push(Check { name, endpoints, well, outcomes: [(0, 0); Endpoint::ALL.len()] });
    }

    /// Sets or clears the flag of a check.
    pub fn set(&self, name: &str, well: bool) {
        for check in self.lock().iter_mut().filter(|check| check.name == name) {
            check.well = well;
        }
    }

    /// Names of the checks of an endpoint.
    #[must_use]
    pub fn names(&self, endpoint: Endpoint) -> Vec<&'static str> {
        self.lock().iter().filter(|c| c.endpoints.contains(&endpoint)).map(|c| c.name).collect()
    }

    /// What has become of the checks of an endpoint.
    #[must_use]
    pub fn tallies(&self, endpoint: Endpoint) -> Vec<Tally> {
        let checks = self.lock();
        let of_endpoint = checks.iter().filter(|c| c.endpoints.contains(&endpoint));
        let tally = |check: &Check| {
            let (passed, failed) = check.outcomes[endpoint as usize];
            Tally { name: check.name, well: check.well, passed, failed }
        };
        of_endpoint.map(tally).collect()
    }

    /// Answers a request for an endpoint. `verbose` shows every check; `excluded` checks do not count.
    #[must_use]
    pub fn answer(&self, endpoint: Endpoint, verbose: bool, excluded: &[&str]) -> Answer {
        let mut checks = self.lock();
        let mut unknown: BTreeSet<&str> = excluded.iter().copied().filter(|name| !name.is_empty()).collect();
        let (mut body, mut failed) = (String::new(), false);
        for check in checks.iter_mut().filter(|c| c.endpoints.contains(&endpoint)) {
            if unknown.remove(check.name) || excluded.contains(&check.name) {
                body.push_str(&format!("[+]{} excluded: ok\n", check.name));
            } else if check.well {
                check.outcomes[endpoint as usize].0 += 1;
                body.push_str(&format!("[+]{} ok\n", check.name));
            } else {
                failed = true;
                check.outcomes[endpoint as usize].1 += 1;
                body.push_str(&format!("[-]{} failed: reason withheld\n", check.name));
            }
        }
        if !unknown.is_empty() {
            let names: Vec<String> = unknown.iter().map(|name| format!("\"{name}\"")).collect();
            body.push_str(&format!("warn: some health checks cannot be excluded: no matches for {}\n", names.join(", ")));
        }
        if failed {
            body.push_str(&format!("{} check failed\n", endpoint.name()));
            return Answer { code: 500, body };
        }
        if verbose {
            body.push_str(&format!("{} check passed\n", endpoint.name()));
            return Answer { code: 200, body };
        }
        Answer { code: 200, body: "ok".to_owned() }
    }

    /// Answers a request for one check; none when the endpoint has no such check.
    #[must_use]
    pub fn answer_one(&self, endpoint: Endpoint, name: &str) -> Option<Answer> {
        let checks = self.lock();
        let check = checks.iter().find(|c| c.name == name && c.endpoints.contains(&endpoint))?;
        Some(match check.well {
            true => Answer { code: 200, body: "ok".to_owned() },
            false => Answer { code: 500, body: format!("internal server error: {name} failed: reason withheld\n") },
        })
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Check>> {
        self.checks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registry() -> Registry {
        let registry = Registry::default();
        registry.add("ping", &Endpoint::ALL, true);
        registry.add("store", &[Endpoint::Ready], false);
        registry
    }

    #[test]
    fn answers_read_as_upstreams() {
        let r = registry();
        let check = |endpoint, verbose, excluded: &[&str], code, body: &str| {
            assert_eq!(r.answer(endpoint, verbose, excluded), Answer { code, body: body.to_owned() });
        };
        check(Endpoint::Health, false, &[], 200, "ok");
        check(Endpoint::Health, true, &[], 200, "[+]ping ok\nhealthz check passed\n");
        check(Endpoint::Ready, false, &[], 500, "[+]ping ok\n[-]store failed: reason withheld\nreadyz check failed\n");
        check(Endpoint::Ready, true, &["store"], 200, "[+]ping ok\n[+]store excluded: ok\nreadyz check passed\n");
        let warned = "[+]ping ok\nwarn: some health checks cannot be excluded: no matches for \"nope\"\nlivez check passed\n";
        check(Endpoint::Live, true, &["nope"], 200, warned);
    }

    #[test]
    fn single_checks_follow_their_flag() {
        let r = registry();
        assert_eq!(r.answer_one(Endpoint::Ready, "store").map(|a| a.code), Some(500));
        r.set("store", true);
        assert_eq!(r.answer_one(Endpoint::Ready, "store").map(|a| a.code), Some(200));
        assert_eq!(r.answer_one(Endpoint::Live, "store"), None);
        assert_eq!(r.names(Endpoint::Ready), ["ping", "store"]);
    }

    #[test]
    fn outcomes_are_counted_by_endpoint() {
        let r = registry();
        let _ = r.answer(Endpoint::Ready, false, &[]);
        let _ = r.answer(Endpoint::Ready, false, &["store"]);
        let _ = r.answer(Endpoint::Live, false, &[]);
        let tally = |endpoint| r.tallies(endpoint).iter().map(|t| (t.name, t.well, t.passed, t.failed)).collect::<Vec<_>>();
        assert_eq!(tally(Endpoint::Ready), [("ping", true, 2, 0), ("store", false, 0, 1)]);
        assert_eq!(tally(Endpoint::Live), [("ping", true, 1, 0)]);
    }
}
