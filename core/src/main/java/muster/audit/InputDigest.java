package muster.audit;

/// A file or other input that evidence rests on, by its SHA-256 in lower-case hex.
public record InputDigest(String input, String sha256) {}
