package muster.packs.warehouse.naming;

/// One mistake in a name, with its place.
///
/// @param column where it begins, from 1, in Unicode code points
/// @param length code points; 0 where something is missing that belongs before `column`
/// @param text what stands there
public record Flaw(Code code, int column, int length, String text) {

    /// @param from UTF-16 index in the name
    static Flaw at(Code code, String name, int from, int to) {
        return new Flaw(
                code, name.codePointCount(0, from) + 1, name.codePointCount(from, to), name.substring(from, to));
    }

    static Flaw whole(Code code, String name) {
        return at(code, name, 0, name.length());
    }
}
