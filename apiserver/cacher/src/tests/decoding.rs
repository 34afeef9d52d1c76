//! Decoding by several tasks: the same objects and events, in the same order, as by one.

use sys::{BoxFuture, Spawn, Sys};

use super::*;

/// The simulated scheduler with several threads, which may lose those who help to decode.
struct Wide {
    inner: Arc<dyn Spawn>,
    loses: bool,
}

impl Spawn for Wide {
    fn task(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        if !(self.loses && name == "cacher-decode") {
            self.inner.task(name, task);
        }
    }

    fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>) {
        self.inner.thread(name, body);
    }

    fn blocking(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        self.inner.blocking(name, task);
    }

    fn width(&self) -> usize {
        3
    }
}

/// What a cacher that starts late tells of many objects and many changes of them.
async fn told(spawn: impl FnOnce(Arc<dyn Spawn>) -> Arc<dyn Spawn>) -> Vec<String> {
    const PODS: usize = 1500;
    let world = World::new();
    for n in 0..PODS {
        world.put(&format!("n{}/{n}", n % 7), "old").await;
    }
    let bad = Txn::default().put(key("bad/first"), Value::from("not json"));
    let start = world.commit(bad).await;
    world.store.compact(start).await.unwrap();
    for n in (0..PODS).step_by(2) {
        let path = format!("n{}/{n}", n % 7);
        match n % 10 {
            0 => world.delete(&path).await,
            2 => world.commit(Txn::default().put(key(&format!("bad/{n}")), Value::from("not json either"))).await,
            4 => world.elsewhere().await,
            _ => world.put(&path, "new").await,
        };
    }
    let sys = world.sim.sys();
    let sys = Sys { spawn: spawn(sys.spawn.clone()), ..sys };
    let cacher = Cacher::new(world.store.clone(), Key::from(PREFIX), Arc::new(PodCodec), sys, Limits::default());
    let snapshot = cacher.consistent().await.unwrap();
    let corrupt = snapshot.corrupt(PREFIX.as_bytes(), None).map(|corrupt| format!("{} {}", corrupt.key, corrupt.revision));
    let mut told: Vec<String> = corrupt.collect();
    for namespace in 0..7 {
        let prefix = key(&format!("n{namespace}/"));
        let pods = snapshot.range(&prefix, None);
        told.extend(pods.map(|pod| format!("{}@{} {:?}", pod.name(), pod.revision(), pod.label("app"))));
    }
    let scope = Scope::Prefix(key("n0/"));
    let mut cursor = cacher.watch(WatchRequest::new(scope, WatchStart::After(start))).await.unwrap();
    while told.last().is_none_or(|last| !last.contains("/1498@")) {
        told.push(next(&mut cursor).await);
    }
    told
}

#[tokio::test]
async fn several_tasks_decode_in_order() {
    let alone = told(|spawn| spawn).await;
    assert!(alone.len() > 1500, "{}", alone.len());
    for loses in [false, true] {
        assert!(told(|inner| Arc::new(Wide { inner, loses })).await == alone, "loses: {loses}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_threads_decode_in_order() {
    let alone = told(|spawn| spawn).await;
    for _ in 0..5 {
        assert!(told(|inner| Arc::new(Wide { inner, loses: false })).await == alone);
    }
}
