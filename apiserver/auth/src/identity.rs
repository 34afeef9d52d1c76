//! Who asks: what authenticators give, and what authorisers, strategies and audit see.

/// The anonymous user.
pub(crate) const ANONYMOUS: &str = "system:anonymous";
/// Group of everybody who presented no credential.
pub(crate) const UNAUTHENTICATED: &str = "system:unauthenticated";
/// Group of everybody whose credential was accepted.
pub(crate) const AUTHENTICATED: &str = "system:authenticated";
/// Group whose members may do anything.
pub(crate) const MASTERS: &str = "system:masters";

/// A user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// User name.
    pub name: String,
    /// User id; empty where the authenticator knows none.
    pub uid: String,
    /// Groups, in the authenticator's order.
    pub groups: Vec<String>,
    /// Extra attributes by key.
    pub extra: Vec<(String, Vec<String>)>,
}

impl Identity {
    /// Somebody without a credential.
    #[must_use]
    pub fn anonymous() -> Self {
        Self { name: ANONYMOUS.to_owned(), groups: vec![UNAUTHENTICATED.to_owned()], ..Self::default() }
    }

    /// Whether nobody knows who this is.
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        self.name == ANONYMOUS || self.is_in(UNAUTHENTICATED)
    }

    /// Whether this is a member of a group.
    #[must_use]
    pub fn is_in(&self, group: &str) -> bool {
        self.groups.iter().any(|g| g == group)
    }
}
