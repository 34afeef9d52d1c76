//! Clients that leave in the middle of a request. Called by `cancel`.

use std::time::Duration;

use super::random::Random;
use crate::http::{Request, Session};

/// When a client leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// After so many per mille of the request, and always before its last byte.
    Within(u64),
    /// When everything is sent, this long afterwards.
    After(Duration),
    /// After so many bytes of the answer.
    InAnswer(u64),
}

impl Cut {
    pub(crate) fn random(random: &mut Random) -> Self {
        match random.below(10) {
            0..3 => Self::Within(random.below(1000)),
            3..5 => Self::After(Duration::ZERO),
            5..8 => Self::After(random.time(Duration::from_millis(4))),
            _ => Self::InAnswer(random.below(200)),
        }
    }

    /// Whether the server has got a whole request; otherwise it must do nothing.
    pub(crate) const fn is_sent(self) -> bool {
        !matches!(self, Self::Within(_))
    }
}

/// Sends a request as far as `cut` says and leaves, every other time by a reset.
pub(crate) fn vanish(mut session: Session, request: &Request<'_>, cut: Cut, random: &mut Random) {
    let bytes = session.bytes(request);
    let sent = match cut {
        Cut::Within(share) => bytes.len().saturating_sub(1) * usize::try_from(share).unwrap_or_default() / 1000,
        Cut::After(_) | Cut::InAnswer(_) => bytes.len(),
    };
    // A server that has closed already, or answers early, is no fault here: what it did is judged afterwards.
    let _ = session.send_bytes(bytes.get(..sent).unwrap_or_default());
    match cut {
        Cut::Within(_) => {}
        Cut::After(wait) => std::thread::sleep(wait),
        Cut::InAnswer(bytes) => drop(session.read_some(bytes)),
    }
    let _ = session.abandon(random.percent(50));
}
