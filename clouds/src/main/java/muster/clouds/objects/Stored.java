package muster.clouds.objects;

import java.time.Instant;

/// An object as a store lists it.
public record Stored(String key, Instant modified) {}
