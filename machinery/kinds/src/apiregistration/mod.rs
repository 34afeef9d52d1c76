//! Kinds of group apiregistration.k8s.io.

pub mod apiservice;
