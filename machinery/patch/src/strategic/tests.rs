//! Cases whose outcome was taken from upstream.
