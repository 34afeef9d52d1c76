//! User names with passwords: the file, and the header that shows them. Upstream removed this in v1.19; it is off unless a file is given.
//! Called by the authenticator. Source: apiserver v0.18 `plugin/pkg/authenticator/password/passwordfile` and `request/basicauth`; the
//! header is decoded as Go's `Request.BasicAuth` does.

use std::collections::BTreeMap;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};
use sys::Entropy;

use super::Refused;
use super::records::{self, Malformed, Note};
use super::secrets::Secrets;
use crate::identity::Identity;

/// As Go decodes: padded, and whatever the last bits are.
const BASE64: GeneralPurpose = GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true));

/// The users of a file.
pub struct Passwords(Secrets);

impl Passwords {
    /// Reads a file: `password,user name,user id,"group,group"` a line. A record without a password is left out; of two with the same
    /// user name, the later one counts.
    ///
    /// # Errors
    /// The first line that is malformed.
    pub fn read(file: &[u8], entropy: &dyn Entropy) -> Result<(Self, Vec<Note>), Malformed> {
        let mut notes = Vec::new();
        let mut by_name = BTreeMap::new();
        for entry in records::read(file)? {
            let line = entry.line;
            if entry.secret.is_empty() {
                notes.push(Note { line, what: "an empty password is left out" });
            } else if by_name.insert(entry.identity.name.clone(), entry).is_some() {
                notes.push(Note { line, what: "a user who stands there already: this record counts" });
            }
        }
        let mut secrets = Secrets::new(entropy);
        for (name, entry) in by_name {
            // Name and password as one secret: to ask for an unknown user costs what it costs to ask for a known one.
            secrets.add(&[name.as_bytes(), &entry.secret], entry.identity);
        }
        Ok((Self(secrets), notes))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The user whom an `Authorization` header names, if it is one of this scheme.
    ///
    /// # Errors
    /// It is, and the password is wrong, or there is none to be read.
    pub(super) fn authenticate(&self, header: &[u8]) -> Result<Option<&Identity>, Refused> {
        let end = header.iter().position(|byte| *byte == b' ').unwrap_or(header.len());
        let (scheme, rest) = header.split_at(end);
        if !scheme.eq_ignore_ascii_case(b"basic") {
            return Ok(None);
        }
        let decoded = BASE64.decode(rest.strip_prefix(b" ").unwrap_or(rest)).map_err(|_| Refused::UnreadablePassword)?;
        let colon = decoded.iter().position(|byte| *byte == b':').ok_or(Refused::UnreadablePassword)?;
        let (name, password) = (&decoded[..colon], &decoded[colon + 1..]);
        self.0.find(&[name, password]).map(Some).ok_or(Refused::Password)
    }
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose;

    use super::*;

    fn passwords(file: &str) -> (Passwords, Vec<Note>) {
        Passwords::read(file.as_bytes(), &*sys::sim::Sim::new(1).sys().entropy).unwrap()
    }

    #[test]
    fn a_record_without_a_password_lets_nobody_in() {
        let (users, notes) = passwords("old,jane,1\n,joe,2\nnew,jane,3\n");
        assert_eq!(notes.iter().map(|note| note.line).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(users.len(), 1);
    }

    #[test]
    fn headers() {
        let (users, _) = passwords("pass:word,jane,1\n\"gr\u{fc}n\",jo\u{eb},2\nx,,3\n");
        let check = |header: &str, expect: Result<Option<&str>, Refused>| {
            let found = users.authenticate(header.as_bytes()).map(|user| user.map(|user| user.uid.as_str()));
            assert_eq!(format!("{found:?}"), format!("{expect:?}"), "{header:?}");
        };
        let basic = |pair: &str| format!("Basic {}", general_purpose::STANDARD.encode(pair));
        check(&basic("jane:pass:word"), Ok(Some("1")));
        check(&basic("jane:pass:word").replace("Basic", "bAsIc"), Ok(Some("1")));
        check(&basic("jo\u{eb}:gr\u{fc}n"), Ok(Some("2")));
        check(&basic(":x"), Ok(Some("3")));
        for wrong in ["jane:pass", "jane:", "jane:pass:word:", "joe:pass:word", ":", "jane:x", "JANE:pass:word"] {
            check(&basic(wrong), Err(Refused::Password));
        }
        for unreadable in ["Basic", "Basic ", "Basic x", "Basic  eDp5", "Basic eDp5 ", "Basic eDp5=", "basic \u{fc}"] {
            check(unreadable, Err(Refused::UnreadablePassword));
        }
        check(&basic("jane"), Err(Refused::UnreadablePassword));
        for other in ["", "Bearer x", "BasicX eDp5", "Negotiate eDp5"] {
            check(other, Ok(None));
        }
    }
}
