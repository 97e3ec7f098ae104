package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Need;
import muster.plan.PhaseId;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Packages, tools, interfaces and credentials that must be there: items `kind: a, b, c` under a heading about
/// dependencies. An open list (`etc.`) and a kind that cannot be tested are put as questions.
final class DependencyExpectations {
    private static final Pattern OPEN = Pattern.compile("(?i)^(?:etc\\.?|and so on|others?|\\.\\.\\.|…)$");
    private static final Pattern PACKAGE = Pattern.compile(
            "^`?([A-Za-z0-9@][\\w./@-]*?)`?\\s*((?:[<>=!~^]=?|===?)\\s*[\\w.*]+(?:\\s*,\\s*(?:[<>=!~]=?)\\s*[\\w.*]+)*)?$");
    private static final Pattern COMMAND = Pattern.compile(
            "^`?([A-Za-z][\\w.+-]*)`?(?:\\s+(?i:cli|tool|command|binary))?\\s*((?:[<>=~^]=?)\\s*[\\w.]+)?$");

    private final Reading reading;
    private final @Nullable Target target;

    DependencyExpectations(Reading reading, @Nullable Target target) {
        this.reading = reading;
        this.target = target;
    }

    /// Kinds of dependency by the words of their label; the first that fits.
    private enum Kind {
        PIP("python|pip|pypi"),
        NPM("node|npm|javascript"),
        APT("apt|debian|os packages?"),
        CREDENTIAL("credentials?|secrets?|keys?|tokens?|auth\\w*"),
        API("apis?|services?|external"),
        TOOL("system|tools?|cli|binar(?:y|ies)|commands?"),
        OTHER("");

        private final Pattern words;

        Kind(String words) {
            this.words = Pattern.compile("(?i).*\\b(?:" + words + ")\\b.*");
        }

        static Kind of(String label) {
            return Stream.of(values())
                    .filter(kind -> kind.words.matcher(label).matches())
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    List<Expected> extract() {
        return reading.document().about(Topic.DEPENDENCIES).stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.item().tick() == Item.Tick.NONE)
                .flatMap(entry -> expected(entry).stream())
                .toList();
    }

    private List<Expected> expected(Entry entry) {
        Field field = entry.text().field();
        if (field == null) {
            return List.of();
        }
        Kind kind = Kind.of(field.key());
        List<Expected> found = new ArrayList<>();
        for (String name : Phrases.list(field.value())) {
            if (OPEN.matcher(name).matches()) {
                ask(entry, "Which further " + field.key() + " are there?");
            } else {
                probe(kind, name).map(probe -> expected(entry, name, probe)).forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            ask(entry, "How can '" + field.key() + "' be tested?");
        }
        return found;
    }

    private void ask(Entry entry, String question) {
        reading.notes().ask(entry.line(), question, entry.text().plain());
    }

    private static Stream<Probe> probe(Kind kind, String name) {
        return switch (kind) {
            case PIP -> packaged("pip", name);
            case NPM -> packaged("npm", name);
            case APT -> packaged("apt", name);
            case TOOL -> tool(name);
            case API -> Stream.of(new Probe.Remote("api", name));
            case CREDENTIAL -> Stream.of(new Probe.Remote("credential", name));
            case OTHER -> Stream.empty();
        };
    }

    private static Stream<Probe> packaged(String ecosystem, String name) {
        Matcher matcher = PACKAGE.matcher(name);
        return matcher.matches()
                ? Stream.of(new Probe.Dependency(ecosystem, matcher.group(1), range(matcher.group(2))))
                : Stream.empty();
    }

    private static Stream<Probe> tool(String name) {
        Matcher matcher = COMMAND.matcher(name);
        return matcher.matches()
                ? Stream.of(new Probe.Tool(matcher.group(1), range(matcher.group(2))))
                : Stream.empty();
    }

    private static String range(@Nullable String written) {
        return written == null ? "" : written.replaceAll("\\s+", "");
    }

    private Expected expected(Entry entry, String name, Probe probe) {
        List<PhaseId> phases =
                target == null ? List.of() : List.of(target.phase().id());
        String title = entry.text().field() == null
                ? name
                : java.util.Objects.requireNonNull(entry.text().field()).key() + ": " + name;
        return new Expected(
                name,
                title,
                entry.section().title(),
                Need.REQUIRED,
                AssuranceLevel.EXISTS,
                probe,
                null,
                phases,
                entry.line());
    }
}
