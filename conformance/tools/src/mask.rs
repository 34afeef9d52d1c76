//! Replaces what no two servers can agree on (uids, times, revisions, random name ends) by numbered placeholders.
//!
//! Called by `replay` on every answer. A placeholder keeps identity: within a case the same uid or object revision always gets
//! the same number, so that a wrong one still shows. Only leaf values change; members, order and spacing never do.

use std::sync::LazyLock;

use regex::Regex;

use crate::json::{self, Member, Node, Value};
use crate::managed;

static UUID: LazyLock<Regex> = LazyLock::new(|| pattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$"));
static AGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d+[smhdy])+$|^<(unknown|invalid)>$"));
static REVISION_IN_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<before>resource version: |current: |ResourceVersion in (?:precondition|object meta): |ResourceVersion in record \(|in the precondition \()(?P<number>\d+)",
    )
});
/// An object that a message quotes, with any number of escapes.
static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    let key = r#"(?P<key>"(?:resourceVersion|creationTimestamp|deletionTimestamp|time)\\*":\\*")"#;
    pattern(&format!(r#"{key}(?:(?P<time>\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ)|(?P<number>\d+))"#))
});
/// What a list or table has and an object has not.
static YAML_LIST: LazyLock<Regex> = LazyLock::new(|| pattern("(?m)^(items|rows):"));
static YAML_LINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?m)^(?P<key>[ -]*(?:uid|resourceVersion|creationTimestamp|deletionTimestamp|time|continue): )"?(?P<value>[^\s"]+)"?$"#,
    )
});

/// What stands for anything that a case masks by itself.
const MASKED: &str = "<masked>";

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a constant pattern that the tests below compile")
}

/// What has been seen in one case so far.
#[derive(Default)]
pub(crate) struct Symbols {
    uids: Vec<String>,
    revisions: Vec<String>,
}

/// How to mask one answer.
pub(crate) struct Rules<'a> {
    /// The request's path and body as the case spells them: numbers that the client chose stay visible.
    pub(crate) template: &'a str,
    /// The case's own masks; what they match becomes `<masked>`.
    pub(crate) own: &'a [Own],
}

/// A mask of one case.
#[derive(Debug)]
pub(crate) enum Own {
    /// Every match in the text, once everything else has been masked.
    Text(Regex),
    /// The leaf values at a JSON pointer: `*` stands for any one token, `**` for any number of them.
    Pointer(Vec<String>),
}

impl Own {
    /// A mask as a case spells it: what begins with `/` is a pointer, anything else a regular expression.
    pub(crate) fn parse(text: &str) -> Result<Self, regex::Error> {
        match text.strip_prefix('/') {
            Some(pointer) => {
                Ok(Self::Pointer(pointer.split('/').map(|token| token.replace("~1", "/").replace("~0", "~")).collect()))
            }
            None => Regex::new(text).map(Self::Text),
        }
    }

    fn covers(&self, path: &[String]) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Pointer(pattern) => fits(pattern, path),
        }
    }
}

fn fits(pattern: &[String], path: &[String]) -> bool {
    match pattern.split_first() {
        None => path.is_empty(),
        Some((token, rest)) if token == "**" => (0..=path.len()).any(|skipped| fits(rest, &path[skipped..])),
        Some((token, rest)) => path.split_first().is_some_and(|(name, path)| (token == "*" || token == name) && fits(rest, path)),
    }
}

impl Symbols {
    /// Masks a body; JSON by its structure, anything else by the shape of its lines.
    pub(crate) fn mask(&mut self, body: &str, rules: &Rules<'_>) -> String {
        let body = &managed::canonical(body);
        let masked = match json::parse(body) {
            Some(root) => {
                let mut walk =
                    Walk { symbols: self, body, rules, edits: Vec::new(), path: Vec::new(), counter: false, bookmark: false };
                walk.node(&root, None);
                apply(body, &walk.edits)
            }
            None => self.mask_text(body, rules),
        };
        rules.own.iter().fold(masked, |text, mask| match mask {
            Own::Text(pattern) => pattern.replace_all(&text, MASKED).into_owned(),
            Own::Pointer(_) => text,
        })
    }

    fn mask_text(&mut self, body: &str, rules: &Rules<'_>) -> String {
        let counts_for_everybody = YAML_LIST.is_match(body);
        let lines = YAML_LINE.replace_all(body, |found: &regex::Captures<'_>| {
            let (key, value) = (&found["key"], &found["value"]);
            if counts_for_everybody && key == "  resourceVersion: " {
                return format!("{key}\"<rv>\"");
            }
            match key.trim_start_matches([' ', '-']).trim_end_matches(": ") {
                "resourceVersion" => format!("{key}\"{}\"", self.revision(value)),
                "continue" => format!("{key}<continue>"),
                "uid" => found[0].to_owned(),
                _ => format!("{key}\"<time>\""),
            }
        });
        self.mask_message(&lines, rules)
    }

    /// Masks uids anywhere in a text and revisions where upstream's wordings put them.
    fn mask_message(&mut self, text: &str, rules: &Rules<'_>) -> String {
        let text = UUID.replace_all(text, |found: &regex::Captures<'_>| {
            if rules.template.contains(&found[0]) { found[0].to_owned() } else { numbered(&mut self.uids, "uid", &found[0]) }
        });
        let text = REVISION_IN_TEXT.replace_all(&text, |found: &regex::Captures<'_>| {
            let number = &found["number"];
            let shown = match self.revisions.iter().position(|seen| seen == number) {
                _ if rules.template.contains(number) => number.to_owned(),
                Some(index) => format!("<rv:{}>", index + 1),
                None => "<rv>".to_owned(),
            };
            format!("{}{shown}", &found["before"])
        });
        let text = QUOTED.replace_all(&text, |found: &regex::Captures<'_>| match found.name("number") {
            Some(number) if rules.template.contains(number.as_str()) => found[0].to_owned(),
            Some(number) => format!("{}{}", &found["key"], self.revision(number.as_str())),
            None if rules.template.contains(&found["time"]) => found[0].to_owned(),
            None => format!("{}<time>", &found["key"]),
        });
        text.into_owned()
    }

    fn revision(&mut self, value: &str) -> String {
        numbered(&mut self.revisions, "rv", value)
    }
}

fn numbered(seen: &mut Vec<String>, kind: &str, value: &str) -> String {
    let index = seen.iter().position(|known| known == value).unwrap_or_else(|| {
        seen.push(value.to_owned());
        seen.len() - 1
    });
    format!("<{kind}:{}>", index + 1)
}

struct Walk<'a, 'r> {
    symbols: &'a mut Symbols,
    body: &'a str,
    rules: &'a Rules<'r>,
    /// Places and their new text, in order.
    edits: Vec<(usize, usize, String)>,
    path: Vec<String>,
    /// Whether the object around the current `metadata` is a list or a table: its resourceVersion then counts what anybody
    /// writes to the server, not what happened to one object.
    counter: bool,
    /// Whether it lies in a bookmark, which counts the same.
    bookmark: bool,
}

impl Walk<'_, '_> {
    fn node(&mut self, node: &Node, parent: Option<&Node>) {
        match &node.value {
            Value::Object(members) => members.iter().for_each(|member| self.member(node, member)),
            Value::Array(elements) => {
                for element in elements {
                    self.path.push("*".to_owned());
                    self.node(element, Some(node));
                    self.path.pop();
                }
            }
            Value::Leaf => self.leaf(node, parent),
        }
    }

    fn member(&mut self, object: &Node, member: &Member) {
        let outer = self.counter;
        match member.key.as_str() {
            "metadata" => self.counter |= object.member("items").or_else(|| object.member("rows")).is_some(),
            "object" => {
                if let Some(kind) = object.member("type").and_then(|kind| kind.string(self.body)) {
                    self.bookmark = kind == "BOOKMARK";
                }
            }
            "items" | "rows" => self.counter = false,
            // In protobuf an empty list has no items; its envelope says what it is.
            "raw" => {
                let kind = object.member("kind").and_then(|kind| kind.string(self.body));
                self.counter |= kind.is_some_and(|kind| kind.ends_with("List"));
            }
            _ => {}
        }
        self.path.push(member.key.clone());
        self.node(&member.node, Some(object));
        self.path.pop();
        self.counter = outer;
    }

    fn leaf(&mut self, node: &Node, parent: Option<&Node>) {
        if self.rules.own.iter().any(|mask| mask.covers(&self.path)) {
            self.edits.push((node.start, node.end, format!("\"{MASKED}\"")));
            return;
        }
        let Some(value) = node.string(self.body) else { return };
        let mut names = self.path.iter().rev().map(String::as_str);
        let (key, above) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
        let masked = match (above, key) {
            ("metadata", "resourceVersion") if value.is_empty() => return,
            ("metadata", "resourceVersion") if self.counter || self.bookmark => "<rv>".to_owned(),
            ("metadata", "resourceVersion") => self.symbols.revision(&value),
            ("metadata", "creationTimestamp" | "deletionTimestamp") | (_, "time") => mask_time(&value),
            ("metadata", "continue") if !value.is_empty() => "<continue>".to_owned(),
            ("metadata", "name") => mask_generated(&value, parent, self.body),
            ("cells", "*") if AGE.is_match(&value) => "<age>".to_owned(),
            ("cells", "*") if TIME.is_match(&value) => mask_time(&value),
            (_, "serverAddress") => "<address>".to_owned(),
            _ => self.symbols.mask_message(&value, self.rules),
        };
        if masked != value {
            let text = serde_json::to_string(&masked).expect("a string has a JSON form");
            self.edits.push((node.start, node.end, text));
        }
    }
}

fn mask_time(value: &str) -> String {
    match TIME.captures(value) {
        Some(found) if found.get(1).is_some() => "<microtime>".to_owned(),
        Some(_) => "<time>".to_owned(),
        None => value.to_owned(),
    }
}

/// The five random characters of a generated name.
fn mask_generated(name: &str, metadata: Option<&Node>, body: &str) -> String {
    let prefix = metadata.and_then(|metadata| metadata.member("generateName")).and_then(|prefix| prefix.string(body));
    match prefix.as_deref().filter(|prefix| !prefix.is_empty()).and_then(|prefix| name.strip_prefix(prefix)) {
        Some(end) if end.len() == 5 => format!("{}<random>", &name[..name.len() - 5]),
        _ => name.to_owned(),
    }
}

fn apply(body: &str, edits: &[(usize, usize, String)]) -> String {
    let mut masked = String::with_capacity(body.len());
    let mut done = 0;
    for (start, end, text) in edits {
        masked.push_str(&body[done..*start]);
        masked.push_str(text);
        done = *end;
    }
    masked.push_str(&body[done..]);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    const UID: &str = "0f3a9a52-6ad0-4b5b-9a52-0f3a9a526ad0";

    fn check(bodies: &[&str], expect: &[&str]) {
        let mut symbols = Symbols::default();
        let rules = Rules { template: "GET /x?resourceVersion=77", own: &[] };
        let masked: Vec<_> = bodies.iter().map(|body| symbols.mask(body, &rules)).collect();
        assert_eq!(masked, expect);
    }

    #[test]
    fn identity_survives() {
        let object =
            format!(r#"{{"metadata":{{"uid":"{UID}","resourceVersion":"12","creationTimestamp":"2026-01-02T03:04:05Z"}}}}"#);
        let newer = object.replace("\"12\"", "\"13\"");
        let first = r#"{"metadata":{"uid":"<uid:1>","resourceVersion":"<rv:1>","creationTimestamp":"<time>"}}"#;
        check(&[&object, &newer, &object], &[first, &first.replace("rv:1", "rv:2"), first]);
    }

    #[test]
    fn lists_and_bookmarks_count_for_everybody() {
        check(
            &[r#"{"metadata":{"resourceVersion":"12","continue":"abc"},"items":[{"metadata":{"resourceVersion":"12"}}]}"#],
            &[
                r#"{"metadata":{"resourceVersion":"<rv>","continue":"<continue>"},"items":[{"metadata":{"resourceVersion":"<rv:1>"}}]}"#,
            ],
        );
        check(
            &[
                "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"resourceVersion\":\"5\"}}}\n{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"5\"}}}\n",
            ],
            &[
                "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"resourceVersion\":\"<rv:1>\"}}}\n{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"<rv>\"}}}\n",
            ],
        );
        check(
            &[r#"{"type":"BOOKMARK","object":{"rows":[{"object":{"metadata":{"resourceVersion":"5"}}}]}}"#],
            &[r#"{"type":"BOOKMARK","object":{"rows":[{"object":{"metadata":{"resourceVersion":"<rv>"}}}]}}"#],
        );
    }

    #[test]
    fn protobuf_lists_count_for_everybody() {
        check(
            &[r#"{"kind":"PodList","raw":{"metadata":{"resourceVersion":"12"},"items":[{"metadata":{"resourceVersion":"9"}}]}}"#],
            &[
                r#"{"kind":"PodList","raw":{"metadata":{"resourceVersion":"<rv>"},"items":[{"metadata":{"resourceVersion":"<rv:1>"}}]}}"#,
            ],
        );
        check(
            &[
                r#"{"kind":"PodList","raw":{"metadata":{"resourceVersion":"12"}}}"#,
                r#"{"kind":"Pod","raw":{"metadata":{"resourceVersion":"12"}}}"#,
            ],
            &[
                r#"{"kind":"PodList","raw":{"metadata":{"resourceVersion":"<rv>"}}}"#,
                r#"{"kind":"Pod","raw":{"metadata":{"resourceVersion":"<rv:1>"}}}"#,
            ],
        );
    }

    #[test]
    fn messages_and_names() {
        check(
            &[&format!(r#"{{"message":"UID in precondition: {UID}, current: 12, Too large resource version: 77"}}"#)],
            &[r#"{"message":"UID in precondition: <uid:1>, current: <rv>, Too large resource version: 77"}"#],
        );
        check(
            &[
                r#"{"message":"got \"{\\\"resourceVersion\\\":\\\"12\\\",\\\"creationTimestamp\\\":\\\"2026-01-02T03:04:05Z\\\"}\""}"#,
            ],
            &[r#"{"message":"got \"{\\\"resourceVersion\\\":\\\"<rv:1>\\\",\\\"creationTimestamp\\\":\\\"<time>\\\"}\""}"#],
        );
        check(
            &[r#"{"metadata":{"name":"a-x7f2q","generateName":"a-"}}"#, r#"{"metadata":{"name":"a-x7f2q"}}"#],
            &[r#"{"metadata":{"name":"a-<random>","generateName":"a-"}}"#, r#"{"metadata":{"name":"a-x7f2q"}}"#],
        );
        check(&[r#"{"metadata":{"name":"abcde","generateName":""}}"#], &[r#"{"metadata":{"name":"abcde","generateName":""}}"#]);
        check(&[r#"{"rows":[{"cells":["a","12s",3]}]}"#], &[r#"{"rows":[{"cells":["a","<age>",3]}]}"#]);
    }

    /// A pointer masks leaves, not what lies around them: one that is missing, or another one, still shows.
    #[test]
    fn a_case_masks_by_pointer() {
        let own = ["/spec/*/port", "/**/address"].map(|text| Own::parse(text).unwrap());
        let mask = |body: &str| Symbols::default().mask(body, &Rules { template: "", own: &own });
        assert_eq!(
            mask(r#"{"spec":[{"port":1,"name":"a"}],"port":2,"address":null,"x":[{"address":"b"}]}"#),
            r#"{"spec":[{"port":"<masked>","name":"a"}],"port":2,"address":"<masked>","x":[{"address":"<masked>"}]}"#
        );
        assert_eq!(mask(r#"{"spec":[{}]}"#), r#"{"spec":[{}]}"#);
        let other = Own::parse("/a~1b").unwrap();
        assert!(other.covers(&["a/b".to_owned()]) && !other.covers(&["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn order_spacing_and_client_values_stay() {
        let body = "{ \"b\" : 1.0,\n\"a\":\"2026-01-02T03:04:05Z\" }";
        check(&[body], &[body]);
    }

    #[test]
    fn yaml_is_masked_by_line() {
        check(
            &[&format!("metadata:\n  creationTimestamp: \"2026-01-02T03:04:05Z\"\n  resourceVersion: \"9\"\n  uid: {UID}\n")],
            &["metadata:\n  creationTimestamp: \"<time>\"\n  resourceVersion: \"<rv:1>\"\n  uid: <uid:1>\n"],
        );
        check(
            &["items:\n- metadata:\n    resourceVersion: \"9\"\nmetadata:\n  resourceVersion: \"11\"\n"],
            &["items:\n- metadata:\n    resourceVersion: \"<rv:1>\"\nmetadata:\n  resourceVersion: \"<rv>\"\n"],
        );
    }
}
