//! Secrets of one reference server: the service account key pair and the administrator's token. Called by `reference` only.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::state::write_private;
use crate::upstream::users_of_cases;

/// Writes `sa.key`, `sa.pub` and `tokens.csv` into `dir`; returns the token of a member of `system:masters`. The users of the cases
/// stand in the file as well.
pub(super) fn write(dir: &Path) -> Result<String> {
    let random = SystemRandom::new();
    let private = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).map_err(|_| anyhow!("no key made"))?;
    let pair =
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, private.as_ref()).map_err(|_| anyhow!("bad key made"))?;
    let public: PublicKeyX509Der<'_> = pair.public_key().as_der().context("cannot encode the public key")?;
    write_private(&dir.join("sa.key"), pem("PRIVATE KEY", private.as_ref()).as_bytes())?;
    write_private(&dir.join("sa.pub"), pem("PUBLIC KEY", public.as_ref()).as_bytes())?;
    let mut bytes = [0_u8; 16];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow!("no randomness"))?;
    let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let users = std::fs::read_to_string(users_of_cases()).context("cannot read the users of the cases")?;
    write_private(&dir.join("tokens.csv"), format!("{token},admin,admin,\"system:masters\"\n{users}").as_bytes())?;
    Ok(token)
}

fn pem(label: &str, der: &[u8]) -> String {
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(der))
}
