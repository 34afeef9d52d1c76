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
    // The end is near.
    pass(&sim, 300);
    assert!(open(&sim).unwrap().created().is_empty());
    pass(&sim, 36);
    assert_eq!(files(&open(&sim).unwrap()), ["apiserver.key", "apiserver.crt"]);
    // Another authority.
    remove(&sim, "ca.crt");
    remove(&sim, "ca.key");
    assert_eq!(open(&sim).unwrap().created().len(), 4);
}

#[test]
fn a_crash_between_two_files_does_no_harm() {
    for name in ["ca.crt", "apiserver.crt", "apiserver.key"] {
        let sim = Sim::new(3);
        let before = open(&sim).unwrap();
        remove(&sim, name);
        let after = open(&sim).unwrap();
        let of = |pki: &ClusterPki| Certificate::parse(pki.authority()).unwrap().public_key_der().unwrap();
        assert_eq!(of(&before), of(&after), "{name}");
        assert!(open(&sim).unwrap().created().is_empty(), "{name}");
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
    assert!(matches!(open(&sim), Err(PkiError::Content { path, .. }) if path == "ca.key"));
}

#[test]
fn bad_files_are_named() {
    for (name, text) in [("ca.crt", "nonsense"), ("ca.key", "nonsense"), ("apiserver.crt", ""), ("apiserver.key", "x")] {
        let sim = Sim::new(5);
        open(&sim).unwrap();
        sim.sys().disk.write(&Path::new(DIR).join(name), text.as_bytes(), 0o600).unwrap();
        let error = open(&sim).unwrap_err().to_string();
        assert!(error.contains(name), "{error}");
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
