//! Image references as container registries write them: whether one stands for whatever is newest. Called by defaulting. Source: the
//! grammar of `github.com/distribution/reference` and `pkg/util/parsers/parsers.go`.

/// Longest path of a repository, in bytes.
const MAX_PATH: usize = 255;
/// Registry of references that name none, and its older name.
const HUB: &str = "docker.io";
const OLD_HUB: &str = "index.docker.io";

/// Whether the reference has the tag `latest`, or neither tag nor digest. One that cannot be read does not.
pub(super) fn is_latest(image: &str) -> bool {
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if image.len() == 64 && image.bytes().all(hex) {
        return false;
    }
    let (domain, rest) = split_domain(image);
    let remote = rest.split(':').next().unwrap_or_default();
    if remote.to_lowercase() != remote {
        return false;
    }
    let (rest, digest) = match rest.split_once('@') {
        Some((rest, digest)) => (rest, Some(digest)),
        None => (rest.as_str(), None),
    };
    let (path, tag) = match rest.rsplit_once(':') {
        Some((path, tag)) => (path, Some(tag)),
        None => (rest, None),
    };
    let sound = is_name(&domain, path) && tag.is_none_or(is_tag) && digest.is_none_or(is_digest);
    sound && tag.map_or(digest.is_none(), |tag| tag == "latest")
}

/// Registry and the rest. The first part is a registry if it could not be anything else.
fn split_domain(image: &str) -> (String, String) {
    let (domain, mut rest) = match image.split_once('/') {
        Some((first, rest)) if first == OLD_HUB || first == HUB => (HUB, rest.to_owned()),
        Some((first, rest)) if first == "localhost" || first.contains(['.', ':']) || first.to_lowercase() != first => {
            (first, rest.to_owned())
        }
        _ => (HUB, image.to_owned()),
    };
    if domain == HUB && !rest.contains('/') {
        rest.insert_str(0, "library/");
    }
    (domain.to_owned(), rest)
}

/// The registry may also read as the first part of the path.
fn is_name(domain: &str, path: &str) -> bool {
    if is_domain(domain) && is_path(path) {
        return path.len() <= MAX_PATH;
    }
    let whole = format!("{domain}/{path}");
    is_path(&whole) && whole.len() <= MAX_PATH
}

/// Host name or bracketed IPv6 address, with or without a port.
fn is_domain(domain: &str) -> bool {
    let host = match domain.rsplit_once(':') {
        Some((host, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => domain,
    };
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    if let Some(address) = address {
        return !address.is_empty() && address.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b':');
    }
    host.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}

fn is_path(path: &str) -> bool {
    path.split('/').all(is_component)
}

/// Lower-case letters and digits with single dots, one or two underscores, or any number of dashes between them.
fn is_component(component: &str) -> bool {
    let alphanumeric = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = component.as_bytes();
    let ends = bytes.first().zip(bytes.last()).is_some_and(|(first, last)| alphanumeric(*first) && alphanumeric(*last));
    let mut separators = component.split(|c: char| u8::try_from(c).is_ok_and(alphanumeric)).filter(|text| !text.is_empty());
    ends && separators.all(|text| matches!(text, "." | "_" | "__") || text.bytes().all(|byte| byte == b'-'))
}

fn is_tag(tag: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let mut bytes = tag.bytes();
    tag.len() <= 128 && bytes.next().is_some_and(word) && bytes.all(|byte| word(byte) || matches!(byte, b'.' | b'-'))
}

/// Only these algorithms are known.
fn is_digest(digest: &str) -> bool {
    let Some((algorithm, hex)) = digest.split_once(':') else { return false };
    let length = match algorithm {
        "sha256" => 64,
        "sha384" => 96,
        "sha512" => 128,
        _ => return false,
    };
    hex.len() == length && hex.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::is_latest;

    #[test]
    fn only_latest_is_pulled_always() {
        let hex = "0123456789abcdef".repeat(4);
        let latest = [
            "nginx",
            "nginx:latest",
            "a/b",
            "docker.io/nginx",
            "index.docker.io/a",
            "localhost/a",
            "localhost:5000/a",
            "r.io:1/a/b:latest",
            "[::1]:5000/a",
            "R/a",
            "a__b/c-----d",
            "a_b.io/x",
            "docker.io/a/b",
        ];
        let not = [
            "",
            ":",
            "nginx:1",
            "a//b",
            "A",
            "a:latest:1",
            "a:-x",
            "a:",
            "/a",
            "a/",
            "a..b",
            "a___b",
            "r.io/",
            "r.io/A",
            "-a",
            "a@",
            "é",
            "a@sha256:12",
            "localhost:/a",
            "[]:1/a",
            "[::1/a",
            "a:b/c:latest:",
        ];
        for image in latest {
            assert!(is_latest(image), "{image}");
        }
        for image in not {
            assert!(!is_latest(image), "{image}");
        }
        assert!(!is_latest(&hex) && is_latest(&hex[1..]));
        assert!(!is_latest(&format!("a@sha256:{hex}")) && is_latest(&format!("a:latest@sha256:{hex}")));
        assert!(!is_latest(&format!("a:latest@sha256:{}", hex.to_uppercase())) && !is_latest(&format!("a:latest@md5:{hex}")));
        assert!(is_latest(&"a".repeat(247)) && !is_latest(&"a".repeat(248)) && !is_latest(&format!("a:{}", "b".repeat(129))));
    }
}
