package muster.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import muster.engines.JournaledRun;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.storage.SqliteJournal;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine;

/// Loads what the short commands load, so that the start-up cache made from this run holds it.
@CommandLine.Command(
        name = "warm-up",
        hidden = true,
        description = "Loads what short commands load; used when the start-up cache is made.")
final class WarmUpCommand implements Callable<Integer> {

    private static final String TOWERS = """
            (define (domain towers) (:requirements :strips :typing :action-costs) (:types block)
              (:predicates (on ?x ?y - block) (table ?x - block) (clear ?x - block)) (:functions (total-cost))
              (:action move :parameters (?x ?y ?z - block)
                :precondition (and (on ?x ?y) (clear ?x) (clear ?z) (not (= ?x ?z)))
                :effect (and (not (on ?x ?y)) (not (clear ?z)) (on ?x ?z) (clear ?y) (increase (total-cost) 2)))
              (:action lift :parameters (?x ?y - block)
                :precondition (and (table ?x) (clear ?x) (clear ?y) (not (= ?x ?y)))
                :effect (and (not (table ?x)) (not (clear ?y)) (on ?x ?y) (increase (total-cost) 1)))
              (:action drop :parameters (?x ?y - block) :precondition (and (on ?x ?y) (clear ?x))
                :effect (and (not (on ?x ?y)) (table ?x) (clear ?y) (increase (total-cost) 1))))
            """;

    private static final String SIX_BLOCKS = """
            (define (problem six) (:domain towers) (:objects a b c d e f - block)
              (:init (table a) (on b a) (on c b) (clear c) (table d) (on e d) (on f e) (clear f) (= (total-cost) 0))
              (:goal (and (on a b) (on b f) (on d c) (on c a) (on e d))) (:metric minimize (total-cost)))
            """;

    private static final String WORK = """
            muster: 1
            plan: {id: work, title: Work, start: "2026-01-05T09:00:00Z"}
            agents: [{id: ann, name: Ann, kind: human}]
            phases:
              - {id: p, title: P, tasks: [{id: a, title: A, owners: [ann]}, {id: b, title: B, needs: [a]}]}
            """;

    private static final RunId RUN = new RunId("warm-up");
    private static final RunGate GATE =
            new RunGate(new GateId("gate"), "gate", List.of(new AgentId("agent")), List.of(), List.of());
    private static final Step STEP = new Step(
            new TaskId("step"),
            "step",
            List.of(new AgentId("agent")),
            new Action.Pack("pack.action", new TreeMap<>(Map.of("argument", "value"))),
            List.of(),
            List.of(new FactId("needed")),
            List.of(new FactId("provided")),
            List.of(GATE.id()),
            0,
            null);

    /// Long enough for every part of the searches, and for what is compiled to be known as such.
    private static void plan(CommandLine line, Path folder) throws IOException {
        var domain = file(folder, "domain.pddl", TOWERS);
        var problem = file(folder, "problem.pddl", SIX_BLOCKS);
        var out = folder.resolve("plan.txt").toString();
        line.execute("plan", "--pddl", domain, problem, "--json", "--out", out, "--seconds", "1000");
        line.execute("plan", "--pddl", domain, problem, "--anytime");
        line.execute("plan", "--validate", domain, problem, out);
        line.execute("plan", "--plan", file(folder, "work.yaml", WORK), "--json");
    }

    private static String file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /// Where the launcher wants SQLite's library unpacked, once instead of at every start; nowhere if it does not say.
    private static void unpackLibrary(@Nullable String folder) throws IOException {
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (var library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (folder != null && library != null) {
                var target = Files.createDirectories(Path.of(folder));
                Files.copy(library, target.resolve(LibraryLoaderUtil.getNativeLibName()));
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var line = Muster.commandLine(new Console(nowhere, nowhere, Map.of()));
        var folder = Files.createTempDirectory("muster-warm-up-");
        var plan = Files.writeString(folder.resolve("muster.yaml"), "muster: 1\nplan: {id: warm-up}\n");
        var journal = Files.createDirectories(folder.resolve(".muster")).resolve("muster.db");
        try (var written = SqliteJournal.open(journal)) {
            new JournaledRun(written, InstantSource.system(), RUN)
                    .tell(
                            new Command.Start(new RunPlan(RUN, List.of(STEP), List.of(GATE)), "0", new TreeSet<>()),
                            "start");
        }
        unpackLibrary(System.getProperty("muster.library"));
        line.execute("--help");
        line.execute("validate", plan.toString(), "--json");
        line.execute("status", "--workspace", folder.toString());
        line.execute("status", "--workspace", folder.toString(), "--json");
        line.execute("log", "verify", "--workspace", folder.toString());
        plan(line, folder);
        Workspace.delete(folder);
        return Exit.YES.code();
    }
}
