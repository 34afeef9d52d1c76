//! The memory store against the contract.
