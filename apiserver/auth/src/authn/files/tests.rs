//! Files that change under a running authenticator.

use http::HeaderMap;
use pki::{ClusterPki, KeyPair, ServerNames};
use sys::sim::Sim;

use super::*;
use crate::Credentials;

const TOKENS: &str = "/keys/tokens.csv";
const PASSWORDS: &str = "/keys/basic.csv";
const CLIENT_CA: &str = "/keys/ca.crt";

struct World {
    sys: Sys,
    own: ClusterPki,
    other: ClusterPki,
}

fn authority(sys: &Sys) -> ClusterPki {
    ClusterPki::in_memory(sys, &ServerNames::default()).unwrap()
}

fn world() -> World {
    let sys = Sim::new(1).sys();
    sys.disk.create_dir(Path::new("/keys"), 0o700).unwrap();
    World { own: authority(&sys), other: authority(&sys), sys }
}

impl World {
    fn write(&self, path: &str, content: &str) {
        self.sys.disk.write(Path::new(path), content.as_bytes(), 0o600).unwrap();
    }

    fn open(&self) -> Result<Authenticator, FileError> {
        let file = |path: &str| self.sys.disk.exists(Path::new(path)).unwrap().then(|| PathBuf::from(path));
        let files = Files { client_ca: file(CLIENT_CA), tokens: file(TOKENS), passwords: file(PASSWORDS) };
        files.open(&self.sys, vec![self.own.authority().clone()], true)
    }

    fn with_certificate(&self, authenticator: &Authenticator, pair: &KeyPair) -> bool {
        let (headers, now) = (HeaderMap::new(), self.sys.clock.wall().seconds());
        authenticator.authenticate(&Credentials { certificates: &pair.chain, headers: &headers, now }).is_ok()
    }
}

fn accepts(authenticator: &Authenticator, authorization: &str) -> bool {
    let mut headers = HeaderMap::new();
    headers.insert("authorization", authorization.parse().unwrap());
    authenticator.authenticate(&Credentials { certificates: &[], headers: &headers, now: 0 }).is_ok()
}

/// Lets the task that follows a file have its turns.
async fn settle() {
    for _ in 0..32 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn tokens_are_read_again_and_bad_files_change_nothing() {
    let world = world();
    world.write(TOKENS, "one,jane,1\n");
    let authenticator = world.open().unwrap();
    let check = async |act: &dyn Fn(), token: &str, expect: bool| {
        act();
        settle().await;
        assert_eq!(accepts(&authenticator, &format!("Bearer {token}")), expect, "{token}");
    };
    check(&|| (), "one", true).await;
    check(&|| (), "two", false).await;
    check(&|| world.write(TOKENS, "two,jane,1\n"), "two", true).await;
    check(&|| (), "one", false).await;
    check(&|| world.write(TOKENS, "three\n"), "two", true).await;
    check(&|| world.sys.disk.remove(Path::new(TOKENS)).unwrap(), "two", true).await;
    check(&|| world.write(TOKENS, ""), "two", false).await;
    check(&|| world.write(TOKENS, "four,jane,1\n"), "four", true).await;
}

#[tokio::test]
async fn passwords_are_read_again() {
    let world = world();
    world.write(PASSWORDS, "x,y,1\n");
    let authenticator = world.open().unwrap();
    assert!(accepts(&authenticator, "Basic eTp4"));
    world.write(PASSWORDS, "z,y,1\n");
    settle().await;
    assert!(!accepts(&authenticator, "Basic eTp4"));
}

#[tokio::test]
async fn a_changed_authority_ends_old_verdicts() {
    let world = world();
    let (own, other) = (world.own.administrator(&world.sys).unwrap(), world.other.administrator(&world.sys).unwrap());
    world.write(CLIENT_CA, &world.other.authority_pem());
    let authenticator = world.open().unwrap();
    assert!(world.with_certificate(&authenticator, &own));
    assert!(world.with_certificate(&authenticator, &other));
    let (headers, now) = (HeaderMap::new(), world.sys.clock.wall().seconds());
    let accepted = authenticator.authenticate(&Credentials { certificates: &other.chain, headers: &headers, now }).unwrap();
    let verdict = accepted.verdict.unwrap();
    assert!(authenticator.recall(&verdict, now).is_some());
    world.write(CLIENT_CA, &authority(&world.sys).authority_pem());
    settle().await;
    assert!(authenticator.recall(&verdict, now).is_none());
    assert!(!world.with_certificate(&authenticator, &other));
    assert!(world.with_certificate(&authenticator, &own));
}

#[tokio::test]
async fn what_is_wrong_at_start_is_said_without_the_content() {
    let check = |path: &str, content: &str, expect: &str| {
        let world = world();
        world.write(path, content);
        let error = world.open().err().expect("a file that cannot be used").to_string();
        assert!(error.starts_with(path) && error.contains(expect) && !error.contains("canary"), "{error}");
        assert!(!error.contains('\n'), "{error}");
    };
    check(TOKENS, "ok,jane,1\ncanary,x\n", "line 2: 2 columns");
    check(PASSWORDS, "\"canary,x,1\n", "line 1: a quote");
    check(CLIENT_CA, "canary", "no certificate");
    check(CLIENT_CA, "-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----\n", "not a certificate");
    let world = world();
    let files = Files { tokens: Some(PathBuf::from("/keys/none")), ..Files::default() };
    let error = files.open(&world.sys, vec![world.own.authority().clone()], true).err().unwrap();
    assert!(error.to_string().starts_with("/keys/none: "), "{error}");
}

#[tokio::test]
async fn nobody_follows_a_file_for_an_authenticator_that_is_gone() {
    let world = world();
    world.write(TOKENS, "one,jane,1\n");
    let authenticator = world.open().unwrap();
    let gone = authenticator.downgrade();
    settle().await;
    drop(authenticator);
    settle().await;
    assert!(gone.upgrade().is_none());
    assert_eq!(std::sync::Arc::strong_count(&world.sys.disk), 1, "the task has ended");
}
