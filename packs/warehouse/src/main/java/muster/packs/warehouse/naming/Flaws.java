package muster.packs.warehouse.naming;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds where in a table's name its mistakes are.
record Flaws(Components components, NamingStandard standard) {

    /// One flaw per code, in the order of the codes.
    static List<Flaw> of(Reduced reduced, NamingStandard standard) {
        var flaws = new Flaws(Components.of(reduced.name()), standard);
        return reduced.codes().stream().map(flaws::flaw).toList();
    }

    private Flaw flaw(Code code) {
        return switch (code) {
            case CASE, SEPARATOR -> written(code);
            case VARIANT_MISSING -> components.before(code, variantAt());
            case WINDOW_SUFFIX, WINDOW_MISSING ->
                components.at(code, components.parts().size() - 1);
            case ORDER -> components.at(code, disorder());
            case UNKNOWN_COMPONENT -> components.at(code, unknown());
            case NO_RULE, FIRST_TOKEN -> components.at(code, 0);
            case ARRANGEMENT, SHAPE -> Flaw.whole(code, components.name());
        };
    }

    private Flaw written(Code code) {
        return components.writing().stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseGet(() -> Flaw.whole(code, components.name()));
    }

    private int variantAt() {
        var shape = shape();
        return shape == null ? 0 : Math.max(0, shape.variantAt());
    }

    private @Nullable Shape shape() {
        return standard.shapes().get(components.texts().getFirst());
    }

    /// The first component that does not come after the one before it.
    private int disorder() {
        var texts = components.texts();
        var shape = shape();
        // The variant may be missing, so the order is looked for from the end.
        int length = shape == null ? 1 : shape.lastAscending() - shape.firstAscending() + 1;
        int first = Math.max(0, texts.size() - length);
        return IntStream.range(first + 1, texts.size())
                .filter(i -> texts.get(i).compareTo(texts.get(i - 1)) <= 0)
                .findFirst()
                .orElse(texts.size() - 1);
    }

    private int unknown() {
        var texts = components.texts();
        var shape = shape();
        return IntStream.range(0, texts.size())
                .filter(i -> !standard.words().contains(texts.get(i)) && !(shape != null && shape.opens(texts, i)))
                .findFirst()
                .orElse(0);
    }
}
