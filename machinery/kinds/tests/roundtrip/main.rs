//! Round trips of every built-in kind, from documents made out of the generated tables: that reading and printing is stable (always
//! run), that it is what Go does, with and without defaults (run by `scripts/lib/conformance.sh`, with `FERROKUBE_GO_ORACLE` naming
//! the built oracle), and that upstream's published API data comes out as it went in; all of that in JSON and in protobuf. Nothing here
//! depends on time; `FERROKUBE_SEED` and `FERROKUBE_ROUNDS`
//! change what is made and how much.

#[cfg(test)]
mod defaulting;
#[cfg(test)]
mod dice;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod literals;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod ours;
#[cfg(test)]
mod protobuf;
#[cfg(test)]
mod published;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod stable;
