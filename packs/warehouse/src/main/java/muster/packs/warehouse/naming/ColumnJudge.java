package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges columns, knowing which names are taken.
///
/// @param taken existing names by their written-out form: folded, with single separators
record ColumnJudge(ColumnRules rules, Map<String, List<String>> taken) {
    private static final Predicate<String> LETTERS = Pattern.compile("[a-z]+").asMatchPredicate();
    private static final Predicate<String> VARIANT =
            Pattern.compile("(idx|bqx)[0-9]*").asMatchPredicate();

    ColumnVerdict verdict(ListedName name) {
        var text = name.text();
        var components = Components.of(text);
        var accepted = rules.acceptance(text);
        var repaired = String.join("_", components.texts());
        var better = repaired.equals(text) ? null : rules.acceptance(repaired);
        var twin = taken.getOrDefault(repaired, List.of()).stream()
                .filter(each -> !each.equals(text))
                .findFirst()
                .orElse(null);
        var target = target(repaired, better, twin);
        return new ColumnVerdict(
                text,
                accepted == null ? "none" : accepted.kind(),
                variant(components, name.declared()),
                evidence(components, name.declared()),
                accepted != null && accepted.isStrict() ? List.of() : flaws(components),
                Set.copyOf(ColumnRules.violated(accepted)),
                target,
                twin,
                remedy(accepted, target, twin));
    }

    static String written(String name) {
        return String.join("_", Components.of(name).texts());
    }

    private static Target target(String repaired, ColumnRules.@Nullable Acceptance better, @Nullable String twin) {
        if (better == null) {
            return new Target.None();
        }
        return twin != null ? new Target.Occupied(repaired) : new Target.Free(repaired);
    }

    private List<Flaw> flaws(Components components) {
        var flaws = new ArrayList<>(components.writing());
        var texts = components.texts();
        if (!LETTERS.test(texts.getFirst())) {
            flaws.add(components.at(Code.FIRST_TOKEN, 0));
        }
        if (!rules.windows().contains(texts.getLast())) {
            flaws.add(components.at(Code.WINDOW_MISSING, texts.size() - 1));
        }
        return flaws.isEmpty() ? List.of(Flaw.whole(Code.SHAPE, components.name())) : flaws;
    }

    private static Remedy remedy(ColumnRules.@Nullable Acceptance accepted, Target target, @Nullable String twin) {
        if (accepted != null) {
            return accepted.isStrict() ? Remedy.KEEP : Remedy.RULE_CONFLICT;
        }
        return switch (target) {
            case Target.Free _ -> Remedy.RENAME;
            case Target.Occupied _ -> twin == null ? Remedy.DECIDE_WHICH_IS_CURRENT : Remedy.DROP_AFTER_COMPARISON;
            case Target.None _ -> Remedy.EXCEPTION_OR_GRAMMAR;
        };
    }

    private static Variant variant(Components components, @Nullable Variant declared) {
        var token = token(components);
        if (token != null) {
            return token;
        }
        return declared == null ? Variant.UNDECIDED : declared;
    }

    private static String evidence(Components components, @Nullable Variant declared) {
        if (token(components) != null) {
            return "token";
        }
        return declared == null ? "nothing known" : "declared";
    }

    private static @Nullable Variant token(Components components) {
        return components.texts().stream()
                .filter(VARIANT)
                .findFirst()
                .map(each -> each.startsWith(Variant.IDX.token()) ? Variant.IDX : Variant.BQX)
                .orElse(null);
    }
}
