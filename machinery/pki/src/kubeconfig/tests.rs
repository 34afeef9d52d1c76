//! Merging into files of every kind, and what must be left alone.

use std::path::Path;
use std::time::Duration;

use super::*;
use crate::{ClusterPki, PkiError, ServerNames};
use sys::Sys;
use sys::sim::Sim;

const FILE: &str = "/home/.kube/config";

const OTHERS: &str = r#"# Mine.
apiVersion: v1
kind: Config
preferences: {colors: true}
clusters:
# The one at work.
- name: other
  cluster: {server: "https://other:6443", tls-server-name: x} # by tunnel

# Old.
- name: ferrokube
  cluster: {server: "https://old:6443", certificate-authority: /gone, proxy-url: "http://proxy"}
users:
  - name: other
    user: {token: "0123", password: "1e3", username: "yes", as: "null"}
  # The end of users.
contexts: null
current-context: other # at work
"#;

struct World {
    sim: Sim,
    sys: Sys,
    pki: ClusterPki,
    pair: KeyPair,
}

fn world() -> World {
    let sim = Sim::new(1);
    let sys = sim.sys();
    let pki = ClusterPki::in_memory(&sys, &ServerNames::default()).unwrap();
    let pair = pki.administrator(&sys).unwrap();
    sys.disk.create_dir(Path::new("/home/.kube"), 0o750).unwrap();
    World { sim, sys, pki, pair }
}

impl World {
    fn with(text: &str) -> Self {
        let world = world();
        world.sys.disk.write(Path::new(FILE), text.as_bytes(), 0o600).unwrap();
        world
    }

    async fn merge(&self, server: &str) -> Result<Merged, PkiError> {
        self.merge_as(server, Current::IfNone).await
    }

    async fn merge_as(&self, server: &str, current: Current) -> Result<Merged, PkiError> {
        let authority_pem = &self.pki.authority_pem();
        let (cluster, user, context) = ("ferrokube", "ferrokube-admin", "ferrokube");
        let access = Access { cluster, server, authority_pem, user, pair: &self.pair, context };
        merge_into_file(&self.sys, Path::new(FILE), &access, current).await
    }

    fn text(&self) -> String {
        String::from_utf8(self.sys.disk.read(Path::new(FILE)).unwrap()).unwrap()
    }

    fn config(&self) -> Kubeconfig {
        super::read(&self.sys, Path::new(FILE)).unwrap().unwrap()
    }

    fn names(&self, list: &str) -> Vec<String> {
        let config = self.config();
        config.root[list].as_array().unwrap().iter().map(|e| e["name"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test]
async fn a_new_file_has_what_a_client_needs() {
    let world = world();
    assert_eq!(super::read(&world.sys, Path::new(FILE)).unwrap(), None);
    let merged = world.merge("https://127.0.0.1:6443").await.unwrap();
    assert_eq!(merged, Merged { path: FILE.into(), context: "ferrokube".to_owned(), current: true });
    let config = world.config();
    assert_eq!(config.current_context(), Some("ferrokube"));
    let pair = config.pair("ferrokube-admin").unwrap();
    assert_eq!((pair.chain, pair.key.public_der()), (world.pair.chain.clone(), world.pair.key.public_der()));
    assert_eq!(config.entry("clusters", "ferrokube").unwrap()["server"], "https://127.0.0.1:6443");
    let context = Value::Object(config.entry("contexts", "ferrokube").unwrap().clone());
    assert_eq!(context, json!({"cluster": "ferrokube", "user": "ferrokube-admin"}));
    // kubectl's lock is given back.
    assert_eq!(world.sys.disk.list(Path::new("/home/.kube")).unwrap(), ["config"]);
}

#[tokio::test]
async fn what_others_wrote_stays() {
    let world = World::with(OTHERS);
    let merged = world.merge("https://new:6443").await.unwrap();
    assert!(!merged.current);
    world.merge("https://newer:6443").await.unwrap();
    let config = world.config();
    assert_eq!(config.current_context(), Some("other"));
    assert_eq!(world.names("clusters"), ["other", "ferrokube"]);
    assert_eq!(world.names("users"), ["other", "ferrokube-admin"]);
    assert_eq!(world.names("contexts"), ["ferrokube"]);
    assert_eq!(config.entry("clusters", "other").unwrap()["tls-server-name"], "x");
    let ours = config.entry("clusters", "ferrokube").unwrap();
    assert_eq!((&ours["server"], &ours["proxy-url"]), (&json!("https://newer:6443"), &json!("http://proxy")));
    assert!(!ours.contains_key("certificate-authority"));
    assert_eq!(config.root["preferences"], json!({"colors": true}));
    // Strings that look like something else must come back as strings.
    let expect = json!({"token": "0123", "password": "1e3", "username": "yes", "as": "null"});
    assert_eq!(Value::Object(config.entry("users", "other").unwrap().clone()), expect);
    // Nothing but our own entries has changed in the text.
    let text = world.text();
    let kept: Vec<&str> = text.lines().filter(|line| OTHERS.lines().any(|old| old == *line)).collect();
    let lost = ["- name: ferrokube", "  cluster: {server: \"https://old:6443\"", "contexts: null"];
    let expect: Vec<&str> = OTHERS.lines().filter(|line| !lost.iter().any(|l| line.starts_with(l))).collect();
    assert_eq!(kept, expect, "{text}");
}

#[tokio::test]
async fn our_own_file_always_leads_to_us() {
    let world = World::with(OTHERS);
    assert!(world.merge_as("https://new:6443", Current::Always).await.unwrap().current);
    assert_eq!(world.config().current_context(), Some("ferrokube"));
    assert!(world.text().contains("# The one at work."));
}

#[tokio::test]
async fn a_file_without_a_current_context_gets_one() {
    for text in ["", "# nothing yet\n", "apiVersion: v1\nkind: Config\ncurrent-context: \"\"\n", "clusters: []\nusers: ~\n"] {
        let world = World::with(text);
        assert!(world.merge("https://new:6443").await.unwrap().current, "{text}");
        assert_eq!(world.names("clusters"), ["ferrokube"]);
    }
}

/// Layouts that are not edited in place are written anew, with everything in it.
#[tokio::test]
async fn other_layouts_are_understood_as_well() {
    for text in [
        r#"{"kind": "Config", "clusters": [{"name": "other", "cluster": {"server": "https://x"}}], "current-context": "other", "new": 1}"#,
        "clusters: [{name: other, cluster: {server: 'https://x'}}]\ncurrent-context: other\nnew: 1\n",
        "kind: Config\nclusters:\n- &a\n  name: other\n  cluster: {server: 'https://x'}\ncurrent-context: other\nnew: 1\n",
        "---\nclusters:\n  -\n    name: other\n    cluster: {server: 'https://x'}\ncurrent-context: other\nnew: 1\n...\n",
    ] {
        let world = World::with(text);
        world.merge("https://new:6443").await.unwrap();
        assert_eq!(world.names("clusters"), ["other", "ferrokube"], "{text}");
        assert_eq!(world.config().entry("clusters", "other").unwrap()["server"], "https://x");
        assert_eq!((world.config().current_context(), &world.config().root["new"]), (Some("other"), &json!(1)));
    }
}

#[tokio::test]
async fn a_namespace_that_somebody_chose_for_our_context_stays() {
    let world = world();
    world.merge("https://one").await.unwrap();
    let chosen = world.text().replace("    user: ferrokube-admin", "    namespace: mine\n    user: ferrokube-admin");
    world.sys.disk.write(Path::new(FILE), chosen.as_bytes(), 0o600).unwrap();
    world.merge("https://two").await.unwrap();
    assert_eq!(world.config().entry("contexts", "ferrokube").unwrap()["namespace"], "mine");
    assert_eq!(world.config().entry("clusters", "ferrokube").unwrap()["server"], "https://two");
}

#[tokio::test]
async fn a_file_that_is_something_else_is_left_alone() {
    for text in ["- a list", "kind: Pod", "clusters: 3", "a: [", "\u{0}", "kind: Config\nkind: Config", "a: b: c\n  d"] {
        let world = World::with(text);
        let error = world.merge("https://new").await.unwrap_err();
        assert!(matches!(error, PkiError::Content { .. }), "{text}");
        assert!(error.to_string().starts_with(FILE) && !error.to_string().contains('\n'), "{error}");
        assert_eq!(world.text(), text);
        assert_eq!(world.sys.disk.list(Path::new("/home/.kube")).unwrap(), ["config"]);
    }
    let world = world();
    world.sys.disk.write(Path::new(FILE), b"clusters: \xff", 0o600).unwrap();
    assert!(world.merge("https://new").await.unwrap_err().to_string().ends_with("not a kubeconfig file: it is no text"));
}

#[tokio::test]
async fn somebody_elses_change_is_waited_for() {
    let world = World::with(OTHERS);
    let lock = Path::new("/home/.kube/config.lock");
    world.sys.disk.write(lock, b"", 0).unwrap();
    let meanwhile = async {
        world.sim.timers_waiting(1).await;
        world.sim.pass(Duration::from_secs(2)).await;
        assert_eq!(world.text(), OTHERS);
        let theirs = OTHERS.replace("tls-server-name: x", "tls-server-name: z");
        world.sys.disk.write(Path::new(FILE), theirs.as_bytes(), 0o600).unwrap();
        world.sys.disk.remove(lock).unwrap();
        world.sim.pass(Duration::from_secs(1)).await;
    };
    let (merged, ()) = tokio::join!(world.merge("https://new"), meanwhile);
    merged.unwrap();
    assert_eq!(world.config().entry("clusters", "other").unwrap()["tls-server-name"], "z");
    assert_eq!(world.names("clusters"), ["other", "ferrokube"]);
}

#[tokio::test]
async fn a_lock_that_nobody_gives_back_is_named() {
    let world = World::with(OTHERS);
    world.sys.disk.write(Path::new("/home/.kube/config.lock"), b"", 0).unwrap();
    let meanwhile = async {
        world.sim.timers_waiting(1).await;
        world.sim.pass(Duration::from_secs(4)).await;
    };
    let (merged, ()) = tokio::join!(world.merge("https://new"), meanwhile);
    let expect = "/home/.kube/config.lock: another program is changing /home/.kube/config; if none is, remove this file";
    assert_eq!(merged.unwrap_err().to_string(), expect);
    assert_eq!(world.text(), OTHERS);
}

/// A lock whose holder was killed is taken away; one that somebody holds, or that another program made, is not.
#[test]
fn abandoned_locks_are_removed() {
    use super::file::remove_abandoned;
    let dir = tempfile::tempdir().unwrap();
    let (disk, path) = (sys::real().disk, dir.path().join("config.lock"));
    assert!(!remove_abandoned(&*disk, &path));
    disk.write(&path, b"", 0o600).unwrap();
    assert!(!remove_abandoned(&*disk, &path), "kubectl's");
    disk.write(&path, b"ferrokube 1", 0o600).unwrap();
    let held = disk.lock(&path).unwrap();
    assert!(!remove_abandoned(&*disk, &path), "at work");
    drop(held);
    assert!(remove_abandoned(&*disk, &path));
    assert!(!disk.exists(&path).unwrap());
}

/// A process that was killed leaves its lock. The next start has nothing to change in a user's file, and its own file needs no lock.
#[tokio::test]
async fn a_lock_left_behind_does_not_keep_a_server_from_starting_again() {
    let world = World::with(OTHERS);
    let first = world.merge("https://new").await.unwrap();
    let text = world.text();
    world.sys.disk.write(Path::new("/home/.kube/config.lock"), b"", 0o600).unwrap();
    assert_eq!(world.merge("https://new").await.unwrap(), first);
    assert_eq!(world.text(), text);
    world.merge_as("https://other", Current::Always).await.unwrap();
    assert!(world.text().contains("https://other"));
}

/// On a real disk: the mode, a link to the file that is kept elsewhere, and many at once.
#[test]
fn files_on_disk() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    const EACH: usize = 10;
    let dir = tempfile::tempdir().unwrap();
    let (kept, link) = (dir.path().join("kept"), dir.path().join("config"));
    sys::real().disk.write(&kept, OTHERS.as_bytes(), 0o644).unwrap();
    std::fs::set_permissions(&kept, std::fs::Permissions::from_mode(0o644)).unwrap();
    symlink("kept", &link).unwrap();
    let merging = |who: usize| {
        let link = link.clone();
        move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let sys = sys::real();
                let pki = ClusterPki::in_memory(&sys, &ServerNames::default()).unwrap();
                let pair = &pki.administrator(&sys).unwrap();
                let authority_pem = &pki.authority_pem();
                for n in 0..EACH {
                    let name = &format!("cluster-{who}-{n}");
                    let access = Access { cluster: name, server: "https://x", authority_pem, user: name, pair, context: name };
                    merge_into_file(&sys, &link, &access, Current::IfNone).await.unwrap();
                }
            });
        }
    };
    std::thread::scope(|scope| {
        (0..3).for_each(|who| drop(scope.spawn(merging(who))));
    });
    let config = super::read(&sys::real(), &link).unwrap().unwrap();
    assert_eq!(config.root["clusters"].as_array().unwrap().len(), 2 + 3 * EACH);
    assert_eq!(config.current_context(), Some("other"));
    assert!(link.is_symlink());
    assert_eq!(std::fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    let mut names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["config", "kept"]);
}
