//! Writers: each on a connection of its own, making, changing, reading and deleting objects that all of them share, as long as the
//! gate lets them. Called by `crash` and `full_disk`.

use super::client::Client;
use super::history::{Intent, Key, Revision, Scope};
use super::object::{KINDS, NAMESPACES};
use super::random::Random;
use super::world::World;

/// Names of a kind in a namespace that writers use. So few that writers meet; number 0 is for the marks between checks.
const NAMES: u64 = 30;

/// What the writers of a run do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habits {
    /// Largest content, in KiB, beyond the usual one.
    pub(crate) kibibytes: u64,
    /// Names of a kind in a namespace.
    pub(crate) names: u64,
}

impl Default for Habits {
    fn default() -> Self {
        Self { kibibytes: 0, names: NAMES }
    }
}

/// Runs until the gate is closed for good.
pub(crate) fn run(world: &World, habits: Habits, mut random: Random) {
    let mut failed = None;
    while let Some((epoch, target)) = world.gate.writer(failed) {
        failed = None;
        let Ok(mut client) = Client::connect(world, &target) else {
            failed = Some(epoch);
            continue;
        };
        while world.gate.may_write(epoch) && !client.is_broken() {
            act(world, habits, &mut client, &mut random);
        }
    }
}

fn act(world: &World, habits: Habits, client: &mut Client<'_>, random: &mut Random) {
    let number = |random: &mut Random, end: usize| u8::try_from(random.below(end as u64)).unwrap_or_default();
    let key = Key {
        kind: number(random, KINDS.len()),
        namespace: number(random, NAMESPACES.len()),
        name: u16::try_from(1 + random.below(habits.names)).unwrap_or(1),
    };
    let size = random.below(habits.kibibytes + 1);
    let known = world.known(key);
    let choice = random.below(100);
    match (choice, known) {
        (0..5, _) => {
            let namespace = random.percent(50).then_some(key.namespace);
            let colour = random.percent(30).then(|| number(random, 2));
            if let Err(error) = client.list(Scope { kind: key.kind, namespace, colour })
                && !client.is_broken()
            {
                world.broken(format!("{error:#}"));
            }
        }
        (5..15, _) => drop(client.read(key)),
        // Some of what is asked for when nothing is there, or something is, is refused: refusals are judged as well.
        (15..20, _) | (20..88, None) => drop(client.write(key, Intent::Create, size)),
        (88..96, None) => drop(client.write(key, Intent::Patch, size)),
        (96.., None) => drop(client.write(key, Intent::Delete(None), size)),
        (20..60, Some(version)) => drop(client.write(key, update(key, version.revision), size)),
        (60..82, Some(_)) => drop(client.write(key, Intent::Patch, size)),
        (82..91, Some(_)) => drop(client.write(key, Intent::Delete(None), size)),
        (91.., Some(version)) => drop(client.write(key, Intent::Delete(Some(version.revision)), size)),
    }
}

fn update(key: Key, revision: Revision) -> Intent {
    let creates = KINDS.get(usize::from(key.kind)).is_some_and(|kind| kind.creates_on_update);
    if creates { Intent::Upsert(revision) } else { Intent::Update(revision) }
}
