//! Putting entries into the text of a kubeconfig file without touching the rest of it: comments, order and layout stay. Called by
//! [`super::merge_into_file`], which believes the result only if it reads as what it should, and else writes the file anew. So this
//! need not understand all of YAML, only the layout that people and kubectl write; it must never guess.
//!
//! ```yaml
//! clusters:          # a header: a key at the left edge with nothing behind it
//! - cluster: ...     # an item: a dash, at the same distance from the edge as the first one
//!   name: mine
//! ```

use serde_json::Value;

/// An entry of one of the lists.
pub(super) struct Entry<'a> {
    /// `clusters`, `users` or `contexts`.
    pub(super) list: &'a str,
    /// Its name.
    pub(super) name: &'a str,
    /// All of it.
    pub(super) content: &'a Value,
}

/// The text with these entries put in, and with `current` as its current context if one is given; none where the layout is another.
pub(super) fn put(text: &str, entries: &[Entry<'_>], current: Option<&str>) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for entry in entries {
        put_entry(&mut lines, entry)?;
    }
    if let Some(context) = current {
        let line = format!("current-context: {}", scalar(context)?);
        match lines.iter().position(|line| line.starts_with("current-context:")) {
            Some(at) => lines[at] = line,
            None => lines.push(line),
        }
    }
    lines.push(String::new());
    Some(lines.join("\n"))
}

fn scalar(text: &str) -> Option<String> {
    Some(super::yaml(&Value::from(text)).ok()?.trim_end().to_owned())
}

fn put_entry(lines: &mut Vec<String>, entry: &Entry<'_>) -> Option<()> {
    let written = super::yaml(&Value::Array(vec![entry.content.clone()])).ok()?;
    let indented = |indent: usize| -> Vec<String> { written.lines().map(|line| format!("{:indent$}{line}", "")).collect() };
    let header = format!("{}:", entry.list);
    let Some(at) = lines.iter().position(|line| line.starts_with(&header)) else {
        lines.push(header);
        lines.extend(indented(0));
        return Some(());
    };
    let rest = lines[at][header.len()..].split(" #").next().unwrap_or_default().trim();
    match rest {
        "" => (),
        "[]" | "null" | "~" => lines[at] = header,
        _ => return None,
    }
    let end = at + 1 + lines[at + 1..].iter().position(|line| is_top_level(line)).unwrap_or(lines.len() - at - 1);
    let Some(first) = (at + 1..end).find(|n| is_item(&lines[*n])) else {
        lines.splice(at + 1..at + 1, indented(0));
        return Some(());
    };
    let indent = indentation(&lines[first]);
    let starts: Vec<usize> = (first..end).filter(|n| is_item(&lines[*n]) && indentation(&lines[*n]) == indent).collect();
    for (n, start) in starts.iter().enumerate() {
        let stop = trimmed(lines, *start, starts.get(n + 1).copied().unwrap_or(end), indent);
        if name_of(&lines[*start..stop], indent)? == entry.name {
            lines.splice(*start..stop, indented(indent));
            return Some(());
        }
    }
    let last = trimmed(lines, *starts.last()?, end, indent);
    lines.splice(last..last, indented(indent));
    Some(())
}

/// Whether a line ends the list before it.
fn is_top_level(line: &str) -> bool {
    !matches!(line.bytes().next(), None | Some(b' ' | b'#' | b'\t')) && !is_item(line)
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    line == "-" || line.starts_with("- ")
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The end of an item without the blank lines and comments behind it, which belong to what follows.
fn trimmed(lines: &[String], start: usize, mut end: usize, indent: usize) -> usize {
    let of_item = |line: &str| {
        let content = line.trim_start_matches(' ');
        !content.is_empty() && (indentation(line) > indent || !content.starts_with('#'))
    };
    while end > start + 1 && !of_item(&lines[end - 1]) {
        end -= 1;
    }
    end
}

/// The name of an item.
fn name_of(item: &[String], indent: usize) -> Option<String> {
    let text: Vec<&str> = item.iter().map(|line| line.get(indent..).unwrap_or_default()).collect();
    let read: Value = serde_saphyr::from_str(&text.join("\n")).ok()?;
    Some(read.get(0)?.get("name")?.as_str()?.to_owned())
}
