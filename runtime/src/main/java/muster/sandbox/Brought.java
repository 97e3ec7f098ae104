package muster.sandbox;

import java.nio.ByteBuffer;

/// A file that was handed out of a sandbox.
///
/// @param path relative to the project; what a hostile command made of it, so to be looked at before it is used
public record Brought(String path, ByteBuffer content) {}
