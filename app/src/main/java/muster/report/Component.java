package muster.report;

import org.jspecify.annotations.Nullable;

/// A dependency that the audited project declares.
///
/// @param ecosystem such as `pip`, `npm`, `maven`
/// @param range in the ecosystem's own notation, empty for any
/// @param version the one that is locked or installed, none if neither is known
/// @param purl package URL, none if the ecosystem has no type of it
/// @param place `path:line` of the declaration
public record Component(
        String ecosystem,
        String name,
        String range,
        @Nullable String version,
        @Nullable String purl,
        String place) {}
