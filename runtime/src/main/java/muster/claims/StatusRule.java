package muster.claims;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.audit.Sighting;
import muster.audit.StatusMeaning;
import muster.plan.AssuranceLevel;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// What is called done, ready or tested must be there, parse, and find what it refers to; what is said to take an
/// option must read it. How far a file got is taken from its evidence; without evidence, only whether it is there
/// and, of Python options, whether they are read, is known.
record StatusRule(Tree tree, Past past, List<Evidence> evidence, Foreign foreign) implements ClaimRule {
    private static final Set<AssuranceLevel> SHORT_OF_RUNNING =
            Set.of(AssuranceLevel.CLAIMED, AssuranceLevel.EXISTS, AssuranceLevel.PARSES);
    private static final String TAKES = "takes ";

    @Override
    public @Nullable Sighting of(Claim claim) {
        var source = claim.source();
        if (!(claim.value() instanceof ClaimValue.Status(String word)) || source == null || !isPath(claim.subject())) {
            return null;
        }
        var path = path(source.document(), claim.subject());
        if (word.startsWith(TAKES)) {
            return path == null ? null : option(path, word.substring(TAKES.length()));
        }
        var meaning = StatusMeaning.of(word).orElse(null);
        return meaning == null
                ? null
                : switch (meaning) {
                    case DONE -> path == null ? missing(claim.subject(), source.document()) : reached(path, word);
                    case OPEN -> open(path, word);
                    case DROPPED -> null;
                };
    }

    private static boolean isPath(String subject) {
        return subject.indexOf(' ') < 0 && subject.indexOf('.') > 0;
    }

    private @Nullable String path(String document, String subject) {
        var found = tree.resolve(document, subject);
        var same = tree.named(subject);
        return found == null && same.size() == 1 ? same.iterator().next() : found;
    }

    private @Nullable Sighting missing(String path, String document) {
        var gone = past.deleted(path);
        var because = "files: there is no " + path + (gone == null ? "" : "; deleted in " + gone);
        return path.indexOf('/') > 0
                        && !foreign.holds(document)
                        && Tree.normal(Tree.folder(document) + "/" + path) != null
                ? Sighting.wrong("missing", because, List.of(path))
                : null;
    }

    private @Nullable Sighting reached(String path, String word) {
        if (word.equals("exists") || word.equals("available")) {
            return Sighting.right(path, "files: it is there", List.of(path));
        }
        for (var seen : evidence) {
            if (seen.kind().equals("script") && seen.subject().contains(path) && judged(seen)) {
                return fails(seen)
                        ? Sighting.wrong(seen.reached().name(), "scripts: " + why(seen), List.of(seen.id()))
                        : null;
            }
        }
        return null;
    }

    private static boolean judged(Evidence seen) {
        return seen.result() == ProbeResult.PASS || seen.result() == ProbeResult.FAIL;
    }

    /// A script that was only asked to exist has proved nothing against its status.
    private static boolean fails(Evidence seen) {
        return seen.result() == ProbeResult.FAIL && SHORT_OF_RUNNING.contains(seen.reached());
    }

    private static String why(Evidence seen) {
        return seen.findings().stream()
                .filter(finding -> finding.weight() == muster.audit.Weight.DEFECT)
                .map(Object::toString)
                .findFirst()
                .orElse(seen.summary());
    }

    private @Nullable Sighting open(@Nullable String path, String word) {
        var absent = word.equals("missing") || word.equals("does not exist");
        return absent && path != null && path.indexOf('/') > 0
                ? Sighting.wrong("exists", "files: it is there", List.of(path))
                : null;
    }

    private @Nullable Sighting option(String path, String option) {
        var name = option.replaceFirst("s$", "");
        var ignored = evidence.stream()
                .filter(seen -> seen.subject().contains(path))
                .map(seen -> ignored(seen, name))
                .filter(java.util.Objects::nonNull)
                .findFirst();
        if (ignored.isPresent()) {
            return ignored.get();
        }
        return path.endsWith(".py") ? read(path, name) : null;
    }

    private static @Nullable Sighting ignored(Evidence seen, String option) {
        return seen.findings().stream()
                .filter(finding -> finding.code().equals("ignored-argument"))
                .filter(finding -> finding.message().contains(option))
                .map(finding -> Sighting.wrong("ignored", "scripts: " + finding, List.of(seen.id())))
                .findFirst()
                .orElse(null);
    }

    /// An option that Python's argument parser declares and the program never asks for.
    private @Nullable Sighting read(String path, String option) {
        var text = tree.read(path).map(file -> file.text()).orElse("");
        var declared = text.contains("\"--" + option + "\"") || text.contains("'--" + option + "'");
        var variable = option.replace('-', '_');
        var read = Pattern.compile(
                        "\\.\\s*" + Pattern.quote(variable) + "\\b|vars\\(|__dict__|\\[[\"']" + Pattern.quote(variable))
                .matcher(text)
                .find();
        return declared && !read
                ? Sighting.wrong(
                        "ignored", "scripts: " + path + " declares --" + option + " and never reads it", List.of(path))
                : null;
    }
}
