//! Collects the descriptions that the served OpenAPI documents carry. They are not in this repository: they stand as literals in
//! the source of the k8s-openapi crate, inside each type's JSON schema, and reading them there takes a fraction of a second where
//! compiling the crate's `schemars` feature takes over twenty. Also computes the fingerprint of everything that the documents are
//! made from. Run by cargo; must never write outside `OUT_DIR`.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

type Failure = Box<dyn std::error::Error>;

/// Release of Kubernetes whose types are read.
const RELEASE: &str = "v1_37";
/// Starts a definition's record; its name follows.
const RECORD: char = '\u{1e}';
/// Separates a record's parts: text of the definition, then name and text of each field.
const PART: char = '\u{1f}';

fn main() -> Result<(), Failure> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let lock = root.join("../Cargo.lock");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed={}", lock.display());

    let mut definitions = Vec::new();
    for file in rust_files(&crate_source()?.join("src").join(RELEASE))? {
        if let Some(definition) = read_definition(&read(&file)?) {
            definitions.push(definition);
        }
    }
    definitions.sort();
    definitions.dedup();
    let text = render(&definitions)?;

    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut deflate = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    deflate.write_all(text.as_bytes())?;
    write(&out.join("descriptions.deflate"), &deflate.finish()?)?;

    let mut print = Fingerprint::new();
    print.add(text.as_bytes());
    for file in rust_files(&root.join("src"))? {
        print.add(read(&file)?.as_bytes());
    }
    let fields: usize = definitions.iter().map(|d| d.fields.len()).sum();
    let facts = format!(
        "/// Number of definitions with a description.\npub const DEFINITIONS: usize = {};\n\
         /// Number of fields with a description.\npub const FIELDS: usize = {fields};\n\
         /// Bytes of the inflated text.\npub const TEXT: usize = {};\n\
         /// Changes when a description or this crate's code does.\npub const FINGERPRINT: u64 = {:#x};\n",
        definitions.len(),
        text.len(),
        print.0
    );
    write(&out.join("facts.rs"), facts.as_bytes())
}

/// FNV-1a, which is stable between toolchains.
struct Fingerprint(u64);

impl Fingerprint {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// What one type's schema says in words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Definition {
    name: String,
    text: String,
    fields: Vec<(String, String)>,
}

fn render(definitions: &[Definition]) -> Result<String, Failure> {
    let mut out = String::new();
    for definition in definitions {
        write!(out, "{RECORD}{}{PART}{}", definition.name, definition.text)?;
        for (name, text) in &definition.fields {
            if name.contains([RECORD, PART]) || text.contains([RECORD, PART]) {
                return Err(format!("{}.{name} contains a separator", definition.name).into());
            }
            write!(out, "{PART}{name}{PART}{text}")?;
        }
    }
    Ok(out)
}

/// Where cargo keeps the crate's source: vendored, downloaded or patched.
fn crate_source() -> Result<PathBuf, Failure> {
    let ask = |offline: bool| -> Result<Vec<u8>, Failure> {
        let mut command = Command::new(env::var_os("CARGO").ok_or("CARGO is not set")?);
        command.args(["metadata", "--format-version=1", "--locked", "--features", "openapi/descriptions-source"]);
        if offline {
            command.arg("--offline");
        }
        let out = command.current_dir(env::var("CARGO_MANIFEST_DIR")?).output()?;
        if out.status.success() { Ok(out.stdout) } else { Err(String::from_utf8_lossy(&out.stderr).into_owned().into()) }
    };
    let metadata: serde_json::Value = serde_json::from_slice(&ask(true).or_else(|_| ask(false))?)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let found = packages.iter().find(|p| p["name"] == "k8s-openapi").ok_or("k8s-openapi is not among the dependencies")?;
    let manifest = found["manifest_path"].as_str().ok_or("k8s-openapi has no manifest")?;
    Ok(Path::new(manifest).parent().ok_or("k8s-openapi's manifest has no folder")?.to_owned())
}

/// Reads `schema_name()` and the literals of `json_schema!({...})` from one source file; each file declares one type.
fn read_definition(source: &str) -> Option<Definition> {
    let (_, rest) = source.split_once("fn schema_name()")?;
    let (name, rest) = first_literal(rest)?;
    let (_, body) = rest.split_once("json_schema!({")?;
    let mut found = Definition { name, text: String::new(), fields: Vec::new() };
    let mut depth = 1_usize;
    let mut property: Option<String> = None;
    let mut words = Words(body);
    while let Some(word) = words.next() {
        match word {
            Word::Open => depth += 1,
            Word::Close => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            Word::Literal(key) if depth == 2 && words.at_colon() => property = Some(key),
            Word::Literal(key) if key == "description" && (depth == 1 || depth > 2) => {
                let text = words.next_literal()?;
                if depth == 1 {
                    found.text = text;
                } else if let Some(name) = property.take() {
                    found.fields.push((name, text));
                }
            }
            Word::Literal(_) => {}
        }
    }
    Some(found)
}

fn first_literal(source: &str) -> Option<(String, &str)> {
    let mut words = Words(source);
    Some((words.next_literal()?, words.0))
}

/// The parts of Rust source that matter here.
enum Word {
    Open,
    Close,
    Literal(String),
}

struct Words<'a>(&'a str);

impl Words<'_> {
    /// Whether a colon follows, which makes the literal just read a key.
    fn at_colon(&self) -> bool {
        self.0.trim_start().starts_with(':')
    }

    fn next_literal(&mut self) -> Option<String> {
        self.find_map(|word| if let Word::Literal(text) = word { Some(text) } else { None })
    }

    /// Decodes the literal whose opening quote has been taken.
    fn literal(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut chars = self.0.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.0 = &self.0[at + 1..];
                    return Some(text);
                }
                '\\' => text.push(match chars.next()?.1 {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    '0' => '\0',
                    'u' => {
                        let hex: String = chars.by_ref().map(|(_, c)| c).skip(1).take_while(|&c| c != '}').collect();
                        char::from_u32(u32::from_str_radix(&hex, 16).ok()?)?
                    }
                    other => other,
                }),
                other => text.push(other),
            }
        }
        None
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let at = self.0.find(['"', '{', '}', '(', ')', '[', ']'])?;
        let mark = self.0.as_bytes()[at];
        self.0 = &self.0[at + 1..];
        match mark {
            b'"' => self.literal().map(Word::Literal),
            b'{' | b'(' | b'[' => Some(Word::Open),
            _ => Some(Word::Close),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a build script has no sys")]
fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()).into())
}

#[expect(clippy::disallowed_methods, reason = "a build script has no sys")]
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()).into())
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
