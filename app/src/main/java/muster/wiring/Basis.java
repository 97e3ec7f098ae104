package muster.wiring;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.EarlierAudit;
import muster.observation.Redaction;
import muster.yaml.Choices;
import org.jspecify.annotations.Nullable;

/// By what an audit judged, so that it can be judged so again.
///
/// @param plan the plan file, relative to the workspace if it lies in it; none if the plan was made up of the folder
/// @param variables given for it, redacted
/// @param policy text of the rules, none for the standard ones
/// @param named what it was compared with, if the operator named that; none for the audit before it
record Basis(
        @Nullable String plan,
        @Nullable String profile,
        SortedMap<String, String> variables,
        @Nullable String policy,
        @Nullable EarlierAudit named) {
    Basis {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /// The workspace's own plan as it stands, by the standard rules.
    static Basis standard() {
        return new Basis("muster.yaml", null, new TreeMap<>(), null, null);
    }

    static Basis of(Workspace workspace, ChosenPlan chosen, Audit.Manner manner) {
        var redaction = Redaction.of(workspace.means().secrets());
        var variables = new TreeMap<String, String>();
        chosen.choices().variables().forEach((name, value) -> variables.put(name, clean(redaction, name, value)));
        var policy = manner.policy();
        return new Basis(
                path(workspace, chosen.source()),
                chosen.choices().profile(),
                variables,
                policy == null ? null : redaction.redact(policy),
                manner.baseline());
    }

    private static String clean(Redaction redaction, String name, String value) {
        var prefix = name + "=";
        var clean = redaction.redact(prefix + value);
        return clean.startsWith(prefix) ? clean.substring(prefix.length()) : redaction.redact(value);
    }

    private static @Nullable String path(Workspace workspace, @Nullable Path source) {
        if (source == null) {
            return null;
        }
        var file = source.toAbsolutePath().normalize();
        return file.startsWith(workspace.root())
                ? workspace.root().relativize(file).toString()
                : file.toString();
    }

    /// The plan file; none if there was none.
    @Nullable
    Path source(Workspace workspace) {
        return plan == null ? null : workspace.root().resolve(plan);
    }

    Choices choices() {
        return new Choices(profile, Map.copyOf(variables));
    }

    /// In one line, for people.
    String words() {
        return (plan == null ? "what the folder holds" : plan)
                + (profile == null ? "" : ", profile " + profile)
                + (variables.isEmpty() ? "" : ", variables " + String.join(", ", variables.keySet()))
                + (policy == null ? ", the standard policy" : ", a policy of one's own")
                + (named == null ? "" : ", compared with the audit of " + named.at());
    }
}
