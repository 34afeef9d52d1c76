//! Writes the seeds that are taken from elsewhere in the repository: what the differential cases send, and the manifests. Called by hand
//! when those change much: `cargo run -p fuzz --example seeds`. It never removes a seed.
#![expect(clippy::disallowed_methods, reason = "a tool outside the product: it reads and writes the repository's own files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use meta::options::Query;
use object::{proto, yaml};
use serde_json::Value;

/// Longer inputs slow the engine down and show it nothing more.
const LONGEST: usize = 3000;
/// Seeds of one kind of object.
const PER_KIND: usize = 4;
/// Seeds of one target: enough to begin with, the engine finds the rest.
const PER_TARGET: usize = 40;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn main() {
    let mut seeds = Seeds::default();
    for document in manifests() {
        seeds.object(&document);
        seeds.add("yaml", document.as_bytes());
    }
    for file in files("conformance/cases", "yaml") {
        let cases = json_of(&fs::read_to_string(file).expect("a file of cases"));
        for case in cases["cases"].as_array().into_iter().flatten() {
            seeds.case(case);
        }
    }
    for file in files("conformance/cases/recorded", "json") {
        let recorded = fs::read(file).expect("recorded answers");
        seeds.owned(&serde_json::from_slice(&recorded).expect("JSON"));
    }
    seeds.frames();
    seeds.certificates();
    seeds.credentials();
}

/// Every document of every manifest.
fn manifests() -> Vec<String> {
    let texts = files("conformance/manifests", "yaml").into_iter().map(|file| fs::read_to_string(file).expect("a manifest"));
    texts.flat_map(|text| text.split("\n---").map(|document| format!("{}\n", document.trim())).collect::<Vec<_>>()).collect()
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    files.sort();
    files
}

fn json_of(text: &str) -> Value {
    let converted = yaml::to_json(text.as_bytes()).expect("YAML");
    serde_json::from_slice(&converted.json).expect("JSON")
}

#[derive(Default)]
struct Seeds {
    /// Seeds of each kind so far.
    kinds: BTreeMap<(String, u8), usize>,
    /// Seeds of each target so far.
    targets: BTreeMap<String, BTreeSet<u64>>,
}

impl Seeds {
    fn add(&mut self, target: &str, input: &[u8]) {
        assert!(fuzz::target(target).is_some(), "{target}");
        if input.is_empty() || input.len() > LONGEST {
            return;
        }
        // Named by its content, so that the same input is written once.
        let name =
            input.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        let known = self.targets.entry(target.to_owned()).or_default();
        if known.len() >= PER_TARGET || !known.insert(name) {
            return;
        }
        let folder = root().join("fuzz/seeds").join(target);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(format!("{name:016x}")), input).expect("a file");
    }

    /// At most a few of one kind.
    fn add_of_kind(&mut self, target: &str, kind: u8, input: &[u8]) {
        let count = self.kinds.entry((target.to_owned(), kind)).or_default();
        if *count < PER_KIND && input.len() < LONGEST {
            *count += 1;
            self.add(target, &[&[kind], input].concat());
        }
    }

    /// A manifest's document.
    fn object(&mut self, document: &str) {
        let json = yaml::to_json(document.as_bytes()).expect("a manifest is YAML").json;
        let object: Value = serde_json::from_slice(&json).expect("JSON");
        let text = |name: &str| object[name].as_str().unwrap_or_default().to_owned();
        if let Some(kind) = fuzz::kind(&text("apiVersion"), &text("kind")) {
            self.add_of_kind("json", kind, &json);
            let schema = fuzz::schema(kind).expect("a kind that has a byte");
            let mut message = Vec::new();
            proto::transcode(&json, &schema, &mut message).expect("a manifest is an object");
            self.add_of_kind("proto", kind, &message);
            let (api_version, name) = (text("apiVersion"), text("kind"));
            let mut body = Vec::new();
            proto::wrap(&api_version, &name, &message, &mut body);
            self.add_of_kind("proto", kind, &body);
        }
    }

    /// A case: its bodies, headers, paths and patches.
    fn case(&mut self, case: &Value) {
        let mut document = "{}".to_owned();
        for step in case["steps"].as_array().into_iter().flatten() {
            let text = |name: &str| step[name].as_str().unwrap_or_default();
            self.request(text("send"));
            self.add("accept", text("accept").as_bytes());
            let (media, body) = (text("type"), text("body"));
            let kind = if text("send").contains("/configmaps") { 1 } else { 6 };
            let pair = format!("{document}\n{body}");
            match media {
                "application/json-patch+json" => self.add("json_patch", pair.as_bytes()),
                "application/merge-patch+json" => self.add("merge_patch", pair.as_bytes()),
                "application/strategic-merge-patch+json" => self.add("strategic_patch", &[&[kind], pair.as_bytes()].concat()),
                "application/yaml" => self.add("yaml", body.as_bytes()),
                "" if text("send").starts_with('P') => {
                    document = body.replace('\n', " ");
                    self.add_of_kind("json", kind, body.as_bytes());
                }
                _ => {}
            }
        }
    }

    fn request(&mut self, line: &str) {
        let line = line.replace("${", "").replace('}', "");
        self.add("request", line.as_bytes());
        let query = Query::parse(line.split_once('?').map_or("", |(_, query)| query));
        for (parameter, target) in [("labelSelector", "label_selector"), ("fieldSelector", "field_selector")] {
            self.add(target, query.first(parameter).unwrap_or_default().as_bytes());
        }
    }

    /// Recorded answers with managed fields.
    fn owned(&mut self, recorded: &Value) {
        let answers =
            recorded["cases"].as_object().into_iter().flatten().flat_map(|(_, steps)| steps.as_array().into_iter().flatten());
        let mut before: Option<(u8, String)> = None;
        for body in answers.filter_map(|answer| answer["body"].as_str()) {
            // What varied is masked.
            let body = body.replace("<time>", "2026-11-29T10:00:00Z");
            let Ok(object) = serde_json::from_str::<Value>(&body) else { continue };
            let text = |name: &str| object[name].as_str().unwrap_or_default();
            let Some(kind) = fuzz::kind(text("apiVersion"), text("kind")) else { continue };
            for entry in object["metadata"]["managedFields"].as_array().into_iter().flatten() {
                self.add(
                    "fields_v1",
                    format!("{}\n{{\"f:metadata\":{{\"f:labels\":{{\".\":{{}}}}}}}}", entry["fieldsV1"]).as_bytes(),
                );
            }
            if let Some((same, old)) = before.replace((kind, body.trim_end().to_owned()))
                && same == kind
            {
                self.add_of_kind("managed_fields", kind, format!("{old}\n{body}").as_bytes());
            }
        }
    }

    /// A handshake, and frames of each sort.
    /// The client's own of every odd chain, one in three.
    fn certificates(&mut self) {
        let chains = fs::read_to_string(root().join("machinery/x509/testdata/odd/chains.pem")).expect("certificates");
        for chain in chains.split("# ").skip(1).step_by(3) {
            let own = x509::certificates_from_pem(chain.as_bytes()).expect("PEM").swap_remove(0);
            self.add("certificate", &own);
        }
    }

    fn credentials(&mut self) {
        let users = fs::read_to_string(root().join("conformance/cases/users.csv")).expect("users");
        for header in ["Bearer case-jane", "bearer case-root x", "Bearer  x", "", "Bearer", "Basic amFuZTp4", "Basic x"] {
            self.add("credentials", format!("{header}\n{users}").as_bytes());
        }
        let basic = |pair: &str| format!("Basic {}", base64::Engine::encode(&base64::engine::general_purpose::STANDARD, pair));
        for file in ["a,b,1\n", "\"a\"\"x\",b,1,\"c,d\"\r\n", "\"a\nx\",b,1", "a,b\n", "\"a,b,1", "a\",b,1", ",b,1\na,,", "\n\n"]
        {
            for header in ["Bearer a".to_owned(), "Bearer a\"x".to_owned(), basic("b:a"), basic("b:a\"x")] {
                self.add("credentials", format!("{header}\n{file}").as_bytes());
            }
        }
    }

    fn frames(&mut self) {
        let shake = b"websocket\nUpgrade\ndGhlIHNhbXBsZSBub25jZQ==\n13\nbase64.binary.k8s.io\nhttp://localhost:8080\n";
        self.add("websocket", &[&[40], &shake[..]].concat());
        let frames: [&[u8]; 5] = [
            &[0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58],
            &[0x01, 0x81, 0, 0, 0, 0, b'a', 0x89, 0x81, 1, 2, 3, 4, b'p', 0x80, 0x81, 0, 0, 0, 0, b'b'],
            &[0x82, 0xfe, 0, 200, 9, 9, 9, 9],
            &[0x88, 0x82, 0, 0, 0, 0, 3, 0xe8],
            &[0x82, 0xff, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        ];
        for frame in frames {
            self.add("websocket", &[&[2], frame].concat());
        }
    }
}
