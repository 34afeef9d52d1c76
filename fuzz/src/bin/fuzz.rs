//! The engine: libFuzzer calls the target that the variable `FUZZ_TARGET` names with one input after another, and every input may
//! allocate so much and no more. Built by scripts/lib/fuzz.sh only; it must never judge anything itself.
#![no_main]

use std::alloc::System;
use std::sync::OnceLock;

use cap::Cap;
use fuzz::Target;
use libfuzzer_sys::fuzz_target;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

static TARGET: OnceLock<&'static Target> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let target = TARGET.get_or_init(prepare);
    // Beyond the limit an allocation fails, which ends the process, which the engine reports with the input.
    MEMORY.set_limit(MEMORY.allocated() + (target.memory)(data.len())).expect("the limit is above what is allocated");
    (target.run)(data);
    MEMORY.set_limit(usize::MAX).expect("there is no higher limit");
});

/// Finds the target, and sees to it that a panic can be reported whatever was allocated before it.
fn prepare() -> &'static Target {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        MEMORY.set_limit(usize::MAX).expect("there is no higher limit");
        report(panic);
    }));
    let name = std::env::var("FUZZ_TARGET").expect("FUZZ_TARGET names a target");
    fuzz::target(&name).expect("FUZZ_TARGET is in fuzz::TARGETS")
}
