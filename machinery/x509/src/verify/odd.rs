//! Odd certificates, and what the reference said of them (`testdata/odd`): every verdict is the same here, or named below with its reason.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::certificates_from_pem;

const ROOTS: &str = include_str!("../../testdata/odd/roots.pem");
const CHAINS: &str = include_str!("../../testdata/odd/chains.pem");
const ASKED: &str = include_str!("../../testdata/odd/asked.txt");
/// 2026-11-29, when the reference was asked.
const NOW: i64 = 1_795_910_400;

/// What we refuse and the reference does not: nobody is let in who should not be.
const STRICTER: [(&str, &str); 9] = [
    ("version-1-between", "the issuer has to be a root"),
    ("a-ca-between", "the issuer has to be a root"),
    ("version-1-by-only-example", "a root with name constraints issues by webpki's rules only"),
    ("only-org-a-hint-good", "webpki keeps constraints on directory names, which Go does not know and passes over"),
    ("only-org-a-hint-bad", "webpki keeps constraints on directory names, which Go does not know and passes over"),
    ("empty-eku", "RFC 5280 wants a purpose in the extension"),
    ("policy-critical", "webpki knows no policies"),
    ("by-rsa-1024", "webpki believes no RSA key below 2048 bits"),
    ("version-1-by-rsa-1024", "webpki believes no RSA key below 2048 bits"),
];
/// What we cannot read, or the reference cannot.
const READ_OTHERWISE: [(&str, &str); 3] = [
    ("name-multi-valued", "DER sorts what stands in one part of a name, this one is not sorted: the groups come in DER's order"),
    ("serial-long", "RFC 5280 allows 20 bytes"),
    ("serial-negative", "Go does not even shake hands; the number is of no use to us"),
];

/// What we say: none for a refusal, else name, id and groups.
fn ours(pem: &str, roots: &Roots) -> Option<Value> {
    let chain = certificates_from_pem(pem.as_bytes()).unwrap();
    let Identity { user, uid, mut groups, .. } = verify_client_chain(&chain, roots, NOW).ok()?.identity;
    if user.is_empty() {
        return Some(json!("system:anonymous"));
    }
    // As the authenticator does.
    if user == "system:anonymous" || groups.iter().any(|group| group == "system:unauthenticated") {
        return Some(json!(user));
    }
    groups.push("system:authenticated".to_owned());
    Some(json!([user, uid.unwrap_or_default(), groups]))
}

/// What the reference said, in the same form.
fn theirs(asked: &str) -> Option<Value> {
    match asked.split_once(' ') {
        Some(("user", user)) => Some(serde_json::from_str(user).unwrap()),
        // Who may not even ask for the own name.
        Some(("403", name)) => Some(json!(name)),
        // Nobody gets in whom the client's library, or the handshake, keeps out.
        None | Some(_) => None,
    }
}

/// Names of the cases with two verdicts.
fn differences(asked: &str) -> Vec<String> {
    let roots = Roots::from_pem(ROOTS.as_bytes()).unwrap();
    let chains: BTreeMap<&str, &str> = CHAINS.split("# ").skip(1).map(|part| part.split_once('\n').unwrap()).collect();
    let cases: Vec<_> = asked.lines().map(|line| line.split_once(' ').unwrap()).collect();
    assert_eq!(cases.len(), chains.len());
    let differ = cases.iter().filter(|(name, asked)| ours(chains[name], &roots) != theirs(asked));
    differ.map(|(name, _)| (*name).to_owned()).collect()
}

#[test]
fn verdicts_are_the_references() {
    let mut expect: Vec<&str> = STRICTER.iter().chain(&READ_OTHERWISE).map(|(name, _)| *name).collect();
    let mut found = differences(ASKED);
    expect.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expect);
    let refused =
        |name: &str| theirs(ASKED.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')).unwrap()).is_none();
    assert!(STRICTER.iter().all(|(name, _)| !refused(name)), "stricter means that they let somebody in");
}

#[test]
fn a_planted_difference_is_found() {
    let good = "plain user [\"jane\", \"\", [\"a\", \"system:authenticated\"]]";
    for planted in
        ["plain 401", "plain user [\"joe\", \"\", [\"a\", \"system:authenticated\"]]", "plain user [\"jane\", \"\", []]"]
    {
        assert!(ASKED.contains(good));
        assert!(differences(&ASKED.replace(good, planted)).contains(&"plain".to_owned()), "{planted}");
    }
    let planted = ASKED.replace("by-no-ca 401", "by-no-ca user [\"jane\", \"\", [\"a\", \"system:authenticated\"]]");
    assert!(differences(&planted).contains(&"by-no-ca".to_owned()));
}
