//! Handshakes in memory.

use super::*;
use crate::{ClusterPki, Issuer, ServerNames, Subject, Template, Usage, Validity};
use rustls::pki_types::ServerName;
use rustls::{ClientConnection, ServerConnection};
use sys::sim::Sim;

fn names(dns: &str) -> ServerNames {
    ServerNames { dns: vec![dns.to_owned()], ips: Vec::new() }
}

/// Passes bytes to and fro until both sides are done.
fn handshake(
    client: Arc<ClientConfig>,
    server: Arc<ServerConfig>,
    name: &str,
) -> Result<(ClientConnection, ServerConnection), Error> {
    let mut client = ClientConnection::new(client, ServerName::try_from(name.to_owned()).unwrap())?;
    let mut server = ServerConnection::new(server)?;
    for _ in 0..10 {
        let mut wire = Vec::new();
        while client.wants_write() {
            client.write_tls(&mut wire).unwrap();
        }
        while !wire.is_empty() {
            let read = server.read_tls(&mut &wire[..]).unwrap();
            wire.drain(..read);
            server.process_new_packets()?;
        }
        let mut wire = Vec::new();
        while server.wants_write() {
            server.write_tls(&mut wire).unwrap();
        }
        while !wire.is_empty() {
            let read = client.read_tls(&mut &wire[..]).unwrap();
            wire.drain(..read);
            client.process_new_packets()?;
        }
    }
    assert!(!client.is_handshaking() && !server.is_handshaking());
    Ok((client, server))
}

fn client(sys: &Sys, pki: &ClusterPki, own: Option<&KeyPair>) -> Arc<ClientConfig> {
    ClientTls::new(sys, &[pki.authority().clone()], own, &PROTOCOLS).unwrap().config()
}

#[test]
fn any_client_certificate_passes_the_handshake() {
    let sys = Sim::new(1).sys();
    let pki = ClusterPki::in_memory(&sys, &names("localhost")).unwrap();
    let stranger = ClusterPki::in_memory(&sys, &names("localhost")).unwrap();
    let now = sys.clock.wall().seconds();
    let subject = Subject { common_name: "old".to_owned(), organizations: Vec::new() };
    let validity = Validity { from: now - 100, to: now - 50 };
    let template = Template { subject, dns: Vec::new(), ips: Vec::new(), usage: Usage::Client, validity };
    let (certificate, key) = pki.issuer().unwrap().issue(&*sys.entropy, &template).unwrap();
    let expired = KeyPair { chain: vec![certificate], key };
    let good = pki.administrator(&sys).unwrap();
    let foreign = stranger.administrator(&sys).unwrap();
    let server = ServerTls::new(&sys, pki.server(), &[]).unwrap();
    for own in [None, Some(&good), Some(&foreign), Some(&expired)] {
        let (connected, accepted) = handshake(client(&sys, &pki, own), server.config(), "localhost").unwrap();
        assert_eq!(accepted.peer_certificates(), own.map(|pair| pair.chain.as_slice()));
        assert_eq!(connected.alpn_protocol(), Some(b"h2".as_slice()));
        assert_eq!(accepted.protocol_version(), Some(rustls::ProtocolVersion::TLSv1_3));
    }
}

#[test]
fn clients_check_the_server() {
    let sys = Sim::new(2).sys();
    let pki = ClusterPki::in_memory(&sys, &names("localhost")).unwrap();
    let stranger = ClusterPki::in_memory(&sys, &names("localhost")).unwrap();
    let server = ServerTls::new(&sys, pki.server(), &[]).unwrap();
    assert!(handshake(client(&sys, &stranger, None), server.config(), "localhost").is_err());
    assert!(handshake(client(&sys, &pki, None), server.config(), "elsewhere").is_err());
}

/// A client of one version that shows a pair without looking at it.
fn careless(
    sys: &Sys,
    pki: &ClusterPki,
    pair: &KeyPair,
    version: &'static rustls::SupportedProtocolVersion,
) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add(pki.authority().clone()).unwrap();
    let time = Arc::new(SysTime(Arc::clone(&sys.clock)));
    let builder = ClientConfig::builder_with_details(Arc::new(aws_lc_rs::default_provider()), time);
    let shown = Arc::new(CertifiedKey::new(pair.chain.clone(), pair.key.signing()));
    let config = builder.with_protocol_versions(&[version]).unwrap().with_root_certificates(roots);
    Arc::new(config.with_client_cert_resolver(Arc::new(rustls::sign::SingleCertAndKey::from(shown))))
}

/// A certificate of version 1 for this key, which the library does not read. Its own signature is worth nothing.
fn version_1(key: &Key) -> CertificateDer<'static> {
    use crate::der;
    let algorithm = key.sign(&[]).unwrap().algorithm;
    let name = der::tlv(der::SEQUENCE, &[]);
    let validity = der::nest(der::SEQUENCE, &[&der::time(0), &der::time(1)]);
    let parts = [&der::unsigned(&[1]), &algorithm, &name, &validity, &name, key.public_der()];
    let body = der::nest(der::SEQUENCE, &parts);
    CertificateDer::from(der::nest(der::SEQUENCE, &[&body, &algorithm, &der::bits(0, &[1])]))
}

#[test]
fn the_key_of_a_client_certificate_is_all_that_counts() {
    let sys = Sim::new(3).sys();
    let pki = ClusterPki::in_memory(&sys, &names("localhost")).unwrap();
    let server = ServerTls::new(&sys, pki.server(), &[]).unwrap();
    let (one, two) = (pki.administrator(&sys).unwrap(), pki.administrator(&sys).unwrap());
    let old = KeyPair { chain: vec![version_1(&one.key)], key: one.key.clone() };
    let (mut stolen, mut stolen_old) = (one.clone(), old.clone());
    (stolen.key, stolen_old.key) = (two.key.clone(), two.key);
    assert!(ClientTls::new(&sys, &[pki.authority().clone()], Some(&stolen), &PROTOCOLS).is_err());
    for version in [&TLS12, &TLS13] {
        let shake = |pair| handshake(careless(&sys, &pki, pair, version), server.config(), "localhost");
        for good in [&one, &old] {
            let (_, accepted) = shake(good).unwrap();
            assert_eq!(accepted.peer_certificates(), Some(good.chain.as_slice()));
            assert_eq!(accepted.protocol_version(), Some(version.version));
        }
        for bad in [&stolen, &stolen_old] {
            assert!(shake(bad).is_err(), "a client without the key: {version:?}");
        }
    }
}

#[test]
fn pairs_can_be_replaced_and_picked_by_name() {
    let sys = Sim::new(4).sys();
    let entropy = &*sys.entropy;
    let pki = ClusterPki::in_memory(&sys, &names("a.example")).unwrap();
    let issuer: &Issuer = pki.issuer().unwrap();
    let pair = |name: &str| {
        let subject = Subject { common_name: name.to_owned(), organizations: Vec::new() };
        let validity = issuer.validity();
        let dns = vec!["a.example".to_owned(), "b.example".to_owned(), "c.b.example".to_owned()];
        let template = Template { subject, dns, ips: Vec::new(), usage: Usage::Server, validity };
        let (certificate, key) = issuer.issue(entropy, &template).unwrap();
        KeyPair { chain: vec![certificate], key }
    };
    let named =
        |list: &[&str], name: &str| SniKeyPair { names: list.iter().map(|n| (*n).to_owned()).collect(), pair: pair(name) };
    let tls =
        ServerTls::new(&sys, &pair("default"), &[named(&["*.example", "*.b.example"], "wild"), named(&["B.example"], "exact")])
            .unwrap();
    let presented = |asked: &str| {
        let (connected, _) = handshake(client(&sys, &pki, None), tls.config(), asked).unwrap();
        let certificate = x509::Certificate::parse(&connected.peer_certificates().unwrap()[0]).unwrap();
        certificate.subject().unwrap().common_name
    };
    assert_eq!(presented("a.example"), "wild");
    assert_eq!(presented("b.example"), "exact");
    assert_eq!(presented("c.b.example"), "wild");
    tls.replace(&pair("new"), &[]).unwrap();
    assert_eq!(presented("a.example"), "new");
}
