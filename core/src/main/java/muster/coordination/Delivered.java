package muster.coordination;

import org.jspecify.annotations.Nullable;

/// One thing that is passed on.
///
/// @param what a path in the workspace, or words
/// @param sha256 of the file's bytes when it was offered, in hex; null if it is no file
public record Delivered(String what, @Nullable String sha256) {}
