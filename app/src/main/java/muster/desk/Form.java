package muster.desk;

/// In which form an answer is shown.
public enum Form {
    /// Lines for people.
    WORDS,
    /// One JSON document.
    JSON
}
