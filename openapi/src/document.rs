//! A served document in the form in which it is kept: deflated, because it is large and seldom asked for.

use std::io::{Read as _, Write as _};

use bytes::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// One document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Changes whenever the document does: the hash in its URL and, in quotes, its `ETag`.
    pub etag: String,
    /// Gzip member with the text; most clients accept it as it is.
    pub gzip: Bytes,
    /// Length of the text.
    pub length: usize,
}

impl Document {
    /// Deflates a document's text.
    pub(crate) fn new(etag: String, text: &[u8]) -> Self {
        let mut gzip = GzEncoder::new(Vec::with_capacity(text.len() / 4), Compression::fast());
        gzip.write_all(text).expect("writing to memory cannot fail");
        let gzip = gzip.finish().expect("writing to memory cannot fail").into_boxed_slice();
        Self { etag, gzip: Bytes::from(gzip), length: text.len() }
    }

    /// The text: JSON, or protobuf where the document is in that form.
    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.length);
        GzDecoder::new(&*self.gzip).read_to_end(&mut out).expect("the document was deflated by this process");
        out
    }
}
