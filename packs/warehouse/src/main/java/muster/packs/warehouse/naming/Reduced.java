package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A name taken apart: what is wrong with it, and the name that is left when that is put right.
///
/// @param repaired null when the family has no form, or the form names a variant that is not known
record Reduced(
        String name,
        String category,
        VariantHistory.Meaning meaning,
        List<Code> codes,
        @Nullable String repaired) {
    static Reduced of(String name, NamingStandard standard) {
        var components = Components.of(name);
        var codes =
                new ArrayList<>(components.writing().stream().map(Flaw::code).toList());
        var parts = new ArrayList<>(components.texts());
        var plain = String.join("_", parts);
        var category = parts.getFirst();
        var shape = standard.shapes().get(category);
        if (shape != null) {
            return of(name, parts, codes, new Family(shape, standard));
        }
        var form = standard.ungoverned().get(category);
        codes.add(Code.NO_RULE);
        var meaning = meaning(plain, parts, form, standard);
        var repaired = form == null ? null : String.join("_", withVariant(parts, form, meaning));
        return new Reduced(name, category, meaning, codes, repaired);
    }

    private record Family(Shape shape, NamingStandard standard) {
        boolean knows(List<String> components) {
            return IntStream.range(0, components.size())
                    .allMatch(i -> standard.words().contains(components.get(i)) || shape.opens(components, i));
        }
    }

    private static Reduced of(String name, List<String> parts, List<Code> codes, Family family) {
        var shape = family.shape();
        var plain = String.join("_", parts);
        var meaning = meaning(plain, parts, shape, family.standard());
        var full = shape.fits(plain) ? parts : completed(parts, meaning, codes, family);
        if (shape.fits(String.join("_", full)) && !shape.ordered(full)) {
            codes.add(Code.ORDER);
        }
        var arranged = shape.namesVariant() || shape.fits(plain) ? null : Arrangement.only(parts, shape);
        if (arranged != null) {
            codes.add(Code.ARRANGEMENT);
            full = arranged;
        } else if (codes.isEmpty() && !shape.fits(plain)) {
            codes.add(Code.SHAPE);
        }
        var repaired = meaning.decided() || !shape.namesVariant()
                ? String.join("_", shape.sorted(new ArrayList<>(full)))
                : null;
        return new Reduced(
                name, parts.getFirst(), meaning, codes.stream().sorted().toList(), repaired);
    }

    private static List<String> completed(
            List<String> parts, VariantHistory.Meaning meaning, List<Code> codes, Family family) {
        if (family.shape().namesVariant() && !namesVariant(parts)) {
            codes.add(Code.VARIANT_MISSING);
        }
        var bare = family.shape().namesWindow() ? parts : withoutWindow(parts, family.standard(), codes);
        var full = withVariant(bare, family.shape(), meaning);
        if (!family.shape().fits(String.join("_", full)) && !family.knows(full)) {
            codes.add(Code.UNKNOWN_COMPONENT);
        }
        return full;
    }

    private static VariantHistory.Meaning meaning(
            String plain, List<String> parts, @Nullable Shape shape, NamingStandard standard) {
        if (shape != null && !shape.namesVariant()) {
            return VariantHistory.BY_DESIGN;
        }
        if (shape != null && shape.fits(plain)) {
            return token(parts.get(shape.variantAt()));
        }
        if (parts.contains(Variant.IDX.token())) {
            return parts.contains(Variant.BQX.token()) ? VariantHistory.CONTRADICTORY : token(Variant.IDX.token());
        }
        return parts.contains(Variant.BQX.token())
                ? token(Variant.BQX.token())
                : standard.history().of(plain);
    }

    private static VariantHistory.Meaning token(String token) {
        return new VariantHistory.Meaning(token.equals(Variant.IDX.token()) ? Variant.IDX : Variant.BQX, "token");
    }

    private static List<String> withoutWindow(List<String> parts, NamingStandard standard, List<Code> codes) {
        if (parts.size() < 2 || !standard.windows().contains(parts.getLast())) {
            return parts;
        }
        codes.add(Code.WINDOW_SUFFIX);
        return parts.subList(0, parts.size() - 1);
    }

    private static List<String> withVariant(List<String> parts, Shape shape, VariantHistory.Meaning meaning) {
        var full = new ArrayList<>(parts);
        if (!namesVariant(parts) && meaning.decided() && shape.variantAt() <= full.size()) {
            full.add(shape.variantAt(), meaning.variant().token());
        }
        return full;
    }

    private static boolean namesVariant(List<String> parts) {
        return parts.contains(Variant.IDX.token()) || parts.contains(Variant.BQX.token());
    }
}
