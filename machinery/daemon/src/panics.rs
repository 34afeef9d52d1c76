//! Panics: one line each, with the place where it happened. [`catch`] keeps one from spreading and hands it to whoever knows what was being
//! done; the hook logs all others. Called by servers around the work of one request.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

thread_local! {
    /// Whether somebody on this thread will log what panics now.
    static HANDLED: Cell<bool> = const { Cell::new(false) };
    /// Where that happened.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// A panic that was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panic {
    /// What it said, as far as it was text.
    pub text: String,
    /// File, line and column; empty unless logs were set up.
    pub place: String,
}

/// Logs panics that nobody catches. Part of setting up logs: there is one hook in a process, as there is one subscriber.
pub(crate) fn log_uncaught() {
    set_hook(Box::new(hook));
}

fn hook(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    if HANDLED.get() {
        PLACE.set(place);
        return;
    }
    let thread = std::thread::current();
    tracing::error!(
        panic = text(info.payload()),
        place,
        thread = thread.name().unwrap_or_default(),
        "a part of the program panicked"
    );
}

/// Runs a future to its end, or to its panic.
///
/// # Errors
/// It panicked.
pub async fn catch<F: Future>(future: F) -> Result<F::Output, Panic> {
    let mut future = pin!(future);
    std::future::poll_fn(move |context| poll(future.as_mut(), context)).await
}

fn poll<F: Future>(future: Pin<&mut F>, context: &mut Context<'_>) -> Poll<Result<F::Output, Panic>> {
    let outer = HANDLED.replace(true);
    // Nobody looks at what is left of the future after its panic.
    let polled = catch_unwind(AssertUnwindSafe(|| future.poll(context)));
    HANDLED.set(outer);
    match polled {
        Ok(polled) => polled.map(Ok),
        Err(payload) => Poll::Ready(Err(Panic { text: text(payload.as_ref()).to_owned(), place: PLACE.take() })),
    }
}

fn text(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("(no text)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn panics_are_caught_with_their_text() {
        let caught = catch(async {
            tokio::task::yield_now().await;
            panic!("number {}", 7)
        });
        assert_eq!(caught.await.unwrap_err().text, "number 7");
        assert_eq!(catch(async { 3 }).await, Ok(3));
        assert!(!HANDLED.get());
    }
}
