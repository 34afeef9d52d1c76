//! The API server as its clients see it, in process: server values inside the tests, a client certificate that the server verifies, no
//! socket. One program for all files, because linking the server once is much cheaper than once per file.

#[cfg(test)]
mod admission;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod canary;
#[cfg(test)]
mod cancellation;
#[cfg(test)]
mod concurrency;
#[cfg(test)]
mod credentials;
#[cfg(test)]
mod every_resource;
#[cfg(test)]
mod evictions;
#[cfg(test)]
mod filtered_pages;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod isolation;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod metrics;
#[cfg(test)]
mod overtaken;
#[cfg(test)]
mod reads;
#[cfg(test)]
mod services;
#[cfg(test)]
mod slow_bodies;
#[cfg(test)]
mod stopping;
#[cfg(test)]
mod support;
#[cfg(test)]
mod unreadable;
#[cfg(test)]
mod versions;
#[cfg(test)]
mod watch_properties;
#[cfg(test)]
mod watch_starts;
#[cfg(test)]
mod watches;
#[cfg(test)]
mod websockets;
#[cfg(test)]
mod writes;
