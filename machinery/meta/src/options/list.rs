//! Options of reads: get, list and watch, and where a list starts (KEP-2340's table, apiserver `storage.ValidateListOptions`).

use super::{Query, number, refuse};
use crate::field::{FieldError, FieldErrors, Path, Value, aggregate};
use crate::revision::{Continue, Revision};
use crate::{Status, fields, labels};

/// Options of a get.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GetOptions {
    /// The least revision to answer from, as given.
    pub resource_version: String,
}

impl GetOptions {
    /// From the query.
    #[must_use]
    pub fn from_query(query: &Query) -> Self {
        Self { resource_version: query.first("resourceVersion").unwrap_or_default().to_owned() }
    }

    /// The least revision to answer from: nothing asks for the latest, zero takes any.
    ///
    /// # Errors
    /// 500 without reason for a revision that is no number (sic).
    pub fn minimum(&self) -> Result<Option<Revision>, Status> {
        at_least(&self.resource_version)
    }
}

/// Options of a list, a watch and a delete of a collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListOptions {
    /// Labels to select by.
    pub label_selector: labels::Selector,
    /// Fields to select by, with the labels of the request's version: see [`fields::Selector::transform`].
    pub field_selector: fields::Selector,
    /// Stream changes.
    pub watch: bool,
    /// Send bookmarks.
    pub allow_watch_bookmarks: bool,
    /// As given.
    pub resource_version: String,
    /// `Exact` or `NotOlderThan`, as given.
    pub resource_version_match: String,
    /// Seconds to serve a watch, or to spend on a list.
    pub timeout_seconds: Option<i64>,
    /// Objects per page; zero or less: all.
    pub limit: i64,
    /// Token of the next page.
    pub continue_token: String,
    /// Start a watch with the objects there are.
    pub send_initial_events: Option<bool>,
}

/// Where a list starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListStart {
    /// At the latest revision there is: a consistent read.
    Latest,
    /// At whatever is at hand (`resourceVersion=0`).
    Any,
    /// At this revision or a later one.
    AtLeast(Revision),
    /// At exactly this revision.
    Exact(Revision),
    /// Where the page before ended.
    Page(Continue),
}

impl ListOptions {
    /// From the query, without defaults.
    ///
    /// # Errors
    /// 400 for numbers and selectors that cannot be read.
    pub fn from_query(query: &Query) -> Result<Self, Status> {
        let text = |name| query.first(name).unwrap_or_default().to_owned();
        let timeout_seconds = number(query, "timeoutSeconds")?;
        let limit = number(query, "limit")?.unwrap_or_default();
        let refused = |error: &dyn std::fmt::Display| Status::bad_request(error.to_string());
        Ok(Self {
            label_selector: labels::Selector::parse(&text("labelSelector")).map_err(|e| refused(&e))?,
            field_selector: fields::Selector::parse(&text("fieldSelector")).map_err(|e| refused(&e))?,
            watch: query.flag("watch").unwrap_or_default(),
            allow_watch_bookmarks: query.flag("allowWatchBookmarks").unwrap_or_default(),
            resource_version: text("resourceVersion"),
            resource_version_match: text("resourceVersionMatch"),
            timeout_seconds,
            limit,
            continue_token: text("continue"),
            send_initial_events: query.flag("sendInitialEvents"),
        })
    }

    /// Turns a watch from no particular revision into one that sends initial events (`SetListOptionsDefaults`), where the
    /// `WatchList` gate is on.
    pub fn set_defaults(&mut self, watch_list: bool) {
        let unset = self.send_initial_events.is_none() && self.resource_version_match.is_empty();
        let legacy = matches!(self.resource_version.as_str(), "" | "0");
        if watch_list && self.watch && unset && legacy {
            self.send_initial_events = Some(true);
            "NotOlderThan".clone_into(&mut self.resource_version_match);
        }
    }

    /// Checks what fits together.
    ///
    /// # Errors
    /// 422 on `ListOptions.meta.k8s.io`.
    pub fn validate(&self, watch_list: bool) -> Result<(), Status> {
        let problems = if self.watch { self.watch_problems(watch_list) } else { self.list_problems() };
        refuse("ListOptions", &problems)
    }

    fn list_problems(&self) -> FieldErrors {
        let path = Path::new("resourceVersionMatch");
        let mut errors = FieldErrors::new();
        let rule = self.resource_version_match.as_str();
        if !rule.is_empty() {
            let mut forbid = |when: bool, complaint: &'static str| {
                if when {
                    errors.push(FieldError::forbidden(&path, complaint));
                }
            };
            let unset = self.resource_version.is_empty();
            forbid(unset, "resourceVersionMatch is forbidden unless resourceVersion is provided");
            let paged = !self.continue_token.is_empty();
            forbid(paged, "resourceVersionMatch is forbidden when continue is provided");
            if rule != "Exact" && rule != "NotOlderThan" {
                let allowed = ["Exact", "NotOlderThan", ""];
                errors.push(FieldError::not_supported(&path, Value::named(rule), &allowed));
            }
            if rule == "Exact" && self.resource_version == "0" {
                let complaint = "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"";
                errors.push(FieldError::forbidden(&path, complaint));
            }
        }
        if self.send_initial_events.is_some() {
            let path = Path::new("sendInitialEvents");
            errors.push(FieldError::forbidden(&path, "sendInitialEvents is forbidden for list"));
        }
        errors
    }

    fn watch_problems(&self, watch_list: bool) -> FieldErrors {
        let path = Path::new("resourceVersionMatch");
        let mut errors = FieldErrors::new();
        let rule = self.resource_version_match.as_str();
        if self.send_initial_events.is_some() {
            if rule != "NotOlderThan" {
                let complaint = "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan";
                errors.push(FieldError::forbidden(&path, complaint));
            }
            if !watch_list {
                let complaint = "sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled";
                errors.push(FieldError::forbidden(&Path::new("sendInitialEvents"), complaint));
            }
        }
        if !rule.is_empty() {
            if self.send_initial_events.is_none() {
                let complaint = "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided";
                errors.push(FieldError::forbidden(&path, complaint));
            }
            if rule != "NotOlderThan" {
                errors.push(FieldError::not_supported(&path, Value::named(rule), &["NotOlderThan"]));
            }
            if !self.continue_token.is_empty() {
                errors.push(FieldError::forbidden(&path, "resourceVersionMatch is forbidden when continue is provided"));
            }
        }
        errors
    }

    /// Where the list starts. Call after [`ListOptions::validate`].
    ///
    /// # Errors
    /// 400 for a revision or continue token that cannot be read, or both given.
    pub fn start(&self) -> Result<ListStart, Status> {
        if !self.continue_token.is_empty() {
            let page = Continue::decode(&self.continue_token)
                .map_err(|error| Status::bad_request(format!("invalid continue token: {error}")))?;
            if !matches!(self.resource_version.as_str(), "" | "0") {
                return Err(Status::bad_request("specifying resource version is not allowed when using continue"));
            }
            return Ok(ListStart::Page(page));
        }
        if self.resource_version.is_empty() {
            return Ok(ListStart::Latest);
        }
        let revision = Revision::parse(&self.resource_version)
            .map_err(|errors| Status::bad_request(format!("invalid resource version: {}", aggregate(&errors))))?;
        let exact = match self.resource_version_match.as_str() {
            "Exact" => true,
            "NotOlderThan" => false,
            // Before the match rule existed a page size asked for the exact revision.
            _ => self.limit > 0,
        };
        Ok(match revision {
            Revision(0) => ListStart::Any,
            revision if exact => ListStart::Exact(revision),
            revision => ListStart::AtLeast(revision),
        })
    }

    /// The revision a watch goes on from: nothing where none is given, zero where any will do.
    ///
    /// # Errors
    /// 500 without reason for a revision that is no number (sic).
    pub fn watch_from(&self) -> Result<Option<Revision>, Status> {
        at_least(&self.resource_version)
    }
}

fn at_least(text: &str) -> Result<Option<Revision>, Status> {
    if text.is_empty() {
        return Ok(None);
    }
    Revision::parse(text).map(Some).map_err(|errors| Status::unmapped(aggregate(&errors)))
}
