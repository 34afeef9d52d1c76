//! Parameters of API operations: which ones each action takes, and what they mean in our words. Read by `operations`; it must
//! hold facts of the protocol only, the same for every kind.

use std::borrow::Cow;

use crate::descriptions::Descriptions;
use crate::schema::names::DELETE_OPTIONS;

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    Path,
    Query,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter<'a> {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) description: Cow<'a, str>,
    /// JSON type.
    pub(crate) ty: &'static str,
}

/// Which parameters an action takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    Read,
    List,
    Write,
    Patch,
    Delete,
    DeleteCollection,
    Log,
    Attach,
    Exec,
    PortForward,
    Proxy,
}

type Fact = (&'static str, &'static str, &'static str);

const PRETTY: Fact = ("pretty", "string", "\"true\" asks for indented output, which browsers, curl and wget get without asking.");

const DRY_RUN: Fact = ("dryRun", "string", "");

const WRITE: &[Fact] = &[
    DRY_RUN,
    ("fieldManager", "string", "Name of the actor whose changes these are: at most 128 characters, all of them printable."),
    FIELD_VALIDATION,
];

const FIELD_VALIDATION: Fact = (
    "fieldValidation",
    "string",
    "What to do with unknown and duplicate fields in the body. Ignore: drop them, the last duplicate wins. Warn (the default): the \
     same, and a Warning header names each of them. Strict: refuse the request and name them all.",
);

const PATCH: &[Fact] = &[
    DRY_RUN,
    (
        "fieldManager",
        "string",
        "Name of the actor whose changes these are: at most 128 characters, all of them printable. An apply patch must have one, \
         other patches may.",
    ),
    FIELD_VALIDATION,
    (
        "force",
        "boolean",
        "For apply patches only: take over fields that other managers own and that this patch changes, instead of answering with a \
         conflict.",
    ),
];

const LIST: &[Fact] = &[
    (
        "allowWatchBookmarks",
        "boolean",
        "Lets the server send BOOKMARK events in a watch, at times of its own choosing. Has no meaning without watch.",
    ),
    CONTINUE,
    FIELD_SELECTOR,
    LABEL_SELECTOR,
    LIMIT,
    RESOURCE_VERSION,
    RESOURCE_VERSION_MATCH,
    SEND_INITIAL_EVENTS,
    SHARD_SELECTOR,
    TIMEOUT_SECONDS,
    (
        "watch",
        "boolean",
        "Sends changes of the selected objects as a stream of events, from resourceVersion on, instead of a list.",
    ),
];

const DELETE: &[Fact] = &[
    DRY_RUN,
    ("gracePeriodSeconds", "integer", ""),
    ("ignoreStoreReadErrorWithClusterBreakingPotential", "boolean", ""),
    ("orphanDependents", "boolean", ""),
    ("propagationPolicy", "string", ""),
];

const COLLECTION: &[Fact] = &[
    CONTINUE,
    FIELD_SELECTOR,
    LABEL_SELECTOR,
    LIMIT,
    RESOURCE_VERSION,
    RESOURCE_VERSION_MATCH,
    SEND_INITIAL_EVENTS,
    SHARD_SELECTOR,
    TIMEOUT_SECONDS,
];

const CONTINUE: Fact = (
    "continue",
    "string",
    "Token from the metadata of an earlier page; asks for the next page of the same query. When it is too old the server answers 410 \
     and gives a fresh token, with which the list goes on from the same key but at the present revision. Not for watches.",
);
const FIELD_SELECTOR: Fact = ("fieldSelector", "string", "Keeps only objects whose fields match this selector.");
const LABEL_SELECTOR: Fact = ("labelSelector", "string", "Keeps only objects whose labels match this selector.");
const LIMIT: Fact = (
    "limit",
    "integer",
    "Largest number of objects in one answer. When there are more, the list's metadata has a continue token; an answer may be shorter \
     than the limit, so only the token says whether more follow. All pages show the same revision. Not for watches.",
);
const RESOURCE_VERSION: Fact = (
    "resourceVersion",
    "string",
    "Revision to read or watch from. See https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions for what each \
     value means. Unset by default.",
);
const RESOURCE_VERSION_MATCH: Fact = (
    "resourceVersionMatch",
    "string",
    "How resourceVersion applies to a list: Exact or NotOlderThan. Set it whenever a list has a resourceVersion. See \
     https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions. Unset by default.",
);
const SEND_INITIAL_EVENTS: Fact = (
    "sendInitialEvents",
    "boolean",
    "With watch=true: the stream begins with an ADDED event for each object that exists, then a BOOKMARK with the annotation \
     \"k8s.io/initial-events-end\": \"true\", then changes. Needs resourceVersionMatch=NotOlderThan. Without it a watch behaves so \
     when resourceVersion is unset or 0.",
);
const SHARD_SELECTOR: Fact = (
    "shardSelector",
    "string",
    "Keeps only objects in ranges of the 64-bit FNV-1a hash of a field: shardRange(object.metadata.uid, '0x0', \
     '0x8000000000000000'), several joined by ||; the upper bound is not included. object.metadata.namespace may be used as well. \
     Alpha: needs the feature gate ShardedListAndWatch.",
);
const TIMEOUT_SECONDS: Fact = ("timeoutSeconds", "integer", "Ends the call after this many seconds, however much has been sent.");

const CONTAINER: Fact = ("container", "string", "Name of the container; may be left out when the pod has only one.");

const LOG: &[Fact] = &[
    ("container", "string", "Name of the container whose log is read; may be left out when the pod has only one."),
    ("follow", "boolean", "Keeps the answer open and sends new lines as they come. False by default."),
    (
        "insecureSkipTLSVerifyBackend",
        "boolean",
        "Does not check the kubelet's serving certificate. The log may then come from somebody else; the server's own credentials stay \
         safe if the kubelet checks them.",
    ),
    ("limitBytes", "integer", "Stops after about this many bytes, possibly within a line."),
    ("previous", "boolean", "Reads the log of the container's previous, terminated run. False by default."),
    ("sinceSeconds", "integer", "Leaves out lines older than this many seconds. Excludes sinceTime."),
    (
        "stream",
        "string",
        "Which stream to read: All (the default, interleaved), Stdout or Stderr. With tailLines only All is possible.",
    ),
    ("tailLines", "integer", "Sends only this many lines from the end. All by default."),
    ("timestamps", "boolean", "Puts an RFC 3339 time before each line. False by default."),
];

const STREAMS: &[Fact] = &[
    ("stderr", "boolean", "Connects the standard error stream."),
    ("stdin", "boolean", "Connects the standard input stream. False by default."),
    ("stdout", "boolean", "Connects the standard output stream."),
    ("tty", "boolean", "Gives the process a terminal. False by default."),
];

const COMMAND: Fact = ("command", "string", "Program and arguments to run; repeat the parameter for each. No shell is involved.");
const PORTS: Fact = ("ports", "integer", "Ports to forward. Needed with WebSockets.");
const PROXY_PATH: Fact = ("path", "string", "URL path that the proxied request goes to.");

impl Set {
    /// Query parameters, ordered by name.
    pub(crate) fn query<'a>(self, descriptions: &'a Descriptions) -> Vec<Parameter<'a>> {
        let facts: Vec<&[Fact]> = match self {
            Self::Read => vec![&[PRETTY]],
            Self::List => vec![LIST, &[PRETTY]],
            Self::Write => vec![WRITE, &[PRETTY]],
            Self::Patch => vec![PATCH, &[PRETTY]],
            Self::Delete => vec![DELETE, &[PRETTY]],
            Self::DeleteCollection => vec![COLLECTION, DELETE, &[PRETTY]],
            Self::Log => vec![LOG, &[PRETTY]],
            Self::Attach => vec![&[CONTAINER], STREAMS],
            Self::Exec => vec![&[COMMAND, CONTAINER], STREAMS],
            Self::PortForward => vec![&[PORTS]],
            Self::Proxy => vec![&[PROXY_PATH]],
        };
        // The fields of DeleteOptions are described by the crate.
        let delete_options = descriptions.of(DELETE_OPTIONS);
        let mut out: Vec<Parameter<'a>> = facts
            .concat()
            .into_iter()
            .map(|(name, ty, own)| Parameter {
                name,
                place: Place::Query,
                description: if own.is_empty() {
                    delete_options.and_then(|d| d.field(name)).unwrap_or_default().into()
                } else {
                    own.into()
                },
                ty,
            })
            .collect();
        out.sort_by_key(|p| p.name);
        out
    }
}

/// A part of the path.
pub(crate) fn in_path<'a>(name: &'static str, description: impl Into<Cow<'a, str>>) -> Parameter<'a> {
    Parameter { name, place: Place::Path, description: description.into(), ty: "string" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_says_what_it_is_for() {
        let descriptions = Descriptions::load();
        let sets = [
            (Set::Read, 1),
            (Set::List, 12),
            (Set::Write, 4),
            (Set::Patch, 5),
            (Set::Delete, 6),
            (Set::DeleteCollection, 15),
            (Set::Log, 10),
            (Set::Attach, 5),
            (Set::Exec, 6),
            (Set::PortForward, 1),
            (Set::Proxy, 1),
        ];
        for (set, count) in sets {
            let all = set.query(&descriptions);
            assert_eq!(all.len(), count, "{set:?}");
            for parameter in all {
                assert!(!parameter.description.is_empty(), "{set:?} {}", parameter.name);
            }
        }
    }
}
