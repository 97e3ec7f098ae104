package muster.yaml;

/// Whether unquoted numbers and truth values count as the text they are written as.
enum PlainText {
    TEXT_ONLY,
    AS_WRITTEN
}
