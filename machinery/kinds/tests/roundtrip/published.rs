//! Upstream's published API data (`testdata` of its modules): every object comes out as it went in, from JSON, YAML and protobuf. The
//! data of older releases too, where upstream also says what became of an object that changed. Found with `go list`.

use std::path::{Path, PathBuf};
use std::process::Command;

use bytes::Bytes;
use kinds::table;
use object::schema::Schema;
use object::{Tree, json, proto, yaml};

/// Modules that publish data, and where.
const MODULES: [(&str, &str); 2] = [("k8s.io/api", "testdata"), ("k8s.io/apiextensions-apiserver", "pkg/apis/testdata")];

fn directory(module: &str) -> PathBuf {
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance/go");
    let answer = Command::new("go").args(["list", "-m", "-f", "{{.Dir}}", module]).current_dir(place).output();
    let answer = answer.unwrap_or_else(|error| panic!("go is needed to find {module}: {error}"));
    assert!(answer.status.success(), "go list {module}: {}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).expect("a path").trim().into()
}

#[expect(clippy::disallowed_methods, reason = "a test reads files of another module")]
fn load(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Files of a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("can be listed").path()).collect();
    files.retain(|path| path.to_str().is_some_and(|path| path.ends_with(ending) && !path.contains(".after_roundtrip.")));
    files.sort();
    files
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end().to_owned()
}

fn pretty(tree: &Tree) -> String {
    let mut out = Vec::new();
    json::encode_pretty(tree, &mut out);
    text(&out)
}

/// What upstream says the object is after reading and printing.
fn expected(path: &Path, ending: &str) -> String {
    let after = path.with_extension(format!("after_roundtrip.{ending}"));
    text(&load(if after.exists() { &after } else { path }))
}

/// Reads one object in both formats and prints it in both; false when its kind is not known any more.
fn check(path: &Path) -> bool {
    let source = Bytes::from(load(path));
    let name = path.file_stem().and_then(|name| name.to_str()).expect("listed by its ending");
    let (rest, kind) = name.rsplit_once('.').expect("group.version.Kind");
    let (group, version) = rest.rsplit_once('.').expect("group.version.Kind");
    let group = if group == "core" { "" } else { group };
    let Some(schema) = table::schema_of(group, version, kind) else { return false };
    let strict = |problems: &[json::Problem]| assert!(problems.is_empty(), "{}: {problems:?}", path.display());
    let current = path.parent().is_some_and(|folder| folder.ends_with("HEAD"));
    let mut from_json = json::decode(source, &schema).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if current {
        strict(&from_json.problems);
    }
    assert_eq!(pretty(&from_json.tree), expected(path, "json"), "{}", path.display());
    from_json.tree.normalise();
    assert_eq!(pretty(&from_json.tree), expected(path, "json"), "{} after protobuf", path.display());
    let yaml_path = path.with_extension("yaml");
    let (from_yaml, repeated) =
        yaml::decode(&load(&yaml_path), &schema).unwrap_or_else(|error| panic!("{}: {error}", yaml_path.display()));
    assert!(repeated.is_empty(), "{}: {repeated:?}", yaml_path.display());
    assert_eq!(pretty(&from_yaml.tree), pretty(&from_json.tree), "{}", yaml_path.display());
    let printed = yaml::encode(&from_yaml.tree).expect("not that deep");
    assert_eq!(text(&printed), expected(&yaml_path, "yaml"), "{}", yaml_path.display());
    check_protobuf(path, &schema, &from_json.tree);
    true
}

/// Reads the object's protobuf, which says the same as its JSON, and writes it, also from the JSON.
fn check_protobuf(path: &Path, schema: &Schema, from_json: &Tree) {
    let path = path.with_extension("pb");
    let body = load(&path);
    let opened = proto::open(&body).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let message = Bytes::copy_from_slice(opened.raw);
    let mut tree = proto::decode(message, schema).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for (name, value) in [("kind", opened.kind), ("apiVersion", opened.api_version)] {
        if schema.def().field(name).is_some() {
            tree.set_str(&[name], value);
        }
    }
    let after = path.with_extension("after_roundtrip.pb");
    let expected = load(if after.exists() { &after } else { &path });
    let written = |message: &[u8]| {
        let mut out = Vec::new();
        proto::wrap(opened.api_version, opened.kind, message, &mut out);
        out
    };
    let (mut message, mut direct, mut json) = (Vec::new(), Vec::new(), Vec::new());
    proto::encode(&tree, &mut message);
    assert!(written(&message) == expected, "{}: {} instead of {}", path.display(), hex(&written(&message)), hex(&expected));
    assert_eq!(pretty(&tree), pretty(from_json), "{}", path.display());
    json::encode(from_json, &mut json);
    proto::transcode(&json, schema, &mut direct).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(hex(&direct), hex(&message), "{} transcoded", path.display());
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
#[ignore = "not run: needs go and upstream's modules; pass --ignored"]
fn published_data_comes_out_as_it_went_in() {
    for (module, place) in MODULES {
        let releases = directory(module).join(place);
        for release in files(&releases, "") {
            if !release.is_dir() {
                continue;
            }
            let objects = files(&release, ".json");
            let known = objects.iter().filter(|path| check(path)).count();
            println!("{module} {}: {known} of {} objects", release.display(), objects.len());
            assert!(!release.ends_with("HEAD") || known == objects.len() && known > 0, "unknown kinds in {}", release.display());
        }
    }
}
