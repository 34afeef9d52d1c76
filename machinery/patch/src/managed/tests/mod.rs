//! Tests of managed fields.

mod oracle;
mod schemas;
mod sets;
mod small;
