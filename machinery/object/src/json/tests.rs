//! Decoder and encoder against a small hand-made schema.
