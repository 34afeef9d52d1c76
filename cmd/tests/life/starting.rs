//! The start: who may have the folder and the address, what is made, and what is said when it cannot be.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use rustix::process::Signal;

use crate::client::Connection;
use crate::process::{PROGRAM, Server, run, up};

/// Every file below a folder, with its content.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

/// A start that must fail with this code and this one line.
#[track_caller]
fn fails(words: &[&str], code: i32, line: &str) {
    let (exit, output, errors) = run(up(words));
    assert_eq!((exit, output.as_str(), errors.as_str()), (code, "", format!("error: {line}\n").as_str()), "{words:?}");
}

#[tokio::test]
async fn a_folder_in_use_is_refused_and_left_alone() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("new/data");
    let mut first = Server::start(&dir, &[]).await;
    let before = files(&dir);
    assert_eq!(before[&dir.join("lock")], format!("{}\n", first.pid).as_bytes());
    let line = format!("{} is in use by another ferrokube (pid {})", dir.display(), first.pid);
    fails(&["--data-dir", dir.to_str().unwrap(), "--listen", "127.0.0.1:0"], 3, &line);
    assert_eq!(files(&dir), before);
    let mut check = std::process::Command::new(PROGRAM);
    check.args(["storage", "check", "--data-dir", dir.to_str().unwrap()]);
    assert_eq!(run(check), (3, String::new(), format!("error: {line}\n")));
    // Nor is its kubeconfig taken by a cluster that keeps nothing else.
    let line = format!("{line}; choose another place for the kubeconfig with --kubeconfig");
    fails(&["--memory", "--data-dir", dir.to_str().unwrap(), "--listen", "127.0.0.1:0"], 3, &line);
    assert_eq!(files(&dir), before);
    let mut client = Connection::open(&first).await;
    assert_eq!(client.get("/readyz").await.body, "ok");
    // Without a word it goes; the next one finds the folder free, and the same authority in it.
    first.signal(Signal::KILL);
    assert_eq!(first.end().await.code, None);
    let second = Server::start(&dir, &[]).await;
    let after = files(&dir);
    assert_eq!(after[&dir.join("lock")], format!("{}\n", second.pid).as_bytes());
    for kept in ["pki/ca.crt", "pki/ca.key", "pki/apiserver.crt", "pki/apiserver.key"] {
        assert_eq!(after[&dir.join(kept)], before[&dir.join(kept)], "{kept}");
    }
    let users = |files: &BTreeMap<PathBuf, Vec<u8>>| {
        let text = String::from_utf8(files[&dir.join("admin.kubeconfig")].clone()).unwrap();
        text.lines().filter(|line| line.contains("client-")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(users(&after), users(&before));
    second.stop().await;
}

#[tokio::test]
async fn what_is_made_is_for_its_owner() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("data");
    let server = Server::start(&dir, &[]).await;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&dir), 0o700);
    for (name, expect) in [("admin.kubeconfig", 0o600), ("pki/ca.key", 0o600), ("pki/apiserver.key", 0o600), ("lock", 0o600)] {
        assert_eq!(mode(&dir.join(name)), expect, "{name}");
    }
    // Port 0 was asked for: the line and the kubeconfig name the one that it is.
    assert_ne!(server.address.port(), 0);
    let line = format!(
        "ferrokube is ready at https://{} (kubectl --kubeconfig {})",
        server.address,
        dir.join("admin.kubeconfig").display()
    );
    assert_eq!(server.ready, line);
    let config = std::fs::read_to_string(&server.kubeconfig).unwrap();
    assert!(config.contains(&format!("server: https://{}", server.address)), "{config}");
    server.stop().await;
}

#[tokio::test]
async fn a_users_own_kubeconfig_keeps_its_content_and_its_current_context() {
    const OWN: &str =
        "# Mine.\nclusters:\n- name: other\n  cluster: {server: 'https://other'} # by tunnel\ncurrent-context: other\n";
    let temp = tempfile::tempdir().unwrap();
    let (kept, link) = (temp.path().join("kept"), temp.path().join("config"));
    std::fs::write(&kept, OWN).unwrap();
    std::os::unix::fs::symlink(&kept, &link).unwrap();
    let server = Server::start(&temp.path().join("data"), &["--kubeconfig", link.to_str().unwrap()]).await;
    assert!(
        server.ready.ends_with(&format!("(kubectl --kubeconfig {} --context ferrokube)", link.display())),
        "{}",
        server.ready
    );
    let text = std::fs::read_to_string(&kept).unwrap();
    assert!(OWN.lines().all(|line| text.lines().any(|kept| kept == line)), "{text}");
    let mut client = Connection::open(&server).await;
    assert_eq!(client.get("/readyz").await.body, "ok");
    server.stop().await;
    // One that is something else stays as it is.
    std::fs::write(&kept, "clusters: [").unwrap();
    let (code, _, errors) = run(up(&["--memory", "--listen", "127.0.0.1:0", "--kubeconfig", link.to_str().unwrap()]));
    assert!(code == 1 && errors.lines().count() == 1 && errors.contains("not a kubeconfig file"), "{errors}");
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "clusters: [");
}

#[tokio::test]
async fn an_address_in_use_is_said_plainly() {
    let temp = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let dir = temp.path().join("data");
    let line = format!("{address} is already in use (by another program?); choose another with --listen");
    fails(&["--data-dir", dir.to_str().unwrap(), "--listen", &address], 3, &line);
    assert_eq!(files(&dir).keys().collect::<Vec<_>>(), [&dir.join("lock")]);
}

#[test]
fn what_cannot_be_used_is_one_line() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    std::fs::write(&file, "").unwrap();
    let below = file.join("data").display().to_string();
    let new = dir.path().join("new").display().to_string();
    let fails = |words: &[&str], code, line: &str| fails(&[&["--data-dir", &new], words].concat(), code, line);
    fails(
        &["--log", "loud"],
        2,
        "invalid value 'loud' for '--log <LEVEL>': unknown level \"loud\": one of off, error, warn, info, debug, trace, or PART=LEVEL, separated by commas; see --help",
    );
    fails(&["--feature-gates", "Nope=true"], 2, "--feature-gates: unrecognized feature gate: Nope");
    fails(
        &["--runtime-config", "nope/v1"],
        2,
        "invalid value 'nope/v1' for '--runtime-config <KEY=BOOL,...>': unknown api groups nope/v1; see --help",
    );
    fails(
        &["--shutdown-delay-duration", "5"],
        2,
        "invalid value '5' for '--shutdown-delay-duration <DURATION>': time: missing unit in duration \"5\"; see --help",
    );
    assert!(!Path::new(&new).exists(), "nothing was made");
    let (code, _, errors) = run(up(&["--data-dir", &below]));
    assert_eq!((code, errors), (1, format!("error: cannot make the folder {below}: Not a directory (os error 20)\n")));
}

#[tokio::test]
async fn damaged_certificates_are_named_and_left_alone() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path();
    Server::start(dir, &[]).await.stop().await;
    for name in ["ca.crt", "ca.key", "apiserver.crt", "apiserver.key"] {
        let path = dir.join("pki").join(name);
        let good = std::fs::read(&path).unwrap();
        for bad in ["", "nonsense"] {
            std::fs::write(&path, bad).unwrap();
            let before = files(&dir.join("pki"));
            let (code, _, errors) = run(up(&["--data-dir", dir.to_str().unwrap(), "--listen", "127.0.0.1:0"]));
            assert!(code == 1 && errors.starts_with(&format!("error: {}: ", path.display())), "{errors}");
            assert_eq!(errors.lines().count(), 1, "{errors}");
            assert_eq!(files(&dir.join("pki")), before);
        }
        std::fs::write(&path, good).unwrap();
    }
    Server::start(dir, &[]).await.stop().await;
}

#[test]
fn help_names_what_there_is() {
    let help = |words: &[&str]| {
        let mut command = std::process::Command::new(PROGRAM);
        command.args(words);
        let (code, output, errors) = run(command);
        assert_eq!((code, errors.as_str()), (0, ""), "{words:?}");
        output
    };
    let long = help(&["up", "--help"]);
    for part in ["Examples:", "Files (", "Signals:", "Exit codes:", "Environment:", "--shutdown-delay-duration", "--data-dir"] {
        assert!(long.contains(part), "{part}");
    }
    let short = help(&["up", "-h"]);
    assert!(short.lines().count() * 2 < long.lines().count());
    assert!(help(&["up", "--version"]).contains("Kubernetes v1.37"));
    let widest = long.lines().max_by_key(|line| line.len()).unwrap();
    assert!(widest.len() <= 110, "{widest}");
}
