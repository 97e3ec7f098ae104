package muster.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import muster.audit.DecisionRules;
import muster.json.Sha256;
import muster.plan.Parsed;
import muster.plan.Problem;

/// Reads decision policies: a YAML file of rules `{id, when, decision, message}`.
///
/// `when` is a CEL condition over the figures of [muster.audit.Aggregates], all integers by the names of its
/// components; a message may name a figure in braces. Everything is checked when the file is read: unknown
/// figures, conditions that are not true or false, unknown decisions and keys, ids used twice.
public final class Policy {
    private static final String STANDARD = "default.yaml";

    private Policy() {}

    /// The policy that decides when a plan names no other.
    public static DecisionRules standard() {
        return switch (read(STANDARD, resource())) {
            case Parsed.Ok<DecisionRules>(var rules) -> rules;
            case Parsed.Failed<DecisionRules>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /// The policy in a text, or every problem in it.
    ///
    /// @param file name for the places of problems
    public static Parsed<DecisionRules> read(String file, String text) {
        var problems = new ArrayList<Problem>();
        var written = new PolicyText(file, problems).rules(text);
        var compiler = new RuleCompiler(problems);
        var rules = written.stream()
                .flatMap(rule -> compiler.compile(rule).stream())
                .toList();
        return problems.isEmpty() ? new Parsed.Ok<>(rules(rules, text)) : new Parsed.Failed<>(List.copyOf(problems));
    }

    private static DecisionRules rules(List<CompiledRule> rules, String text) {
        return new DecisionRules(Sha256.of(text), figures -> {
            var byName = figures.byName();
            return rules.stream().flatMap(rule -> rule.fire(byName).stream()).toList();
        });
    }

    private static String resource() {
        try (InputStream in = Policy.class.getResourceAsStream(STANDARD)) {
            return new String(Objects.requireNonNull(in, STANDARD).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
