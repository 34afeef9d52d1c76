//! The sentences that explain types and fields, taken at build time from the k8s-openapi crate (see build.rs). Read while an
//! OpenAPI document is built and dropped afterwards; must never be kept inflated.

use std::io::Read as _;

include!(concat!(env!("OUT_DIR"), "/facts.rs"));

static DEFLATED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/descriptions.deflate"));

/// All descriptions, inflated.
pub struct Descriptions {
    text: String,
    /// Start and end of each definition's record, ordered by name.
    records: Vec<(u32, u32)>,
}

impl Descriptions {
    /// Inflates the texts: a megabyte, a few milliseconds.
    #[must_use]
    pub fn load() -> Self {
        let mut text = String::with_capacity(TEXT);
        flate2::read::DeflateDecoder::new(DEFLATED)
            .read_to_string(&mut text)
            .expect("the texts were deflated by this crate's build script");
        let place = |at: usize| u32::try_from(at).expect("the texts are far smaller than 4 GiB");
        let mut records = Vec::with_capacity(DEFINITIONS);
        let mut start = 0;
        for record in text.split('\u{1e}') {
            let end = start + record.len();
            if !record.is_empty() {
                records.push((place(start), place(end)));
            }
            start = end + 1;
        }
        Self { text, records }
    }

    /// What is said about one definition, by its OpenAPI name; `None` where nothing is.
    #[must_use]
    pub fn of(&self, definition: &str) -> Option<Described<'_>> {
        let at = self.records.binary_search_by(|&r| self.record(r).name.cmp(definition)).ok()?;
        Some(self.record(self.records[at]))
    }

    fn record(&self, (start, end): (u32, u32)) -> Described<'_> {
        let mut parts = self.text[start as usize..end as usize].splitn(3, '\u{1f}');
        Described {
            name: parts.next().unwrap_or_default(),
            text: parts.next().unwrap_or_default(),
            fields: parts.next().unwrap_or_default(),
        }
    }

    #[cfg(test)]
    fn all(&self) -> impl Iterator<Item = Described<'_>> {
        self.records.iter().map(|&r| self.record(r))
    }
}

/// What is said about one definition and its fields.
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    /// OpenAPI name.
    pub name: &'a str,
    /// Its sentence; may be empty.
    pub text: &'a str,
    fields: &'a str,
}

impl<'a> Described<'a> {
    /// The sentence about one field.
    #[must_use]
    pub fn field(&self, json: &str) -> Option<&'a str> {
        self.pairs().find(|(name, _)| *name == json).map(|(_, text)| text)
    }

    fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut parts = self.fields.split('\u{1f}');
        std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A changed layout in a later release of the crate must fail here rather than serve empty texts.
    #[test]
    fn every_type_and_field_of_the_crate_is_described() {
        let descriptions = Descriptions::load();
        let (mut types, mut fields) = (0, 0);
        for described in descriptions.all() {
            types += usize::from(!described.text.is_empty());
            fields += described.pairs().filter(|(name, text)| !name.is_empty() && !text.is_empty()).count();
        }
        assert!(types >= 768, "{types} definitions");
        assert!(fields >= 3_003, "{fields} fields");
        assert_eq!((descriptions.records.len(), fields), (DEFINITIONS, FIELDS));
    }

    #[test]
    fn lookups_find_types_fields_and_their_escapes() {
        let descriptions = Descriptions::load();
        let port = descriptions.of("io.k8s.api.core.v1.ContainerPort").unwrap();
        assert_eq!(port.text, "ContainerPort represents a network port in a single container.");
        assert_eq!(port.field("protocol"), Some("Protocol for port. Must be UDP, TCP, or SCTP. Defaults to \"TCP\"."));
        assert_eq!(port.field("nope"), None);
        assert!(descriptions.of("io.k8s.api.core.v1.Nope").is_none());
        // A reference to another definition carries its text in another shape; a field may itself be called "description".
        let pod = descriptions.of("io.k8s.api.core.v1.Pod").unwrap();
        assert!(pod.field("spec").unwrap().starts_with("Specification of the desired behavior of the pod."));
        let schema = descriptions.of("io.k8s.api.scheduling.v1.PriorityClass").unwrap();
        assert!(schema.field("description").unwrap().starts_with("description is an arbitrary string"));
    }
}
