//! One client on a connection of its own: sends writes and reads of the run's objects and records what came of them. Called by
//! `writers` and the tools' main threads. It retries nothing.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::history::{Intent, Key, List, Outcome, Read as Got, Refusal, Revision, Scope, Version, Write, colour};
use super::object::{self, Read, ReadList};
use super::random::Random;
use super::vanish::{Cut, vanish};
use super::world::World;
use crate::http::{Identity, Request, Response, Session, Target};

/// How the server says that its disk is full; it promises that nothing was changed.
const NO_SPACE: &str = "no space left on the disk";

/// Longest silence of a server that is there.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Client<'w> {
    world: &'w World,
    session: Session,
    /// What the server said when it last refused something.
    last_refusal: String,
    /// An answer has been missed: what comes next on this connection means nothing.
    broken: bool,
}

impl<'w> Client<'w> {
    /// # Errors
    /// The server is not there; nothing was asked for.
    pub(crate) fn connect(world: &'w World, target: &Arc<Target>) -> Result<Self> {
        Ok(Self { world, session: Session::open(target, PATIENCE)?, last_refusal: String::new(), broken: false })
    }

    pub(crate) const fn is_broken(&self) -> bool {
        self.broken
    }

    pub(crate) fn last_refusal(&self) -> &str {
        &self.last_refusal
    }

    /// Whether anything is believed to be under a key.
    pub(crate) fn knows(&self, key: Key) -> bool {
        self.world.known(key).is_some()
    }

    /// Sends a small write and says which colour it had.
    pub(crate) fn write_coloured(&mut self, key: Key, intent: Intent) -> (Outcome, u8) {
        let outcome = self.write(key, intent, 0);
        (outcome, if let Outcome::Stored(version) = outcome { colour(version.token) } else { 0 })
    }

    /// Sends a write with a content of so many KiB, and records it.
    pub(crate) fn write(&mut self, key: Key, intent: Intent, kibibytes: u64) -> Outcome {
        let (token, since) = (self.world.token(kibibytes), self.world.seen());
        let outcome = if self.world.plants.early_ack.load(Ordering::SeqCst) && !matches!(intent, Intent::Delete(_)) {
            self.pretend(key, token)
        } else {
            self.carry_out(key, intent, token)
        };
        self.world.note(|record| record.writes.push(Write { key, intent, token, since, outcome }));
        match outcome {
            Outcome::Stored(version) => {
                self.world.saw(version.revision);
                self.world.learn(key, version);
            }
            Outcome::Deleted(uid) => self.world.forget(key, Some(uid)),
            Outcome::Refused(Refusal::Missing) => self.world.forget(key, None),
            Outcome::Refused(_) | Outcome::Unknown => {}
        }
        outcome
    }

    /// Sends a write, leaves before the answer is read, and records it.
    pub(crate) fn vanish(self, key: Key, intent: Intent, cut: Cut, random: &mut Random) {
        let (token, since) = (self.world.token(0), self.world.seen());
        let (method, path, media, body) = request(key, intent, token);
        let body = body.map(|body| body.to_string());
        let headers = media.map(|media| ("Content-Type".to_owned(), media.to_owned())).into_iter().collect();
        let body = body.as_deref().map(str::as_bytes);
        let request = Request { method, path: &path, headers, body, identity: Identity::Admin, leave: None };
        let outcome = if cut.is_sent() { Outcome::Unknown } else { Outcome::Refused(Refusal::Other) };
        vanish(self.session, &request, cut, random);
        self.world.note(|record| record.writes.push(Write { key, intent, token, since, outcome }));
    }

    /// The planted fault: an answer although nothing was done.
    fn pretend(&self, key: Key, token: u64) -> Outcome {
        let revision = self.world.seen() + 1;
        let uid = self.world.known(key).map_or(u128::from(token), |version| version.uid);
        Outcome::Stored(Version { revision, token, uid })
    }

    fn carry_out(&mut self, key: Key, intent: Intent, token: u64) -> Outcome {
        let (method, path, media, body) = request(key, intent, token);
        let body = body.map(|body| body.to_string());
        match self.send(method, &path, media, body.as_deref()) {
            Ok(response) => {
                if response.status >= 400 {
                    self.last_refusal = format!("{} {}", response.status, said(&response));
                }
                outcome(key, intent, token, &response).unwrap_or_else(|error| {
                    self.world.broken(format!("{method} {path}: {error:#}"));
                    Outcome::Unknown
                })
            }
            Err(_) => Outcome::Unknown,
        }
    }

    /// Reads one object and records what was there. None when there was no answer.
    pub(crate) fn read(&mut self, key: Key) -> Option<Option<Version>> {
        let since = self.world.seen();
        let path = object::path(key);
        let response = self.send("GET", &path, None, None).ok()?;
        let found = match self.expect(&response, &[200, 404]) {
            Ok(_) if response.status == 404 => None,
            Ok(read) => match read.version(key.kind) {
                Ok(Some((found, version))) if found == key => Some(version),
                other => return self.broken(&path, &format!("{other:?}")),
            },
            Err(error) => return self.broken(&path, &format!("{error:#}")),
        };
        self.world.note(|record| record.reads.push(Got { key, since, found }));
        match found {
            Some(version) => {
                self.world.saw(version.revision);
                self.world.learn(key, version);
            }
            None => self.world.forget(key, None),
        }
        Some(found)
    }

    /// Lists a scope and records it.
    ///
    /// # Errors
    /// No answer, or one that is no list.
    pub(crate) fn list(&mut self, scope: Scope) -> Result<List> {
        let list = self.fetch(scope)?;
        self.world.note(|record| record.lists.push(list.clone()));
        self.world.saw(list.revision);
        Ok(list)
    }

    /// Lists a scope without recording it.
    ///
    /// # Errors
    /// No answer, or one that is no list.
    pub(crate) fn fetch(&mut self, scope: Scope) -> Result<List> {
        let since = self.world.seen();
        let selector = scope.colour.map_or_else(String::new, |colour| format!("?{}", object::selector(colour)));
        let path = format!("{}{selector}", object::collection(scope.kind, scope.namespace));
        let response = self.send("GET", &path, None, None).with_context(|| format!("GET {path}"))?;
        if response.status != 200 {
            bail!("GET {path}: {} {}", response.status, said(&response));
        }
        let list: ReadList = serde_json::from_slice(&response.body).with_context(|| format!("GET {path} answered no list"))?;
        let mut items = std::collections::BTreeMap::new();
        for item in &list.items {
            items.extend(item.version(scope.kind).with_context(|| format!("GET {path}"))?);
        }
        Ok(List { scope, since, revision: list.metadata.revision()?, items })
    }

    /// Makes the run's namespaces.
    ///
    /// # Errors
    /// The server refuses.
    pub(crate) fn make_namespaces(&mut self) -> Result<()> {
        for name in object::NAMESPACES {
            let body = json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}}).to_string();
            let response = self.send("POST", "/api/v1/namespaces", Some("application/json"), Some(&body))?;
            if !matches!(response.status, 201 | 409) {
                bail!("cannot make the namespace {name}: {} {}", response.status, said(&response));
            }
        }
        Ok(())
    }

    fn expect(&self, response: &Response, good: &[u16]) -> Result<Read> {
        if !good.contains(&response.status) {
            bail!("{} {}", response.status, said(response));
        }
        serde_json::from_slice(&response.body).context("the answer is no object")
    }

    fn broken<T>(&self, path: &str, text: &str) -> Option<T> {
        self.world.broken(format!("GET {path}: {text}"));
        None
    }

    fn send(&mut self, method: &str, path: &str, media: Option<&str>, body: Option<&str>) -> Result<Response> {
        let headers = media.map(|media| ("Content-Type".to_owned(), media.to_owned())).into_iter().collect();
        let body = body.map(str::as_bytes);
        let request = Request { method, path, headers, body, identity: Identity::Admin, leave: None };
        let response = self.session.send(&request);
        self.broken |= response.is_err();
        response
    }
}

/// Method, path, media type and body of a write.
pub(crate) fn request(key: Key, intent: Intent, token: u64) -> (&'static str, String, Option<&'static str>, Option<Value>) {
    let json = Some("application/json");
    match intent {
        Intent::Create => {
            ("POST", object::collection(key.kind, Some(key.namespace)), json, Some(object::whole(key, token, None)))
        }
        Intent::Update(expected) | Intent::Upsert(expected) => {
            ("PUT", object::path(key), json, Some(object::whole(key, token, Some(expected))))
        }
        Intent::Patch => ("PATCH", object::path(key), Some("application/merge-patch+json"), Some(object::patch(key.kind, token))),
        Intent::Delete(None) => ("DELETE", object::path(key), None, None),
        Intent::Delete(Some(expected)) => {
            let options = json!({"apiVersion": "v1", "kind": "DeleteOptions",
                "preconditions": {"resourceVersion": expected.to_string()}});
            ("DELETE", object::path(key), json, Some(options))
        }
    }
}

/// What an answer says about a write. Only a refusal that is sure to have changed nothing counts as one.
fn outcome(key: Key, intent: Intent, token: u64, response: &Response) -> Result<Outcome> {
    let read: Read = serde_json::from_slice(&response.body).context("the answer is no object")?;
    let is_delete = matches!(intent, Intent::Delete(_));
    Ok(match response.status {
        200 if is_delete => Outcome::Deleted(read.deleted().context("what was deleted?")?),
        200 | 201 if !is_delete => match read.version(key.kind)? {
            Some((found, version)) if found == key && version.token == token => Outcome::Stored(version),
            other => bail!("content {token} of {key} was answered with {other:?}"),
        },
        409 if read.reason == "AlreadyExists" => Outcome::Refused(Refusal::Exists),
        409 => Outcome::Refused(Refusal::Conflict),
        404 => Outcome::Refused(Refusal::Missing),
        403 | 413 | 422 | 429 | 507 if read.is_status() => Outcome::Refused(Refusal::Other),
        500 if read.message.contains(NO_SPACE) => Outcome::Refused(Refusal::Other),
        // The write may have been made all the same.
        500.. if read.is_status() && !read.message.is_empty() => Outcome::Unknown,
        status => bail!("{status} {}", said(response)),
    })
}

/// The beginning of a body, for a message.
pub(crate) fn said(response: &Response) -> String {
    String::from_utf8_lossy(&response.body).chars().take(300).collect()
}

/// The highest revision of what an outcome tells.
pub(crate) const fn revision(outcome: Outcome) -> Option<Revision> {
    match outcome {
        Outcome::Stored(version) => Some(version.revision),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = Key { kind: 0, namespace: 0, name: 3 };

    fn check(status: u16, body: &Value, intent: Intent) -> Result<Outcome> {
        outcome(KEY, intent, 5, &Response { status, headers: Vec::new(), body: body.to_string().into_bytes() })
    }

    fn object(token: u64) -> Value {
        let mut object = object::whole(KEY, token, Some(9));
        object["metadata"]["uid"] = "00000000-0000-0000-0000-000000000001".into();
        object
    }

    #[test]
    fn answers_are_taken_for_what_they_say() {
        let stored = Outcome::Stored(Version { revision: 9, token: 5, uid: 1 });
        assert_eq!(check(201, &object(5), Intent::Create).unwrap(), stored);
        assert!(check(200, &object(6), Intent::Patch).is_err(), "an answer to someone else's write");
        let status = |reason: &str| json!({"kind": "Status", "reason": reason, "message": "m"});
        assert_eq!(check(409, &status("AlreadyExists"), Intent::Create).unwrap(), Outcome::Refused(Refusal::Exists));
        assert_eq!(check(409, &status("Conflict"), Intent::Update(3)).unwrap(), Outcome::Refused(Refusal::Conflict));
        assert_eq!(check(504, &status("Timeout"), Intent::Patch).unwrap(), Outcome::Unknown);
        assert!(check(500, &json!({}), Intent::Patch).is_err(), "an error that says nothing");
        let deleted = json!({"kind": "Status", "details": {"uid": "00000000-0000-0000-0000-000000000007"}});
        assert_eq!(check(200, &deleted, Intent::Delete(None)).unwrap(), Outcome::Deleted(7));
        assert!(check(200, &status(""), Intent::Delete(None)).is_err());
    }
}
