package muster.packs.warehouse.naming;

import java.util.List;

/// The form of one family of names.
///
/// @param firstAscending 1-based component from which components must strictly ascend; 0 if there is no order
/// @param lastAscending 1-based, inclusive
record Shape(NamePattern pattern, int firstAscending, int lastAscending) {

    /// The list of windows.
    static final String WINDOW = "WIN";

    private static final String VARIANT = "{VAR}";

    boolean fits(String name) {
        return pattern.match(name) != null;
    }

    /// Whether the place of a component is open, such as for words of so many letters, and has it. If the form has one
    /// component more, one before it is taken to be missing.
    boolean opens(List<String> components, int index) {
        int missing = pattern.components().size() - components.size();
        return missing >= 0 && missing <= 1 && pattern.opens(index + missing, components.get(index));
    }

    boolean namesVariant() {
        return variantAt() >= 0;
    }

    boolean namesWindow() {
        return pattern.symbols().contains(WINDOW);
    }

    int variantAt() {
        return pattern.components().indexOf(VARIANT);
    }

    boolean ordered(List<String> components) {
        var part = ascending(components);
        return part.stream().sorted().distinct().toList().equals(part);
    }

    /// The components with the ascending part put in order.
    List<String> sorted(List<String> components) {
        var part = ascending(components);
        part.sort(null);
        return components;
    }

    private List<String> ascending(List<String> components) {
        return firstAscending == 0 || components.size() < lastAscending
                ? components.subList(0, 0)
                : components.subList(firstAscending - 1, lastAscending);
    }
}
