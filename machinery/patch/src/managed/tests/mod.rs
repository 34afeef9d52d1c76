//! Tests of managed fields.

mod oracle;
mod schemas;
