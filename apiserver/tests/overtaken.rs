//! Deletions and changes that somebody else gets ahead of. Upstream hands its store what the watch cache has of the object and tries again with the
//! stored one; here every try reads the store, and what counts is the same: the object is judged as it stands when it goes. The cache of
//! the server is filled first in each case, and the other writes come through another server.

use serde_json::{Value, json};
use storage::{Body, Key, Txn};

use crate::support::events::Events;
use crate::support::overtaken::Plan;
use crate::support::{Cluster, Options, names, revision_of};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";
const PATH: &str = "/api/v1/namespaces/default/configmaps/a";

/// Two servers over one store, and an object that the first has in its watch cache.
struct Race {
    /// The server that is asked to delete.
    cluster: Cluster,
    /// The server of those who come first.
    other: Cluster,
    /// What happens between.
    plan: Plan,
    /// The object as it was made.
    made: Value,
}

impl Race {
    async fn start() -> Self {
        let plan = Plan::default();
        let cluster = Cluster::with(Options { overtaken: Some(plan.clone()), ..Options::default() }).await;
        let other = cluster.restart().await;
        let made = other.create(MAPS, &json!({"metadata": {"name": "a", "labels": {"x": "old"}}})).await;
        assert_eq!(names(&cluster.read(MAPS).await), ["a"]);
        plan.done();
        Self { cluster, other, plan, made }
    }

    /// The other server changes the object now.
    async fn update(&self) -> Value {
        self.other.merge(PATH, &json!({"metadata": {"labels": {"x": "new"}}})).await.expect(200)
    }

    /// The other server changes the object before the next commit.
    fn plan_update(&self) {
        self.plan.request(&self.other, "PATCH", PATH, r#"{"metadata":{"labels":{"x":"new"}}}"#);
    }

    /// The other server puts another object of the name in its place now.
    async fn replace(&self) -> Value {
        self.other.delete(PATH).await.expect(200);
        self.other.create(MAPS, &json!({"metadata": {"name": "a"}})).await
    }

    /// Deletes with preconditions.
    async fn delete_if(&self, conditions: Value) -> crate::support::Answer {
        let options = json!({"preconditions": conditions});
        self.cluster.send("DELETE", PATH, &options.to_string()).await
    }

    /// The object is gone from the store and from what the server lists.
    async fn is_gone(&self) {
        self.cluster.get(PATH).await.refused(404, "NotFound");
        assert!(names(&self.cluster.read(MAPS).await).is_empty());
        assert_eq!(self.cluster.stored("/registry/configmaps/default/a").await, None);
    }

    /// Watchers were told of the deletion of the object in this state.
    async fn deleted_as(&self, label: &str) {
        let from = revision_of(&self.made);
        let mut watch = Events::open(&self.other, &format!("{MAPS}?watch=1&resourceVersion={from}")).await;
        let (kind, object) = loop {
            let (kind, object) = watch.event().await;
            if kind != "MODIFIED" {
                break (kind, object);
            }
        };
        assert_eq!((kind.as_str(), &object["metadata"]["labels"]["x"]), ("DELETED", &json!(label)));
        assert_eq!(revision_of(&object), self.other.revision());
    }
}

/// Upstream: `RunTestDeleteWithSuggestion`.
#[tokio::test]
async fn what_the_cache_has_is_deleted_at_once() {
    let race = Race::start().await;
    race.cluster.delete(PATH).await.expect(200);
    assert_eq!(race.plan.done(), (1, 1), "one read, one commit");
    race.is_gone().await;
    race.deleted_as("old").await;
}

/// Upstream: `RunTestDeleteWithSuggestionAndConflict`.
#[tokio::test]
async fn what_has_changed_since_it_was_listed_is_deleted_as_it_is_now() {
    let race = Race::start().await;
    race.update().await;
    race.cluster.delete(PATH).await.expect(200);
    race.is_gone().await;
    race.deleted_as("new").await;
}

/// Upstream: `RunTestDeleteWithConflict`.
#[tokio::test]
async fn a_deletion_that_an_update_overtakes_is_tried_again() {
    let race = Race::start().await;
    race.plan_update();
    race.cluster.delete(PATH).await.expect(200);
    assert_eq!(race.plan.done().1, 2, "refused once, then done");
    race.is_gone().await;
    race.deleted_as("new").await;
}

/// Upstream: `RunTestDeleteWithSuggestionOfDeletedObject`.
#[tokio::test]
async fn what_somebody_else_deleted_is_not_found() {
    let race = Race::start().await;
    race.plan.request(&race.other, "DELETE", PATH, "");
    race.cluster.delete(PATH).await.refused(404, "NotFound");
    assert_eq!(race.plan.done().1, 1);
    race.cluster.delete(PATH).await.refused(404, "NotFound");
    race.is_gone().await;
    let deleted = race.cluster.revision();
    assert_eq!(deleted, revision_of(&race.made) + 1, "it went once");
}

/// Upstream: `RunTestValidateDeletionWithSuggestion`.
#[tokio::test]
async fn the_judgement_is_of_the_stored_object() {
    let race = Race::start().await;
    let nothing = race.delete_if(json!({"resourceVersion": "1"})).await;
    nothing.refused(409, "Conflict");
    assert_eq!(race.plan.done(), (1, 0), "judged once, not tried");
    let updated = race.update().await;
    // Would be refused of the object that the cache had when this began.
    let fresh = updated["metadata"]["resourceVersion"].clone();
    race.delete_if(json!({"resourceVersion": fresh})).await.expect(200);
    assert!(race.plan.done().0 <= 2);
    race.is_gone().await;
}

/// Upstream: `RunTestValidateDeletionWithOnlySuggestionValid`.
#[tokio::test]
async fn what_was_right_before_somebody_came_is_refused_after() {
    let race = Race::start().await;
    race.plan_update();
    let seen = race.made["metadata"]["resourceVersion"].clone();
    let refused = race.delete_if(json!({"resourceVersion": seen})).await.refused(409, "Conflict");
    let now = race.cluster.read(PATH).await;
    let (want, have) = (seen.as_str().unwrap(), revision_of(&now));
    assert!(refused.contains(&format!("({want}) does not match the ResourceVersion in record ({have})")), "{refused}");
    assert_eq!(race.plan.done().1, 1, "tried once");
    assert_eq!(now["metadata"]["labels"]["x"], "new");
    assert_eq!(now, race.other.read(PATH).await);
}

/// Upstream: `RunTestPreconditionalDeleteWithSuggestion`.
#[tokio::test]
async fn a_precondition_is_held_against_the_object_of_now() {
    let race = Race::start().await;
    let now = race.replace().await;
    assert_ne!(now["metadata"]["uid"], race.made["metadata"]["uid"]);
    race.delete_if(json!({"uid": now["metadata"]["uid"]})).await.expect(200);
    race.is_gone().await;
}

/// Upstream: `RunTestPreconditionalDeleteWithOnlySuggestionPass`.
#[tokio::test]
async fn a_precondition_of_an_object_that_was_replaced_meanwhile_fails() {
    let race = Race::start().await;
    // The commit that deletes is overtaken by one that puts another object in the place.
    let spare = Cluster::with(Options { seed: 7, ..Options::default() }).await;
    let twin = spare.create(MAPS, &json!({"metadata": {"name": "a", "uid": "x", "labels": {"x": "twin"}}})).await;
    let key = Key::from("/registry/configmaps/default/a");
    let item = spare.store.get(&key, None).await.unwrap().item.unwrap();
    race.plan.commit(&race.cluster, Txn::default().put(key, item.value.clone()));
    let mine = &race.made["metadata"]["uid"];
    assert_ne!(mine, &twin["metadata"]["uid"]);
    let refused = race.delete_if(json!({"uid": mine})).await.refused(409, "Conflict");
    let (want, have) = (mine.as_str().unwrap(), twin["metadata"]["uid"].as_str().unwrap());
    assert!(refused.contains(&format!("({want}) does not match the UID in record ({have})")), "{refused}");
    assert_eq!(race.plan.done().1, 1);
    let left = race.cluster.read(PATH).await;
    assert_eq!((&left["metadata"]["uid"], &left["metadata"]["labels"]["x"]), (&twin["metadata"]["uid"], &json!("twin")));
}

/// Upstream: `RunTestGuaranteedUpdateWithConflict`.
#[tokio::test]
async fn a_patch_that_an_update_overtakes_is_made_of_the_newer_object() {
    let race = Race::start().await;
    race.plan_update();
    let patched = race.cluster.merge(PATH, &json!({"data": {"k": "v"}})).await.expect(200);
    assert_eq!(race.plan.done().1, 2, "refused once, then done");
    assert_eq!((&patched["metadata"]["labels"]["x"], &patched["data"]["k"]), (&json!("new"), &json!("v")));
    assert_eq!(revision_of(&patched), revision_of(&race.made) + 2);
    assert_eq!(race.other.read(PATH).await, patched);
}

/// Upstream: `RunTestGuaranteedUpdateWithSuggestionAndConflict`.
#[tokio::test]
async fn a_patch_that_fits_what_the_cache_has_may_not_fit_what_is_there() {
    let race = Race::start().await;
    race.update().await;
    let test = |value: &str| json!([{"op": "test", "path": "/metadata/labels/x", "value": value}, {"op": "add", "path": "/data", "value": {"k": "v"}}]);
    let patch =
        async |value: &str| race.cluster.send_as("application/json-patch+json", "PATCH", PATH, &test(value).to_string()).await;
    assert_eq!(patch("old").await.code, 422);
    assert_eq!(race.plan.done().1, 0, "judged by what is there");
    race.plan.request(&race.other, "PATCH", PATH, r#"{"metadata":{"labels":{"x":"newer"}}}"#);
    assert_eq!(patch("new").await.code, 422, "and by what is there in the end");
    assert_eq!(race.plan.done().1, 1);
    let patched = patch("newer").await.expect(200);
    assert_eq!((&patched["metadata"]["labels"]["x"], &patched["data"]["k"]), (&json!("newer"), &json!("v")));
}

/// Upstream: `RunTestGuaranteedUpdateChecksStoredData`.
#[tokio::test]
async fn an_update_without_a_change_rewrites_what_is_stored_in_another_form() {
    let race = Race::start().await;
    let key = Key::from("/registry/configmaps/default/a");
    let stored = async || race.cluster.store.get(&key, None).await.unwrap().item.unwrap().value.clone();
    let canonical = stored().await;
    let mut text = String::from_utf8(canonical.body.to_contiguous().to_vec()).unwrap();
    assert_eq!(text.pop(), Some('}'));
    // The same object, as another release might have written it: the cuts of the header still hold.
    text.push_str(",\"data\":{}}");
    let other = storage::Value::new(canonical.header.clone(), Body::from(text.as_bytes()));
    race.cluster.store.commit(Txn::default().put(key.clone(), other.clone())).await.unwrap();
    let same = race.cluster.read(PATH).await;
    race.cluster.update(PATH, &same).await;
    assert_eq!(stored().await, canonical, "written in the form of now");
    let now = race.cluster.revision();
    race.cluster.update(PATH, &race.cluster.read(PATH).await).await;
    assert_eq!(race.cluster.revision(), now, "what lies there in this form already is left alone");
}
