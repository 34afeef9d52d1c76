//! Options that say who may ask the API server, and the authenticator that they make. Used by `up`. A password or token must never stand
//! in an option: command lines are for everybody to see.

use std::path::PathBuf;

use anyhow::{Context, Result};
use auth::Authenticator;
use auth::authn::Files;
use clap::{ArgAction, Args};
use pki::ClusterPki;
use sys::Sys;

/// Where `--help` shows them.
const HEADING: &str = "Credentials";

/// Credentials beside the certificates that the cluster's own authority issues.
#[derive(Args)]
pub(crate) struct Credentials {
    /// Static bearer tokens: lines of token,user,uid,"group1,group2"
    ///
    /// Read again when the file changes.
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    token_auth_file: Option<PathBuf>,
    /// Passwords for HTTP basic authentication: lines of password,user,uid,"group1,group2"
    ///
    /// Read again when the file changes. Without it, basic authentication is off.
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    basic_auth_file: Option<PathBuf>,
    /// Further certificate authorities (PEM) whose client certificates are accepted
    ///
    /// Read again when the file changes.
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    client_ca_file: Option<PathBuf>,
    /// Whether requests without a credential are let in as system:anonymous
    ///
    /// That user may read health and version.
    #[arg(long, value_name = "BOOL", default_value_t = true, default_missing_value = "true", num_args = 0..=1, require_equals = true,
        action = ArgAction::Set, help_heading = HEADING)]
    anonymous_auth: bool,
}

impl Credentials {
    /// Reads the files, and goes on to read them whenever they change.
    pub(crate) fn open(&self, sys: &Sys, pki: &ClusterPki) -> Result<Authenticator> {
        let files = Files {
            client_ca: self.client_ca_file.clone(),
            tokens: self.token_auth_file.clone(),
            passwords: self.basic_auth_file.clone(),
        };
        files.open(sys, vec![pki.authority().clone()], self.anonymous_auth).context("read credentials")
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        credentials: Credentials,
    }

    #[test]
    fn anonymous_requests_are_switched_as_upstream_does() {
        let check = |words: &[&str], expect: Option<bool>| {
            let line = Line::try_parse_from([&["up"], words].concat()).ok();
            assert_eq!(line.map(|line| line.credentials.anonymous_auth), expect, "{words:?}");
        };
        check(&[], Some(true));
        check(&["--anonymous-auth"], Some(true));
        check(&["--anonymous-auth=true"], Some(true));
        check(&["--anonymous-auth=false"], Some(false));
        check(&["--anonymous-auth=maybe"], None);
        check(&["--anonymous-auth", "false"], None);
    }
}
