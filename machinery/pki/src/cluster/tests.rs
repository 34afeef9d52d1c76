//! First and later starts on one folder.

use super::*;
use std::time::Duration;
use sys::sim::Sim;

const DIR: &str = "/data/pki";

fn names() -> ServerNames {
    ServerNames::api_server("10.96.0.1".parse().unwrap(), "cluster.local")
}

fn open(sim: &Sim) -> Result<ClusterPki, PkiError> {
    ClusterPki::open(&sim.sys(), Path::new(DIR), &names())
}

fn files(pki: &ClusterPki) -> Vec<&str> {
    pki.created().iter().map(|p| p.file_name().unwrap().to_str().unwrap()).collect()
}

fn pass(sim: &Sim, days: u64) {
    sim.advance(Duration::from_secs(days * 24 * 60 * 60));
}

fn remove(sim: &Sim, name: &str) {
    sim.sys().disk.remove(&Path::new(DIR).join(name)).unwrap();
}

#[test]
fn the_second_start_uses_what_the_first_made() {
    let sim = Sim::new(1);
    let first = open(&sim).unwrap();
    assert_eq!(files(&first), ["ca.key", "ca.crt", "apiserver.key", "apiserver.crt"]);
    let second = open(&sim).unwrap();
    assert!(second.created().is_empty());
    assert_eq!(first.authority(), second.authority());
    assert_eq!(first.server().chain, second.server().chain);
}

#[test]
fn the_server_has_its_names() {
    let pki = open(&Sim::new(1)).unwrap();
    let certificate = Certificate::parse(&pki.server().chain[0]).unwrap();
    let dns = ["kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local", "localhost"];
    assert_eq!(certificate.sans().unwrap().dns, dns);
    let ips: Vec<String> = certificate.sans().unwrap().ips.iter().map(ToString::to_string).collect();
    assert_eq!(ips, ["10.96.0.1", "127.0.0.1", "::1"]);
    assert_eq!(certificate.subject().unwrap().common_name, "kube-apiserver");
}

#[test]
fn the_server_certificate_is_replaced_when_it_must_be() {
    // A further name.
    let sim = Sim::new(2);
    let before = open(&sim).unwrap();
    let mut more = names();
    more.dns.push("api.example".to_owned());
    let after = ClusterPki::open(&sim.sys(), Path::new(DIR), &more).unwrap();
    assert_eq!(files(&after), ["apiserver.key", "apiserver.crt"]);
    assert_eq!(before.authority(), after.authority());
    // A certificate that covers more than is wanted stays.
    assert!(open(&sim).unwrap().created().is_empty());
    // Less than a third is left.
    pass(&sim, 240);
    assert!(open(&sim).unwrap().created().is_empty());
    pass(&sim, 4);
    let renewed = open(&sim).unwrap();
    assert_eq!(files(&renewed), ["apiserver.key", "apiserver.crt"]);
    assert_eq!(before.authority(), renewed.authority());
    assert!(open(&sim).unwrap().created().is_empty());
}

/// What is issued cannot outlive the authority, so near its end nothing is gained by issuing again and again.
#[test]
fn the_end_of_the_authority_is_warned_of() {
    let sim = Sim::new(7);
    let pki = open(&sim).unwrap();
    assert_eq!(pki.authority_ends_soon(&sim.sys()), None);
    pass(&sim, 3650 - 366);
    assert_eq!(open(&sim).unwrap().authority_ends_soon(&sim.sys()), None);
    pass(&sim, 2);
    let pki = open(&sim).unwrap();
    let end = Certificate::parse(pki.authority()).unwrap().validity().to;
    assert_eq!(pki.authority_ends_soon(&sim.sys()), Some(end));
    pass(&sim, 350);
    let renewed = open(&sim).unwrap();
    assert_eq!(Certificate::parse(&renewed.server().chain[0]).unwrap().validity().to, end);
    assert_eq!(files(&renewed), ["apiserver.key", "apiserver.crt"]);
    let administrator = pki.administrator_again(&sim.sys(), None).unwrap();
    assert!(open(&sim).unwrap().created().is_empty());
    let again = pki.administrator_again(&sim.sys(), Some(administrator.clone())).unwrap();
    assert_eq!(administrator.chain, again.chain);
}

#[test]
fn the_administrator_stays_the_same_until_the_end_is_near() {
    let sim = Sim::new(8);
    let pki = open(&sim).unwrap();
    let again = |before: &KeyPair| pki.administrator_again(&sim.sys(), Some(before.clone())).unwrap().chain == before.chain;
    let first = pki.administrator(&sim.sys()).unwrap();
    pass(&sim, 240);
    assert!(again(&first));
    pass(&sim, 4);
    assert!(!again(&first));
    // Somebody else's, another one's key, and those of another cluster are not taken over.
    let other = Subject { common_name: "jane".to_owned(), organizations: vec!["system:masters".to_owned()] };
    let plain = Subject { common_name: "kubernetes-admin".to_owned(), organizations: Vec::new() };
    for subject in [other, plain] {
        assert!(!again(&pki.client(&sim.sys(), subject).unwrap()));
    }
    let (good, second) = (pki.administrator(&sim.sys()).unwrap(), pki.administrator(&sim.sys()).unwrap());
    assert!(again(&good));
    assert!(!again(&KeyPair { chain: good.chain.clone(), key: second.key }));
    let foreign = ClusterPki::in_memory(&sim.sys(), &names()).unwrap();
    assert!(!again(&foreign.administrator(&sim.sys()).unwrap()));
}

/// No client would believe a new one.
#[test]
fn a_lost_authority_is_not_made_anew() {
    for lost in [&["ca.crt"][..], &["ca.crt", "ca.key"], &["ca.crt", "ca.key", "apiserver.crt"], &["ca.crt", "apiserver.key"]] {
        let sim = Sim::new(9);
        open(&sim).unwrap();
        lost.iter().for_each(|name| remove(&sim, name));
        let before = sim.sys().disk.list(Path::new(DIR)).unwrap();
        let error = open(&sim).unwrap_err().to_string();
        assert!(error.starts_with("/data/pki/ca.crt: missing, although apiserver."), "{error}");
        assert!(error.contains("restore it from a backup"), "{error}");
        assert_eq!(sim.sys().disk.list(Path::new(DIR)).unwrap(), before);
    }
}

/// The files are written one after the other; a crash leaves the first ones.
#[test]
fn a_crash_during_the_first_start_does_no_harm() {
    const ORDER: [&str; 4] = ["ca.key", "ca.crt", "apiserver.key", "apiserver.crt"];
    for written in 1..4 {
        let sim = Sim::new(3);
        let before = open(&sim).unwrap();
        ORDER[written..].iter().for_each(|name| remove(&sim, name));
        let after = open(&sim).unwrap();
        let of = |pki: &ClusterPki| Certificate::parse(pki.authority()).unwrap().public_key_der().unwrap();
        assert_eq!(of(&before), of(&after), "{written}");
        assert!(open(&sim).unwrap().created().is_empty(), "{written}");
    }
}

#[test]
fn a_lost_key_or_certificate_of_the_server_is_replaced() {
    for name in ["apiserver.crt", "apiserver.key"] {
        let sim = Sim::new(3);
        let before = open(&sim).unwrap();
        remove(&sim, name);
        let after = open(&sim).unwrap();
        assert_eq!(before.authority(), after.authority(), "{name}");
        assert_eq!(files(&after), ["apiserver.key", "apiserver.crt"], "{name}");
    }
}

#[test]
fn an_authority_kept_elsewhere() {
    let sim = Sim::new(4);
    open(&sim).unwrap();
    remove(&sim, "ca.key");
    let pki = open(&sim).unwrap();
    assert!(pki.administrator(&sim.sys()).is_err());
    // Still valid, so still used, although it would be replaced if that were possible.
    pass(&sim, 350);
    assert!(open(&sim).unwrap().created().is_empty());
    pass(&sim, 20);
    assert!(matches!(open(&sim), Err(PkiError::Content { path, .. }) if path == "/data/pki/ca.key"));
}

#[test]
fn bad_files_are_named_with_what_to_do() {
    let check = |name: &str, text: &str, what: &str| {
        let sim = Sim::new(5);
        open(&sim).unwrap();
        sim.sys().disk.write(&Path::new(DIR).join(name), text.as_bytes(), 0o600).unwrap();
        let error = open(&sim).unwrap_err().to_string();
        let remedy = if name.starts_with("ca.") { "restore it from a backup" } else { "remove apiserver.crt and apiserver.key" };
        assert!(error.starts_with(&format!("/data/pki/{name}: {what}")), "{error}");
        assert!(error.contains(remedy) && !error.contains('\n'), "{error}");
        // Nothing was repaired behind anybody's back.
        assert_eq!(sim.sys().disk.read(&Path::new(DIR).join(name)).unwrap(), text.as_bytes());
    };
    for name in ["ca.crt", "apiserver.crt"] {
        check(name, "", "no certificate in the PEM data");
        check(name, "nonsense", "no certificate in the PEM data");
        check(name, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "");
        check(name, "-----BEGIN CERTIFICATE-----\nAA", "");
    }
    for name in ["ca.key", "apiserver.key"] {
        check(name, " \n", "the file is empty");
        check(name, "nonsense", "no usable private key");
        check(name, "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n", "");
    }
    let sim = Sim::new(6);
    open(&sim).unwrap();
    pass(&sim, 10 * 366);
    assert!(open(&sim).unwrap_err().to_string().contains("expired"));
}

/// On a real disk, keys are readable by their owner only.
#[test]
fn modes_on_disk() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let pki = ClusterPki::open(&sys::real(), &dir.path().join("pki"), &names()).unwrap();
    for path in pki.created() {
        let mode = std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, if path.extension().unwrap() == "key" { 0o600 } else { 0o644 }, "{path:?}");
    }
}
