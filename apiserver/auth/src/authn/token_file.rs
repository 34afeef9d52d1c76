//! Static tokens: a file that says whose each is. Called by the authenticator with the token that a request shows, wherever it stood.
//! Source: apiserver `pkg/authentication/token/tokenfile/tokenfile.go`.

use std::collections::BTreeMap;

use sys::Entropy;

use super::records::{self, Malformed, Note};
use super::secrets::Secrets;
use crate::identity::Identity;

/// The tokens of a file.
pub struct Tokens(Secrets);

impl Tokens {
    /// Reads a file: `token,user name,user id,"group,group"` a line. A record without a token is left out; of two with the same, the
    /// later one counts.
    ///
    /// # Errors
    /// The first line that is malformed.
    pub fn read(file: &[u8], entropy: &dyn Entropy) -> Result<(Self, Vec<Note>), Malformed> {
        let mut notes = Vec::new();
        let mut by_token = BTreeMap::new();
        for entry in records::read(file)? {
            let line = entry.line;
            if entry.secret.is_empty() {
                notes.push(Note { line, what: "an empty token is left out" });
            } else if by_token.insert(entry.secret, entry.identity).is_some() {
                notes.push(Note { line, what: "a token that stands there already: this record counts" });
            }
        }
        let mut secrets = Secrets::new(entropy);
        for (token, identity) in by_token {
            secrets.add(&[&token], identity);
        }
        Ok((Self(secrets), notes))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody has one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whose token it is.
    pub(super) fn find(&self, token: &[u8]) -> Option<&Identity> {
        self.0.find(&[token])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_their_users() {
        let sys = sys::sim::Sim::new(1).sys();
        let file = "one,jane,1,\"a,b\"\n,nobody,2\ntwo,joe,3\none,john,4\n";
        let (tokens, notes) = Tokens::read(file.as_bytes(), &*sys.entropy).unwrap();
        assert_eq!(notes.iter().map(|note| note.line).collect::<Vec<_>>(), [2, 4]);
        let check = |token: &str, expect: Option<(&str, &str)>| {
            let found = tokens.find(token.as_bytes()).map(|user| (user.name.as_str(), user.uid.as_str()));
            assert_eq!(found, expect, "{token:?}");
        };
        assert_eq!(tokens.len(), 2);
        check("one", Some(("john", "4")));
        check("two", Some(("joe", "3")));
        for wrong in ["", "on", "one ", "One", "nobody"] {
            check(wrong, None);
        }
    }
}
