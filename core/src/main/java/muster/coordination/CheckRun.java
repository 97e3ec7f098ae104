package muster.coordination;

/// A quality check of what is passed on.
public record CheckRun(String name, CheckStatus status) {}
