package muster.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import muster.pddl.PddlReader;
import muster.pddl.PddlTask;
import muster.pddl.PddlText;
import muster.pddl.PlanText;
import muster.pddl.validation.PlanValidator;
import muster.pddl.validation.Verdict;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.wiring.CpuTime;
import muster.wiring.PddlAnswer;
import muster.wiring.PddlPlanner;
import muster.wiring.PlanJson;
import muster.wiring.WholeFile;
import org.jspecify.annotations.Nullable;

/// Plans and checks plans of PDDL tasks in files.
record PddlFiles(Console console, boolean json) {
    private static final String CHECK = "muster.plan-check/1";

    /// What is done with a task.
    @FunctionalInterface
    private interface Use {
        Exit of(PddlTask task) throws IOException;
    }

    /// Plans, prints, and writes the plan to `out` if there is one.
    Exit plan(Path domain, Path problem, PddlPlanner.Asked asked, @Nullable Path out) throws IOException {
        return using(domain, problem, task -> {
            var before = CpuTime.used();
            var answer = PddlPlanner.plan(task, asked);
            var fields = PlanJson.fields(answer, CpuTime.used().minus(before));
            var text = planFile(answer);
            if (out != null && text != null) {
                WholeFile.write(out, text);
            }
            if (json && fields != null) {
                console.json(PlanJson.SCHEMA, fields);
            } else if (text != null) {
                text.lines().forEach(console::data);
            }
            return exit(answer);
        });
    }

    /// Says whether a plan of a task is right.
    Exit check(Path domain, Path problem, Path plan) throws IOException {
        return using(domain, problem, task -> switch (PlanText.read(PddlText.of(plan))) {
            case Parsed.Failed<PlanText>(var problems) -> console.refuse(problems);
            case Parsed.Ok<PlanText>(var text) -> {
                var start = new Location(plan.toString(), 1, 1);
                yield judged(PlanValidator.validate(task, text.steps(), start), text, start);
            }
        });
    }

    private Exit using(Path domain, Path problem, Use use) throws IOException {
        return switch (PddlReader.read(PddlText.of(domain), PddlText.of(problem))) {
            case Parsed.Failed<PddlTask>(var problems) -> console.refuse(problems);
            case Parsed.Ok<PddlTask>(var task) -> {
                task.remarks().forEach(remark -> console.say(remark.toString()));
                yield use.of(task);
            }
        };
    }

    /// A plan file as planners write it; null if there is no plan.
    private static @Nullable String planFile(PddlAnswer answer) {
        return switch (answer) {
            case PddlAnswer.Optimal(var plan, var cost) -> planFile(plan, "; cost = " + plain(cost) + " (optimal)");
            case PddlAnswer.Feasible(var plan, var cost, var bound) ->
                planFile(plan, "; cost = " + plain(cost) + " (no plan costs less than " + plain(bound) + ")");
            case PddlAnswer.Unsolvable _, PddlAnswer.Limit _, PddlAnswer.Refused _ -> null;
        };
    }

    private static String planFile(List<String> plan, String end) {
        var lines = new StringBuilder();
        plan.forEach(step -> lines.append(step).append('\n'));
        return lines.append(end).append('\n').toString();
    }

    private static String plain(BigDecimal cost) {
        return cost.toPlainString();
    }

    private Exit exit(PddlAnswer answer) {
        return switch (answer) {
            case PddlAnswer.Optimal _, PddlAnswer.Feasible _ -> Exit.YES;
            case PddlAnswer.Unsolvable(var reason) -> console.refuse(Exit.NO, "no plan exists: " + reason);
            case PddlAnswer.Limit(var bound, var reason) ->
                console.refuse(Exit.TIMED_OUT, "no plan: " + reason + "; no plan costs less than " + plain(bound));
            case PddlAnswer.Refused(var problems) -> console.refuse(problems);
        };
    }

    private Exit judged(Verdict verdict, PlanText text, Location start) {
        var stated = text.stated();
        var faults = faults(verdict, text, start);
        if (json) {
            print(verdict, stated, faults);
        } else if (faults.isEmpty()) {
            console.data("the plan is valid: " + said(verdict));
        } else {
            faults.forEach(fault -> console.data(fault.toString()));
        }
        return faults.isEmpty() ? Exit.YES : Exit.NO;
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(int steps, var cost) ->
                steps + (steps == 1 ? " step" : " steps") + ", cost " + plain(cost);
            case Verdict.Invalid _ -> "";
        };
    }

    private static List<Problem> faults(Verdict verdict, PlanText text, Location start) {
        return switch (verdict) {
            case Verdict.Invalid(var faults) -> faults;
            case Verdict.Valid(int _, var cost) -> {
                var stated = text.stated();
                yield stated == null || stated.compareTo(cost) == 0
                        ? List.of()
                        : List.of(Problem.at(
                                start, "the plan costs " + plain(cost) + ", but it states " + plain(stated)));
            }
        };
    }

    private void print(Verdict verdict, @Nullable BigDecimal stated, List<Problem> faults) {
        var fields = console.object().put("valid", faults.isEmpty());
        switch (verdict) {
            case Verdict.Valid(int _, var cost) -> fields.put("cost", cost);
            case Verdict.Invalid _ -> fields.putNull("cost");
        }
        fields.put("stated", stated);
        var list = fields.putArray("faults");
        faults.forEach(fault -> list.addObject()
                .put("file", fault.at().file())
                .put("line", fault.at().line())
                .put("column", fault.at().column())
                .put("message", fault.message())
                .put("hint", fault.hint()));
        console.json(CHECK, fields);
    }
}
