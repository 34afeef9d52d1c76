//! The table of kinds that have no columns of their own (roles, limit ranges, storage capacities ...). Source: upstream
//! `apiserver/pkg/registry/rest/table.go`.

use super::Printer;
use super::cell::{CREATED_AT, NAME, created_at, name};

pub(super) static PRINTER: Printer = Printer::new(&[NAME, CREATED_AT], |tree, _| vec![name(tree), created_at(tree)].into());
