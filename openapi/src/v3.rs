//! OpenAPI v3: the index at `/openapi/v3` and one document for each group version and root. Called by the API server; documents
//! are built when first asked for and kept deflated, so that an idle server holds nothing.

mod render;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use kinds::table::TYPES;

use crate::descriptions::{self, Descriptions};
use crate::discovery::write_resource_list;
use crate::document::Document;
use crate::etag;
use crate::operations::{self, ROOTS};
use crate::schema::Source;
use crate::served::{Served, path_of};
use crate::writer::Json;

/// OpenAPI v3 documents of one server.
pub struct OpenApi {
    served: Arc<Served>,
    kept: Mutex<BTreeMap<String, Arc<Document>>>,
}

impl OpenApi {
    /// Documents about `served`.
    #[must_use]
    pub fn new(served: Arc<Served>) -> Self {
        Self { served, kept: Mutex::default() }
    }

    /// The index: every document with its URL and hash. Builds no document: the hash covers what a document is made from, and the
    /// code that makes it.
    #[must_use]
    pub fn index(&self) -> Bytes {
        let mut j = Json::with_capacity(16 * 1024);
        j.object(|j| {
            j.member("paths", |j| {
                for path in self.paths() {
                    j.member(&path, |j| j.text("serverRelativeURL", &url(&path, &self.tag(&path))));
                }
            });
        });
        j.into_string().into()
    }

    /// The document with this name (`api/v1`, `apis/apps`, `version`); `None` where there is none.
    #[must_use]
    pub fn document(&self, path: &str) -> Option<Arc<Document>> {
        if let Some(found) = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return Some(Arc::clone(found));
        }
        // Built outside of the lock: two clients may do so at once, and the texts are the same.
        let json = self.build(path)?;
        let document = Arc::new(Document::new(self.tag(path), json.as_bytes()));
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Arc::clone(&document));
        Some(document)
    }

    /// Names of all documents, in byte order.
    fn paths(&self) -> BTreeSet<String> {
        let mut out: BTreeSet<String> = ROOTS.iter().map(|&p| p.to_owned()).collect();
        for group in &self.served.groups {
            if !group.name.is_empty() {
                out.insert(format!("apis/{}", group.name));
            }
            out.extend(group.versions.iter().map(|v| path_of(&group.name, &v.name)));
        }
        out
    }

    fn tag(&self, path: &str) -> String {
        let mut j = Json::with_capacity(8 * 1024);
        if let Some((group, version)) = split(path)
            && let Some(found) = self.served.version(group, version)
        {
            j.object(|j| write_resource_list(j, group, found));
        }
        let made_from = format!("{path}\n{:x} {:x}\n{}", descriptions::FINGERPRINT, TYPES.fingerprint, j.into_string());
        etag(made_from.as_bytes())
    }

    fn build(&self, path: &str) -> Option<String> {
        let descriptions = Descriptions::load();
        let mut own = None;
        let paths = match split(path) {
            Some((group_name, version_name)) => {
                let group = self.served.group(group_name)?;
                let version = group.versions.iter().find(|v| v.name == version_name)?;
                own = Some((group_name, version_name));
                operations::of_version(group, version, &descriptions)
            }
            None => {
                if !ROOTS.contains(&path) {
                    self.served.group(path.strip_prefix("apis/")?)?;
                }
                operations::of_root(path)?
            }
        };
        let own: Vec<(&str, &str)> = own.into_iter().collect();
        Some(render::document(&paths, &Source::new(&descriptions, &own)))
    }
}

/// `api/v1` -> (``, `v1`), `apis/apps/v1` -> (`apps`, `v1`); `None` for every other name.
fn split(path: &str) -> Option<(&str, &str)> {
    match path.strip_prefix("api/") {
        Some(version) => (!version.contains('/')).then_some(("", version)),
        None => path.strip_prefix("apis/")?.split_once('/').filter(|(_, version)| !version.contains('/')),
    }
}

/// Path and query of a document.
#[must_use]
pub fn url(path: &str, tag: &str) -> String {
    format!("/openapi/v3/{path}?hash={tag}")
}

#[cfg(test)]
mod tests;
