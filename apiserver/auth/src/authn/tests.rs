//! Which credential counts, and that a wrong one is the end.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use pki::{ClusterPki, ServerNames};
use sys::Sys;

use super::*;

const TOKENS: &str = "good,jane,1,\"a,b\"\nlow,joe,2,system:unauthenticated\n";
const PASSWORDS: &str = "word,basil,3,c\n";

struct World {
    sys: Sys,
    chain: Vec<CertificateDer<'static>>,
    roots: Roots,
}

fn world() -> World {
    let sys = sys::sim::Sim::new(1).sys();
    let pki = ClusterPki::in_memory(&sys, &ServerNames::default()).unwrap();
    let chain = pki.administrator(&sys).unwrap().chain;
    let roots = Roots::new(&[pki.authority().clone()]).unwrap();
    World { sys, chain, roots }
}

impl World {
    fn tokens(&self, file: &str) -> Option<Tokens> {
        Some(Tokens::read(file.as_bytes(), &*self.sys.entropy).unwrap().0)
    }

    fn passwords(&self, file: &str) -> Option<Passwords> {
        Some(Passwords::read(file.as_bytes(), &*self.sys.entropy).unwrap().0)
    }

    fn sources(&self) -> Sources {
        let roots = Some(self.roots.clone());
        Sources { roots, tokens: self.tokens(TOKENS), passwords: self.passwords(PASSWORDS), anonymous: true }
    }
}

fn basic(pair: &str) -> String {
    format!("Basic {}", STANDARD.encode(pair))
}

/// Headers as (name, value); names in lower case.
fn headers(list: &[(&'static str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in list {
        headers.append(*name, value.parse().unwrap());
    }
    headers
}

#[test]
fn verdicts_hold_until_the_chain_or_the_roots_end() {
    let world = world();
    let authenticator = Authenticator::new(Some(world.roots.clone()));
    let now = world.sys.clock.wall().seconds();
    let headers = HeaderMap::new();
    let ask = |now| authenticator.authenticate(&Credentials { certificates: &world.chain, headers: &headers, now });
    let accepted = ask(now).unwrap();
    assert_eq!(accepted.identity.groups, ["system:masters", AUTHENTICATED]);
    let verdict = accepted.verdict.unwrap();
    let recall = |now| authenticator.recall(&verdict, now).map(|accepted| accepted.identity);
    assert_eq!(recall(now), Some(accepted.identity));
    assert_eq!(recall(verdict.until + 1), None);
    assert!(ask(verdict.until + 1).is_err(), "an expired certificate");
    authenticator.replace_roots(Some(world.roots.clone()));
    assert_eq!(recall(now), None);
}

/// Asks without a certificate; gives the user's name, or why it was refused.
fn ask(authenticator: &Authenticator, list: &[(&'static str, &str)]) -> Result<String, String> {
    let headers = headers(list);
    let answer = authenticator.authenticate(&Credentials { certificates: &[], headers: &headers, now: 0 });
    answer.map(|accepted| accepted.identity.name).map_err(|refused| refused.to_string())
}

fn header(authenticator: &Authenticator, value: &str) -> Result<String, String> {
    ask(authenticator, &[("authorization", value)])
}

#[test]
fn a_wrong_credential_is_no_anonymous_request() {
    let nothing = Authenticator::new(None);
    let world = world();
    let everything = Authenticator::with(world.sources());
    let accepted = |by: &Authenticator, value: &str, name: &str| {
        assert_eq!(header(by, value).as_deref(), Ok(name), "{value:?}");
    };
    let refused = |by: &Authenticator, value: &str| assert!(header(by, value).is_err(), "{value:?}");
    for by in [&nothing, &everything] {
        assert_eq!(ask(by, &[]).as_deref(), Ok(ANONYMOUS));
        for no_credential in ["", "Bearer", "Bearer   ", "nonsense", "Digest x", "Bearer  good"] {
            accepted(by, no_credential, ANONYMOUS);
        }
        for wrong in ["Bearer token", "bearer token", "Bearer goo", "Bearer good2", "Bearer g ood"] {
            refused(by, wrong);
        }
    }
    accepted(&nothing, &basic("basil:word"), ANONYMOUS);
    refused(&nothing, "Bearer good");
    accepted(&everything, "Bearer good", "jane");
    accepted(&everything, "Bearer good and more", "jane");
    accepted(&everything, &basic("basil:word"), "basil");
    for wrong in ["basil:wor", "basil:", "nobody:word", "jane:good", ":"] {
        refused(&everything, &basic(wrong));
    }
    refused(&everything, "Basic nonsense");
    refused(&everything, "Basic");
    // A password is no token, nor a token a password.
    refused(&everything, "Bearer word");
    refused(&everything, &basic("jane:good"));
}

#[test]
fn without_anonymous_requests_everybody_needs_a_credential() {
    let world = world();
    let strict = Authenticator::with(Sources { anonymous: false, ..world.sources() });
    assert!(ask(&strict, &[]).is_err());
    assert!(header(&strict, "nonsense").is_err());
    assert_eq!(header(&strict, "Bearer good").as_deref(), Ok("jane"));
}

#[test]
fn of_several_credentials_the_strongest_decides() {
    let world = world();
    let authenticator = Authenticator::with(world.sources());
    let now = world.sys.clock.wall().seconds();
    let check = |certificate: bool, now: i64, list: &[(&'static str, &str)], expect: Option<&str>| {
        let headers = headers(list);
        let certificates = if certificate { &world.chain[..] } else { &[] };
        let answer = authenticator.authenticate(&Credentials { certificates, headers: &headers, now });
        let name = answer.ok().map(|accepted| accepted.identity.name);
        assert_eq!(name.as_deref(), expect, "{certificate} {now} {list:?}");
    };
    let protocols = |token: &str| format!("base64url.bearer.authorization.k8s.io.{}, x", URL_SAFE_NO_PAD.encode(token));
    let websocket = |header: &str, token: &str, expect: Option<&str>| {
        let protocols = protocols(token);
        let list = [
            ("upgrade", "websocket"),
            ("connection", "upgrade"),
            ("authorization", header),
            ("sec-websocket-protocol", &protocols),
        ];
        check(false, now, &list, expect);
    };
    check(true, now, &[("authorization", "Bearer good")], Some("kubernetes-admin"));
    check(true, now, &[("authorization", "Bearer wrong")], Some("kubernetes-admin"));
    // Upstream lets these in.
    check(true, i64::MAX, &[("authorization", "Bearer good")], None);
    check(true, i64::MAX, &[], None);
    websocket("Bearer wrong", "good", None);
    websocket(&basic("basil:wrong"), "good", None);
    websocket("Bearer good", "wrong", Some("jane"));
    websocket("nonsense", "good", Some("jane"));
    websocket("nonsense", "wrong", None);
    // Of two headers the first counts.
    check(false, now, &[("authorization", "Bearer good"), ("authorization", "Bearer wrong")], Some("jane"));
    check(false, now, &[("authorization", "Bearer wrong"), ("authorization", "Bearer good")], None);
}

#[test]
fn users_of_files_have_their_groups_and_one_more() {
    let world = world();
    let authenticator = Authenticator::with(world.sources());
    let check = |value: &str, uid: &str, groups: &[&str]| {
        let headers = headers(&[("authorization", value)]);
        let accepted = authenticator.authenticate(&Credentials { certificates: &[], headers: &headers, now: 0 }).unwrap();
        let found = accepted.identity;
        assert_eq!(
            (found.uid.as_str(), found.groups.as_slice()),
            (uid, &groups.iter().map(|g| (*g).to_owned()).collect::<Vec<_>>()[..])
        );
        assert!(found.extra.is_empty());
    };
    check("Bearer good", "1", &["a", "b", AUTHENTICATED]);
    check("Bearer low", "2", &[UNAUTHENTICATED]);
    check(&basic("basil:word"), "3", &["c", AUTHENTICATED]);
}

#[test]
fn what_is_replaced_counts_at_once() {
    let world = world();
    let authenticator = Authenticator::with(world.sources());
    assert!(authenticator.takes_passwords());
    authenticator.replace_tokens(world.tokens("new,jane,1"));
    assert!(header(&authenticator, "Bearer good").is_err());
    assert_eq!(header(&authenticator, "Bearer new").as_deref(), Ok("jane"));
    authenticator.replace_passwords(world.passwords("new,basil,3"));
    assert!(header(&authenticator, &basic("basil:word")).is_err());
    assert_eq!(header(&authenticator, &basic("basil:new")).as_deref(), Ok("basil"));
}

#[test]
fn credentials_are_forgotten() {
    let world = world();
    let authenticator = Authenticator::with(world.sources());
    let token = format!("base64url.bearer.authorization.k8s.io.{}", URL_SAFE_NO_PAD.encode("good"));
    let mut shown = headers(&[
        ("upgrade", "websocket"),
        ("connection", "upgrade"),
        ("authorization", "nonsense"),
        ("sec-websocket-protocol", &format!("v5.channel.k8s.io, {token}")),
    ]);
    let accepted = authenticator.authenticate(&Credentials { certificates: &[], headers: &shown, now: 0 }).unwrap();
    accepted.forget_credential(&mut shown);
    assert!(!shown.contains_key(AUTHORIZATION));
    assert_eq!(shown["sec-websocket-protocol"], "v5.channel.k8s.io");
}

#[test]
fn an_ignored_token_is_pointed_out() {
    let world = world();
    let authenticator = Authenticator::with(world.sources());
    let headers = headers(&[("authorization", "Bearer  good")]);
    let accepted = authenticator.authenticate(&Credentials { certificates: &[], headers: &headers, now: 0 }).unwrap();
    assert!(accepted.warning.is_some_and(|text| text.contains("extra space")));
}

#[test]
fn no_bytes_in_files_or_headers_do_harm() {
    let world = world();
    let authenticator = Authenticator::with(world.sources());
    let entropy = &*world.sys.entropy;
    let alphabet = b"a\",\n\r =:\0\xffbearBEARic.";
    let random = || -> Vec<u8> {
        let draw = |bound: usize| usize::try_from(entropy.below(bound as u64)).unwrap();
        (0..draw(40)).map(|_| alphabet[draw(alphabet.len())]).collect()
    };
    for _ in 0..20_000 {
        let bytes = random();
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
        for outcome in [Tokens::read(&bytes, entropy).map(|_| ()), Passwords::read(&bytes, entropy).map(|_| ())] {
            assert!(outcome.err().is_none_or(|malformed| (1..=lines).contains(&malformed.line)), "{bytes:?}");
        }
        for scheme in [&b""[..], b"Bearer ", b"Basic "] {
            let Ok(value) = http::HeaderValue::from_bytes(&[scheme, &bytes].concat()) else { continue };
            let mut headers = HeaderMap::new();
            headers.insert(AUTHORIZATION, value);
            let answer = authenticator.authenticate(&Credentials { certificates: &[], headers: &headers, now: 0 });
            assert!(answer.is_err() || answer.unwrap().identity.is_nobody(), "{bytes:?}");
        }
    }
}
