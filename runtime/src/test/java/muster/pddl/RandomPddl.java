package muster.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small random tasks that use all of the language that is supported.
public final class RandomPddl {
    private static final List<String> TYPES = List.of("object", "red", "blue", "(either red blue)");

    private record Predicate(String name, int arity) {}

    private final Random random;
    private final List<Predicate> predicates = new ArrayList<>();
    private int quantified;

    private RandomPddl(long seed) {
        random = new Random(seed);
        int count = 3 + random.nextInt(3);
        for (int number = 0; number < count; number++) {
            predicates.add(new Predicate("p" + number, random.nextInt(3)));
        }
    }

    /// The task of a seed.
    public static PddlTask task(long seed) {
        var maker = new RandomPddl(seed);
        return Texts.task(maker.domain(), maker.problem());
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String domain() {
        var declared = predicates.stream()
                .map(each -> "(" + each.name() + places(each) + ")")
                .collect(Collectors.joining(" "));
        var actions =
                IntStream.range(0, 2 + random.nextInt(3)).mapToObj(this::action).collect(Collectors.joining("\n"));
        return "(define (domain random) (:types red blue) (:constants r0 - red)\n(:predicates " + declared
                + ")\n(:functions (total-cost) (price ?x - object))\n" + actions + ")";
    }

    private static String places(Predicate predicate) {
        return IntStream.range(0, predicate.arity())
                .mapToObj(place -> " ?x" + place)
                .collect(Collectors.joining());
    }

    private String action(int number) {
        int count = random.nextInt(4);
        var variables = new ArrayList<String>();
        var parameters = new StringBuilder();
        for (int place = 0; place < count; place++) {
            variables.add("?v" + place);
            parameters.append(" ?v").append(place).append(" - ").append(pick(TYPES));
        }
        return "(:action a" + number + " :parameters (" + parameters + ")\n  :precondition (and "
                + conditions(variables, random.nextInt(3), 2) + ")\n  :effect (and " + effects(variables)
                + cost(variables)
                + "))";
    }

    private String conditions(List<String> variables, int count, int depth) {
        return IntStream.range(0, count)
                .mapToObj(_ -> condition(variables, depth))
                .collect(Collectors.joining(" "));
    }

    private String condition(List<String> variables, int depth) {
        int kind = random.nextInt(depth == 0 ? 12 : 17);
        return switch (kind) {
            case 8, 9 -> "(not " + atom(variables, predicates) + ")";
            case 10 -> "(not (= " + term(variables) + " " + term(variables) + "))";
            case 11 -> "(= " + term(variables) + " " + term(variables) + ")";
            case 12 -> "(or " + conditions(variables, 2, depth - 1) + ")";
            case 13 -> "(imply " + conditions(variables, 2, depth - 1) + ")";
            case 14 -> "(not (and " + conditions(variables, 2, depth - 1) + "))";
            case 15 -> "(exists (?q" + quantified + " - " + pick(TYPES) + ") " + inside(variables, depth) + ")";
            case 16 -> "(forall (?q" + quantified + " - " + pick(TYPES) + ") " + inside(variables, depth) + ")";
            default -> atom(variables, predicates);
        };
    }

    private String inside(List<String> variables, int depth) {
        var more = new ArrayList<>(variables);
        more.add("?q" + quantified++);
        return condition(more, depth - 1);
    }

    private String atom(List<String> variables, List<Predicate> of) {
        var predicate = pick(of);
        return "(" + predicate.name()
                + IntStream.range(0, predicate.arity())
                        .mapToObj(_ -> " " + term(variables))
                        .collect(Collectors.joining())
                + ")";
    }

    private String term(List<String> variables) {
        return variables.isEmpty() || random.nextInt(8) == 0 ? "r0" : pick(variables);
    }

    /// The first predicate never changes.
    private String effects(List<String> variables) {
        var changing = predicates.subList(1, predicates.size());
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> effect(variables, changing))
                .collect(Collectors.joining(" "));
    }

    private String effect(List<String> variables, List<Predicate> changing) {
        var atom = atom(variables, changing);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> "(not " + atom + ")";
            case 3 ->
                "(when " + condition(variables, 1) + " (and " + atom + " (not " + atom(variables, changing) + ")))";
            case 4 -> {
                var more = new ArrayList<>(variables);
                more.add("?q" + quantified);
                yield "(forall (?q" + quantified++ + " - red) " + atom(more, changing) + ")";
            }
            default -> atom;
        };
    }

    private String cost(List<String> variables) {
        return switch (random.nextInt(4)) {
            case 0 -> " (increase (total-cost) " + random.nextInt(4) + ")";
            case 1 -> " (increase (total-cost) (price " + term(variables) + "))";
            case 2 -> " (increase (total-cost) (+ 0.5 (* 2 (price r0))))";
            default -> "";
        };
    }

    private String problem() {
        var objects = List.of("r0", "r1", "b0");
        var init = predicates.stream()
                .flatMap(predicate -> IntStream.range(0, predicate.arity() == 0 ? 1 : 3)
                        .filter(_ -> random.nextInt(5) == 0)
                        .mapToObj(_ -> ground(predicate, objects)))
                .collect(Collectors.joining(" "));
        var wanted = predicates.subList(1, predicates.size());
        var goal = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> random.nextInt(4) == 0 ? condition(List.of("r1"), 1) : atom(objects, wanted))
                .collect(Collectors.joining(" "));
        return "(define (problem random) (:domain random) (:objects r1 - red b0 - blue)\n(:init " + init
                + " (= (price r0) 3) (= (price r1) 1.25))\n(:goal (and " + goal + "))"
                + (random.nextInt(3) == 0 ? "" : "(:metric minimize (total-cost))") + ")";
    }

    private String ground(Predicate predicate, List<String> objects) {
        return "(" + predicate.name()
                + IntStream.range(0, predicate.arity())
                        .mapToObj(_ -> " " + pick(objects))
                        .collect(Collectors.joining())
                + ")";
    }
}
