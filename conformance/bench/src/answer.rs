//! An HTTP/1.1 answer read piece by piece, without keeping its body. Called by `connection` and the watchers.

use anyhow::{Context as _, Result, bail, ensure};

/// Longest head that is read.
const LONGEST_HEAD: usize = 64 << 10;

#[derive(Debug, Default, PartialEq, Eq)]
enum Place {
    /// Before the empty line.
    #[default]
    Head,
    /// This many bytes of a body of known length are to come.
    Body(u64),
    /// In the line that gives a chunk's size; the size so far, and whether it goes on.
    Size(u64, bool),
    /// This many bytes of a chunk are to come.
    Chunk(u64),
    /// In the line end after a chunk.
    AfterChunk,
    /// In the line end after the last chunk.
    Last,
    Done,
}

/// An answer as far as it has been received.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    place: Place,
    head: Vec<u8>,
    pub(crate) status: u16,
    /// Media type with its parameters.
    pub(crate) media: String,
    /// Content coding; empty when there is none.
    pub(crate) coding: String,
}

impl Answer {
    pub(crate) fn is_done(&self) -> bool {
        self.place == Place::Done
    }

    /// Takes what was received and hands the body's part of it to `body`.
    pub(crate) fn feed(&mut self, mut data: &[u8], body: &mut dyn FnMut(&[u8])) -> Result<()> {
        while let Some(first) = data.first() {
            match &mut self.place {
                Place::Head => data = self.head(data)?,
                Place::Body(left) | Place::Chunk(left) => {
                    let take = usize::try_from(*left).unwrap_or(usize::MAX).min(data.len());
                    let (piece, rest) = data.split_at(take);
                    body(piece);
                    data = rest;
                    *left -= take as u64;
                    if *left == 0 {
                        self.place = if matches!(self.place, Place::Body(_)) { Place::Done } else { Place::AfterChunk };
                    }
                }
                Place::Size(size, going) => {
                    match (first, char::from(*first).to_digit(16)) {
                        (b'\n', _) if *size == 0 => self.place = Place::Last,
                        (b'\n', _) => self.place = Place::Chunk(*size),
                        (_, Some(digit)) if *going => *size = *size << 4 | u64::from(digit),
                        _ => *going = false,
                    }
                    data = data.get(1..).unwrap_or_default();
                }
                Place::AfterChunk | Place::Last => {
                    if *first == b'\n' {
                        self.place = if self.place == Place::Last { Place::Done } else { Place::Size(0, true) };
                    }
                    data = data.get(1..).unwrap_or_default();
                }
                Place::Done => bail!("data after the end of an answer"),
            }
        }
        Ok(())
    }

    fn head<'a>(&mut self, data: &'a [u8]) -> Result<&'a [u8]> {
        let before = self.head.len();
        self.head.extend_from_slice(data);
        let from = before.saturating_sub(3);
        let Some(end) = self.head.get(from..).and_then(|tail| tail.windows(4).position(|four| four == b"\r\n\r\n")) else {
            ensure!(self.head.len() < LONGEST_HEAD, "the answer's head does not end");
            return Ok(&[]);
        };
        let end = from + end + 4;
        let text = std::str::from_utf8(self.head.get(..end).unwrap_or_default()).context("a header is not UTF-8")?;
        self.place = Place::Body(0);
        let mut lines = text.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
        self.status = status.context("unreadable status line")?;
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => self.place = Place::Body(value.parse().context("unreadable Content-Length")?),
                "transfer-encoding" => self.place = Place::Size(0, true),
                "content-type" => value.clone_into(&mut self.media),
                "content-encoding" => value.clone_into(&mut self.coding),
                _ => {}
            }
        }
        if self.place == Place::Body(0) {
            self.place = Place::Done;
        }
        Ok(data.get(end - before..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Feeds the answer in pieces of every size.
    fn check(wire: &str, body: &str) {
        for size in 1..=wire.len() {
            let (mut answer, mut got) = (Answer::default(), Vec::new());
            for piece in wire.as_bytes().chunks(size) {
                answer.feed(piece, &mut |piece| got.extend_from_slice(piece)).unwrap();
            }
            assert_eq!((answer.status, String::from_utf8(got).unwrap().as_str()), (200, body), "in pieces of {size}");
            assert!(answer.is_done(), "in pieces of {size}");
        }
    }

    #[test]
    fn lengths_and_chunks() {
        check("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello");
        check("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "");
        check("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\nA;x=1\r\nello there\r\n0\r\n\r\n", "hello there");
    }

    #[test]
    fn what_follows_an_answer_is_an_error() {
        let mut answer = Answer::default();
        assert!(answer.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab", &mut |_| ()).is_err());
        assert!(Answer::default().feed(b"nonsense\r\n\r\n", &mut |_| ()).is_err());
    }
}
