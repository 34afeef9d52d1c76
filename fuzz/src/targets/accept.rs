//! `Accept` headers: any text can be read, and nothing is made up.

use std::str;

use meta::accept;

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let clauses = accept::clauses(text);
    assert!(clauses.len() <= text.split(',').count(), "more clauses than were written");
    for clause in &clauses {
        for part in [clause.kind, clause.subtype] {
            assert!(part == "*" || text.contains(part), "{part}");
        }
        assert!(clause.takes(clause.kind, clause.subtype), "{clause:?}");
        if let Some(value) = clause.param("as") {
            assert!(text.contains(value), "{value}");
        }
    }
}
