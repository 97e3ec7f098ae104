package muster.packs.warehouse.naming;

import org.jspecify.annotations.Nullable;

/// A name in a list of names.
///
/// @param line on which it is listed, from 1
/// @param declared the variant that the list states; null if it states none that is known
public record ListedName(String text, int line, @Nullable Variant declared) {}
