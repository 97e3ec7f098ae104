package muster.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.audit.Aggregates;
import muster.audit.Verdict;
import muster.plan.Ids;
import muster.plan.Problem;

/// Checks written rules and compiles their conditions.
final class RuleCompiler {
    /// Longest condition in code points; the longest of the standard policy has 42.
    private static final int LONGEST_CONDITION = 1000;

    private final Cel cel;
    private final List<Problem> problems;
    private final SortedMap<String, CelType> variables;

    /// Conditions over the figures of an audit.
    RuleCompiler(List<Problem> problems) {
        this(problems, figures());
    }

    RuleCompiler(List<Problem> problems, SortedMap<String, CelType> variables) {
        this.problems = problems;
        this.variables = variables;
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST_CONDITION)
                        .enableComprehension(false)
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .setResultType(SimpleType.BOOL);
        variables.forEach(builder::addVar);
        this.cel = builder.build();
    }

    Optional<CompiledRule> compile(WrittenRule rule) {
        checkId(rule.id());
        checkMessage(rule.message());
        var condition = condition(rule.when());
        var decision = decision(rule.decision());
        return condition.flatMap(program -> decision.map(verdict -> new CompiledRule(
                rule.id().text(), program, verdict, rule.message().text())));
    }

    private void checkId(Placed id) {
        if (!Ids.isId(id.text())) {
            problems.add(Problem.at(
                    id.at(), "an id has lower-case letters, digits and . _ : - only, got '" + id.text() + "'"));
        }
    }

    private void checkMessage(Placed message) {
        CompiledRule.FIGURE
                .matcher(message.text())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !Aggregates.NONE.byName().containsKey(name))
                .forEach(name -> problems.add(new Problem(message.at(), "unknown figure '" + name + "'", known())));
    }

    private Optional<Verdict> decision(Placed decision) {
        var verdict = Arrays.stream(Verdict.values())
                .filter(each -> each.word().equals(decision.text()))
                .findFirst();
        if (verdict.isEmpty()) {
            problems.add(new Problem(
                    decision.at(),
                    "unknown decision '" + decision.text() + "'",
                    "Maybe one of NO-GO, DEFER, GO-WITH-CONDITIONS, GO."));
        }
        return verdict;
    }

    /// The condition, or nothing once its problems are recorded.
    Optional<CelRuntime.Program> condition(Placed when) {
        var checked = cel.compile(when.text());
        checked.getErrors().forEach(issue -> problems.add(problem(when, issue)));
        if (checked.hasError()) {
            return Optional.empty();
        }
        try {
            return Optional.of(cel.createProgram(checked.getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            problems.add(Problem.at(when.at(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Problem problem(Placed when, CelIssue issue) {
        var line = Math.max(issue.getSourceLocation().getLine(), 1);
        var column = Math.max(issue.getSourceLocation().getColumn(), 0);
        var unknown = issue.getMessage().startsWith("undeclared reference");
        return new Problem(when.after(line - 1, column), issue.getMessage(), unknown ? known() : null);
    }

    private String known() {
        return variables.keySet().stream().collect(Collectors.joining(", ", "Maybe one of ", "."));
    }

    private static SortedMap<String, CelType> figures() {
        var figures = new TreeMap<String, CelType>();
        Aggregates.NONE.byName().keySet().forEach(name -> figures.put(name, SimpleType.INT));
        return figures;
    }
}
