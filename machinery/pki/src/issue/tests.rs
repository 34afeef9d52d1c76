//! What the writer writes is read back by `x509` and checked by the verifier.

use super::*;
use rustls_pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use sys::sim::Sim;
use x509::{Roots, VerifyError, verify_client_chain};

const NOW: i64 = 1_768_000_000;
const VALIDITY: Validity = Validity { from: 1_767_225_600, to: 1_798_761_600 };

fn authority(sim: &Sim, name: &str) -> Issuer {
    let subject = Subject { common_name: name.to_owned(), organizations: Vec::new() };
    let entropy = &*sim.sys().entropy;
    Issuer::self_signed(entropy, Key::generate(entropy), subject, VALIDITY).unwrap()
}

fn template(usage: Usage, organizations: &[&str]) -> Template {
    let organizations = organizations.iter().map(|o| (*o).to_owned()).collect();
    Template {
        subject: Subject { common_name: "jane".to_owned(), organizations },
        dns: vec!["localhost".to_owned()],
        ips: vec!["127.0.0.1".parse().unwrap(), "fd00::1".parse().unwrap()],
        usage,
        validity: VALIDITY,
    }
}

#[test]
fn what_is_written_can_be_read() {
    let sim = Sim::new(3);
    let ca = authority(&sim, "kubernetes");
    let (certificate, key) = ca.issue(&*sim.sys().entropy, &template(Usage::Server, &["one", "two", "\u{fc}"])).unwrap();
    let read = Certificate::parse(&certificate).unwrap();
    assert_eq!(read.subject().unwrap().common_name, "jane");
    // One RDN, so in the order of their encodings.
    let mut groups = read.subject().unwrap().organizations;
    groups.sort();
    assert_eq!(groups, ["one", "two", "\u{fc}"]);
    assert_eq!(read.validity(), VALIDITY);
    assert_eq!(read.sans().unwrap().dns, ["localhost"]);
    assert_eq!(read.sans().unwrap().ips, template(Usage::Server, &[]).ips);
    assert_eq!(read.public_key_der().unwrap(), key.public_der());
    assert_eq!(read.issuer().unwrap().common_name, "kubernetes");
    assert!(!read.is_ca().unwrap());
    assert!(!read.serial().is_empty());
    let ca = Certificate::parse(ca.certificate()).unwrap();
    assert!(ca.is_ca().unwrap());
    assert_eq!(ca.sans().unwrap().dns, ["kubernetes"]);
    assert_eq!(ca.subject_key_id().unwrap().map(|id| id.len()), Some(20));
}

#[test]
fn usage_and_issuer_decide() {
    let sim = Sim::new(4);
    let (ca, other) = (authority(&sim, "kubernetes"), authority(&sim, "kubernetes"));
    let verify = |issuer: &Issuer, usage, root: &Issuer| {
        let (certificate, _) = issuer.issue(&*sim.sys().entropy, &template(usage, &["one"])).unwrap();
        verify_client_chain(&[certificate], &Roots::new(&[root.certificate().clone()]).unwrap(), NOW)
    };
    assert_eq!(verify(&ca, Usage::Client, &ca).unwrap().identity.groups, ["one"]);
    assert_eq!(verify(&ca, Usage::ServerAndClient, &ca).unwrap().identity.user, "jane");
    assert!(matches!(verify(&ca, Usage::Server, &ca), Err(VerifyError::Path(_))));
    assert!(matches!(verify(&ca, Usage::Client, &other), Err(VerifyError::Path(_))));
}

#[test]
fn a_key_of_someone_else_is_no_issuer() {
    let sim = Sim::new(5);
    let (one, two) = (authority(&sim, "a"), authority(&sim, "b"));
    assert!(Issuer::new(one.certificate().clone(), two.key().clone()).is_err());
}

/// Keys as kubeadm and others make them.
fn foreign_keys() -> Vec<Vec<u8>> {
    use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
    use aws_lc_rs::{rand::SystemRandom, rsa, signature};
    let rsa = rsa::KeyPair::generate(rsa::KeySize::Rsa2048).unwrap();
    let rsa: Pkcs8V1Der<'_> = rsa.as_der().unwrap();
    let random = SystemRandom::new();
    let p384 = signature::EcdsaKeyPair::generate_pkcs8(&signature::ECDSA_P384_SHA384_ASN1_SIGNING, &random).unwrap();
    let p521 = signature::EcdsaKeyPair::generate_pkcs8(&signature::ECDSA_P521_SHA512_ASN1_SIGNING, &random).unwrap();
    let ed25519 = signature::Ed25519KeyPair::generate_pkcs8v1(&random).unwrap();
    vec![rsa.as_ref().to_vec(), p384.as_ref().to_vec(), p521.as_ref().to_vec(), ed25519.as_ref().to_vec()]
}

#[test]
fn foreign_keys_sign_as_well() {
    let sim = Sim::new(6);
    let entropy = &*sim.sys().entropy;
    for der in foreign_keys() {
        let key = Key::from_der(PrivateKeyDer::from(PrivatePkcs8KeyDer::from(der))).unwrap();
        let key = Key::from_pem(key.to_pem().as_bytes()).unwrap();
        let own = Template { usage: Usage::Authority, ..template(Usage::Authority, &[]) };
        let own_name = name(&own.subject);
        let signer = Signer { name: &own_name, key_id: None, key: &key };
        let root = write(entropy, &own, key.public_der(), &signer).unwrap();
        let ca = Issuer::new(root.clone(), key).unwrap();
        let (client, _) = ca.issue(entropy, &template(Usage::Client, &["one"])).unwrap();
        let verified = verify_client_chain(&[client], &Roots::new(&[root]).unwrap(), NOW);
        assert_eq!(verified.unwrap().identity.groups, ["one"]);
    }
}
