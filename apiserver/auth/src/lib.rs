//! Who asks, and what they may do: authenticators and authorisers, one file each, and the lists that combine them. Called by the API
//! server's filters. Neither side knows HTTP routing or storage.
#![warn(missing_docs)]

pub mod authn;
pub mod authz;
mod identity;

pub use authn::{Authenticator, Credentials};
pub use authz::{Authorizer, Authorizers};
pub use identity::Identity;
