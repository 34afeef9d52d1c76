//! Kinds of group apiextensions.k8s.io.

pub mod customresourcedefinition;
