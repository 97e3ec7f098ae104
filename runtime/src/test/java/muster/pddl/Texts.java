package muster.pddl;

import java.util.List;
import muster.plan.Parsed;
import muster.plan.Problem;

/// Small PDDL texts and what reading them gives.
public final class Texts {
    /// A lamp that can be switched on, and moved between places.
    public static final String DOMAIN = """
        (define (domain lamps)
          (:requirements :strips :typing :action-costs)
          (:types lamp place - object)
          (:constants hall - place)
          (:predicates (at ?l - lamp ?p - place) (on ?l - lamp))
          (:functions (total-cost) - number (distance ?a ?b - place) - number)
          (:action carry
            :parameters (?l - lamp ?from ?to - place)
            :precondition (and (at ?l ?from) (not (= ?from ?to)))
            :effect (and (not (at ?l ?from)) (at ?l ?to) (increase (total-cost) (distance ?from ?to))))
          (:action light
            :parameters (?l - lamp)
            :precondition (at ?l hall)
            :effect (and (on ?l) (increase (total-cost) 1))))
        """;

    public static final String PROBLEM = """
        (define (problem two-lamps)
          (:domain lamps)
          (:objects a b - lamp cellar - place)
          (:init (at a cellar) (at b hall) (= (total-cost) 0) (= (distance cellar hall) 2.5) (= (distance hall cellar) 3))
          (:goal (and (on a) (on b)))
          (:metric minimize (total-cost)))
        """;

    private Texts() {}

    public static Parsed<PddlTask> read(String domain, String problem) {
        return PddlReader.read(new PddlText("d.pddl", domain), new PddlText("p.pddl", problem));
    }

    /// The task of texts that are right.
    public static PddlTask task(String domain, String problem) {
        return switch (read(domain, problem)) {
            case Parsed.Ok<PddlTask>(var task) -> task;
            case Parsed.Failed<PddlTask>(var problems) -> throw new AssertionError(problems);
        };
    }

    /// What is wrong, one message each with its place and its hint.
    public static List<String> problems(String domain, String problem) {
        return switch (read(domain, problem)) {
            case Parsed.Ok<PddlTask> _ -> List.of();
            case Parsed.Failed<PddlTask>(var problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }

    /// [#DOMAIN] with a part replaced; the part must be there.
    public static String domainWith(String part, String instead) {
        return replaced(DOMAIN, part, instead);
    }

    /// [#PROBLEM] with a part replaced; the part must be there.
    public static String problemWith(String part, String instead) {
        return replaced(PROBLEM, part, instead);
    }

    private static String replaced(String text, String part, String instead) {
        if (!text.contains(part)) {
            throw new AssertionError("no '" + part + "' in the text");
        }
        return text.replace(part, instead);
    }
}
