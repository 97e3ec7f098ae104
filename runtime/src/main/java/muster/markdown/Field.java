package muster.markdown;

/// A `Key: value` line; the key without markup and colon, the value without markup.
record Field(String key, String value) {}
