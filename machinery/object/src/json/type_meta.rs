//! What a document says it is, before anything else is read: `kind` and `apiVersion`. Upstream reads these two with Go's ordinary
//! decoder first, so a broken body fails here, with that decoder's words (apimachinery's `SimpleMetaFactory.Interpret`).

use super::decode::DecodeError;
use super::scan::{Bad, Scanner};
use super::syntax;

/// Go's name of the struct that upstream reads the two fields into.
const STRUCT: &str = r#"struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }"#;

/// `kind` and `apiVersion` as written; empty where absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeMeta {
    /// `apiVersion`.
    pub api_version: String,
    /// `kind`.
    pub kind: String,
}

/// Reads `kind` and `apiVersion` of a document and checks that all of it is JSON. Names match without regard to case here, as Go's
/// ordinary decoder does. Upstream puts `couldn't get version/kind; json parse error: ` before the errors.
///
/// A caller that decodes the document anyway need ask this only when that failed or the tree has no kind.
///
/// # Errors
/// Go's syntax and type errors.
pub fn type_meta(json: &[u8]) -> Result<TypeMeta, DecodeError> {
    let mut reader = Reader { scan: Scanner::new(json), side: Vec::new(), found: TypeMeta::default(), wrong: None };
    if let Err(Bad) = reader.document() {
        syntax::check(json)?;
    }
    match reader.wrong {
        Some(text) => Err(DecodeError::Value(text)),
        None => Ok(reader.found),
    }
}

struct Reader<'j> {
    scan: Scanner<'j>,
    side: Vec<u8>,
    found: TypeMeta,
    wrong: Option<String>,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<(), Bad> {
        match self.scan.peek()? {
            b'{' => self.object()?,
            first => {
                self.scan.walk(0)?;
                if let Some(kind) = json_kind(first) {
                    self.wrong = Some(format!("json: cannot unmarshal {kind} into Go value of type {STRUCT}"));
                }
            }
        }
        self.scan.end()
    }

    fn object(&mut self) -> Result<(), Bad> {
        self.scan.expect(b'{')?;
        if self.scan.peek()? == b'}' {
            self.scan.at += 1;
            return Ok(());
        }
        loop {
            if self.scan.peek()? != b'"' {
                return Err(Bad);
            }
            let key = self.string()?;
            self.scan.expect(b':')?;
            let field = match key.as_str() {
                "kind" => Some("kind"),
                "apiVersion" => Some("apiVersion"),
                _ if folds(&key, "kind") => Some("kind"),
                _ if folds(&key, "apiVersion") => Some("apiVersion"),
                _ => None,
            };
            match (field, self.scan.peek()?) {
                (Some(field), b'"') => {
                    let text = self.string()?;
                    if field == "kind" {
                        self.found.kind = text;
                    } else {
                        self.found.api_version = text;
                    }
                }
                (Some(field), first) => {
                    self.scan.walk(1)?;
                    if let Some(kind) = json_kind(first) {
                        let text = || format!("json: cannot unmarshal {kind} into Go struct field .{field} of type string");
                        self.wrong.get_or_insert_with(text);
                    }
                }
                (None, _) => {
                    self.scan.walk(1)?;
                }
            }
            if self.scan.peek()? == b'}' {
                self.scan.at += 1;
                return Ok(());
            }
            self.scan.expect(b',')?;
        }
    }

    fn string(&mut self) -> Result<String, Bad> {
        self.side.clear();
        let span = self.scan.string(&mut self.side)?;
        Ok(String::from_utf8_lossy(self.scan.text(span, &self.side)).into_owned())
    }
}

/// Go's word for a value by its first byte; none for `null`, which changes nothing.
fn json_kind(first: u8) -> Option<&'static str> {
    match first {
        b'{' => Some("object"),
        b'[' => Some("array"),
        b'"' => Some("string"),
        b't' | b'f' => Some("bool"),
        b'n' => None,
        _ => Some("number"),
    }
}

/// Whether `key` is `name` without regard to case, also in the two letters outside ASCII that fold into it.
fn folds(key: &str, name: &str) -> bool {
    let fold = |c: char| match c {
        '\u{212a}' => 'k',
        '\u{17f}' => 's',
        _ => c.to_ascii_lowercase(),
    };
    key.chars().map(fold).eq(name.chars().map(fold))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_and_version_are_found_as_upstream_finds_them() {
        let check = |json: &str, expect: Result<(&str, &str), &str>| {
            let found = type_meta(json.as_bytes()).map(|meta| (meta.api_version, meta.kind)).map_err(|error| error.to_string());
            assert_eq!(found, expect.map(|(a, b)| (a.to_owned(), b.to_owned())).map_err(str::to_owned), "{json}");
        };
        check(r#"{"x":{"kind":"no"},"kind":"Pod","apiVersion":"v1"}"#, Ok(("v1", "Pod")));
        check(r#"{"Kind":"a","KIND":null,"apiversion":"b"}"#, Ok(("b", "a")));
        check("{}", Ok(("", "")));
        check("null", Ok(("", "")));
        check(r#"{"apiVersion":"v1","kind":"Con"#, Err("unexpected end of JSON input"));
        check(r#"{"kind":1,"apiVersion":[]}"#, Err("json: cannot unmarshal number into Go struct field .kind of type string"));
        check(r#"{"kind":1,"#, Err("unexpected end of JSON input"));
        let array = r#"json: cannot unmarshal array into Go value of type struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }"#;
        check("[]", Err(array));
    }
}
