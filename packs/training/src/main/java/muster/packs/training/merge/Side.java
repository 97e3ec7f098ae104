package muster.packs.training.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// What the footers alone say against standing side by side.
final class Side {

    private Side() {}

    static List<String> problems(Spine spine, List<Source> sources) {
        var problems = new ArrayList<String>();
        sources.forEach(source -> problems.addAll(ofKey(spine, source)));
        problems.addAll(repeated(sources));
        return problems;
    }

    private static List<String> ofKey(Spine spine, Source source) {
        if (source.keyType() == null) {
            return List.of(source.name() + " has no column " + spine.key());
        }
        if (!source.keyType().equals(spine.type())) {
            return List.of("%s: %s is %s, in the spine it is %s"
                    .formatted(source.name(), spine.key(), source.keyType(), spine.type()));
        }
        if (source.columns().stream().anyMatch(column -> column.name().isEmpty())) {
            return List.of(source.name() + " has a column without a name");
        }
        return source.columns().isEmpty() ? List.of(source.name() + " has no column besides its key") : List.of();
    }

    private static List<String> repeated(List<Source> sources) {
        var owners = new HashMap<String, String>();
        var repeated = new ArrayList<String>();
        for (var source : sources) {
            for (var column : source.columns()) {
                var other = owners.putIfAbsent(column.as().toLowerCase(Locale.ROOT), source.name());
                repeated.addAll(
                        other == null
                                ? List.of()
                                : List.of("column %s stands %s; Maybe say %swithout=%s"
                                        .formatted(
                                                column.as(),
                                                other.equals(source.name())
                                                        ? "twice in " + other
                                                        : "in %s and in %s".formatted(other, source.name()),
                                                column.as().equals(column.name()) ? "names=prefixed, or " : "",
                                                column.name())));
            }
        }
        return repeated;
    }
}
