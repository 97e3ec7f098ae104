package muster.pddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Reads a domain and a problem as one task: STRIPS with types, equality, constants, negative conditions and action
/// costs, and what of ADL can be compiled away.
public final class PddlReader {
    private final Complaints inDomain;
    private final Complaints inProblem;

    private PddlReader(PddlText domain, PddlText problem) {
        inDomain = new Complaints(domain.name());
        inProblem = new Complaints(problem.name());
    }

    /// The task, or every problem of the domain and then of the problem, in the order of the text.
    public static Parsed<PddlTask> read(PddlText domain, PddlText problem) {
        var reader = new PddlReader(domain, problem);
        var task = reader.task(
                Definition.read(domain.text(), Definition.Kind.DOMAIN, reader.inDomain),
                Definition.read(problem.text(), Definition.Kind.PROBLEM, reader.inProblem));
        var problems = new ArrayList<>(sorted(reader.inDomain));
        problems.addAll(sorted(reader.inProblem));
        return task == null || !problems.isEmpty() ? new Parsed.Failed<>(problems) : new Parsed.Ok<>(task);
    }

    private static List<Problem> sorted(Complaints complaints) {
        var byPlace = Comparator.comparingInt((Problem each) -> each.at().line())
                .thenComparingInt(each -> each.at().column());
        return complaints.problems().stream().sorted(byPlace).toList();
    }

    private @Nullable PddlTask task(@Nullable Definition domain, @Nullable Definition problem) {
        if (domain == null || problem == null) {
            return null;
        }
        var ofDomain = Sections.ofDomain(domain, inDomain);
        var ofProblem = Sections.ofProblem(problem, inProblem);
        Requirements.check(ofDomain, inDomain);
        Requirements.check(ofProblem, inProblem);
        var words = vocabulary(ofDomain, ofProblem);
        var start = new ProblemReader(words, inProblem);
        start.readInit(ofProblem);
        var goal = ofProblem.first(":goal");
        return new PddlTask(
                domain.name(),
                problem.name(),
                words.types(),
                List.copyOf(words.objects().values()),
                List.copyOf(words.predicates().values()),
                new DomainReader(words, inDomain).schemas(ofDomain),
                start.init(),
                start.values(),
                start.goal(ofProblem),
                goal == null ? inProblem.start() : inProblem.at(goal),
                start.metric(ofProblem),
                remarks(domain, ofProblem));
    }

    private Vocabulary vocabulary(Sections ofDomain, Sections ofProblem) {
        var names = new Declarations(inDomain);
        var types = names.types(ofDomain.contents(":types"));
        var objects = new LinkedHashMap<String, PddlObject>();
        names.objects(ofDomain.contents(":constants"), types, objects);
        new Declarations(inProblem).objects(ofProblem.contents(":objects"), types, objects);
        var functions = names.functions(ofDomain.contents(":functions"), types);
        functions.putIfAbsent(ProblemReader.TOTAL_COST, new Predicate(ProblemReader.TOTAL_COST, List.of()));
        return new Vocabulary(types, objects, names.predicates(ofDomain.contents(":predicates"), types), functions);
    }

    /// Collections of instances are full of problems that name their domain otherwise than it names itself.
    private List<Problem> remarks(Definition domain, Sections ofProblem) {
        var named = ofProblem.first(":domain");
        boolean same = named != null
                && named.rest().size() == 1
                && named.items().get(1) instanceof Node.Word word
                && word.text().equals(domain.name());
        Location at = named == null ? inProblem.start() : inProblem.at(named);
        return same
                ? List.of()
                : List.of(Problem.at(at, "the problem is not for the domain " + Complaints.shown(domain.name())));
    }
}
