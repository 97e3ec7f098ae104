package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlanCommandTest {
    private static final String SCHEMA = "muster.plan/1";
    private static final String CHECK = "muster.plan-check/1";

    /// From a to c on foot costs 5, by bus over b 2 + 1.5.
    private static final String DOMAIN = """
            (define (domain ways)
              (:requirements :strips :typing :action-costs)
              (:types place)
              (:predicates (at ?p - place) (street ?p ?q - place) (line ?p ?q - place))
              (:functions (total-cost) (fare ?p ?q - place))
              (:action walk :parameters (?p ?q - place)
                :precondition (and (at ?p) (street ?p ?q))
                :effect (and (not (at ?p)) (at ?q) (increase (total-cost) 5)))
              (:action ride :parameters (?p ?q - place)
                :precondition (and (at ?p) (line ?p ?q))
                :effect (and (not (at ?p)) (at ?q) (increase (total-cost) (fare ?p ?q)))))
            """;

    private static final String PROBLEM = """
            (define (problem home)
              (:domain ways)
              (:objects a b c d - place)
              (:init (at a) (street a c) (line a b) (line b c) (= (fare a b) 2) (= (fare b c) 1.5))
              (:goal (at c))
              (:metric minimize (total-cost)))
            """;

    @TempDir
    Path folder;

    private Path domain;
    private Path problem;

    @BeforeEach
    void writeTheTask() throws IOException {
        domain = Small.file(folder, "domain.pddl", DOMAIN);
        problem = Small.file(folder, "problem.pddl", PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--optimal", "--anytime"})
    void aCheapestPlanOfAPddlTaskIsPrinted(String aim) {
        var answer = Said.to("plan", "--pddl", domain, problem, aim, "--json")
                .exits(Exit.YES)
                .json(SCHEMA);

        assertThat(answer.get("result").asString()).isEqualTo("optimal");
        assertThat(answer.get("cost").asDouble()).isEqualTo(3.5);
        assertThat(answer.get("bound").asDouble()).isEqualTo(3.5);
        assertThat(texts(answer.get("plan"))).containsExactly("(ride a b)", "(ride b c)");
        assertThat(answer.get("cpu_seconds").asDouble())
                .isPositive()
                .isGreaterThanOrEqualTo(answer.get("search_seconds").asDouble());
        assertThat(answer.get("reason").isNull()).isTrue();
    }

    @Test
    void whatIsPrintedAndWrittenIsAPlanFileThatTheValidatorTakes() throws IOException {
        var out = folder.resolve("new/folder/plan.txt");

        var said = Said.to("plan", "--pddl", domain, problem, "--out", out).exits(Exit.YES);

        assertThat(said.out()).isEqualTo(Files.readString(out)).isEqualTo("""
                (ride a b)
                (ride b c)
                ; cost = 3.5 (optimal)
                """);
        var check = Said.to("plan", "--validate", domain, problem, out, "--json")
                .exits(Exit.YES)
                .json(CHECK);
        assertThat(check.get("valid").asBoolean()).isTrue();
        assertThat(check.get("cost").asDouble()).isEqualTo(3.5);
    }

    /// Reviews 1 + 1 + 2, one switch 3, one thaw 2, three builds and three shipments.
    @Test
    void theExampleCostsWhatIsWorkedOutByHand() {
        var folder = Path.of("../examples/pddl");

        var answer = Said.to("plan", "--pddl", folder.resolve("domain.pddl"), folder.resolve("problem.pddl"), "--json")
                .exits(Exit.YES)
                .json(SCHEMA);

        assertThat(answer.get("result").asString()).isEqualTo("optimal");
        assertThat(answer.get("cost").asInt()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, -1})
    void everySeedGivesAPlanOfTheSameCost(long seed) {
        var answer = Said.to("plan", "--pddl", domain, problem, "--seed", seed, "--json")
                .exits(Exit.YES)
                .json(SCHEMA);

        assertThat(answer.get("cost").asDouble()).isEqualTo(3.5);
    }

    @Test
    void whatCannotBeReachedIsNamed() throws IOException {
        var hopeless = Small.file(folder, "hopeless.pddl", PROBLEM.replace("(:goal (at c))", "(:goal (at d))"));

        var said = Said.to("plan", "--pddl", domain, hopeless, "--json").exits(Exit.NO);

        var answer = said.json(SCHEMA);
        assertThat(answer.get("result").asString()).isEqualTo("unsolvable");
        assertThat(answer.get("cost").isNull()).isTrue();
        assertThat(answer.get("plan")).isEmpty();
        assertThat(answer.get("reason").asString()).contains("(at d)");
        assertThat(said.err()).contains("no plan exists", "(at d)");
    }

    @Test
    void aGoalWhosePartsExcludeEachOtherIsUnsolvableToo() throws IOException {
        var both = Small.file(folder, "both.pddl", PROBLEM.replace("(:goal (at c))", "(:goal (and (at b) (at c)))"));

        var answer =
                Said.to("plan", "--pddl", domain, both, "--json").exits(Exit.NO).json(SCHEMA);

        assertThat(answer.get("reason").asString()).contains("the goal holds in none");
    }

    /// The process has used more CPU time than this before it begins. A small task is solved in less than a look at the
    /// clock takes.
    @Test
    void timeThatIsOverEndsTheSearchWithItsBound() throws IOException {
        var city = Small.file(folder, "city.pddl", city(40));

        var said = Said.to("plan", "--pddl", domain, city, "--seconds", "0.001", "--json")
                .exits(Exit.TIMED_OUT);

        var answer = said.json(SCHEMA);
        assertThat(answer.get("result").asString()).isEqualTo("limit");
        assertThat(answer.get("cost").isNull()).isTrue();
        assertThat(answer.get("bound").asDouble()).isZero();
        assertThat(answer.get("reason").asString()).isNotBlank();
    }

    /// A street from each place to all that come after it.
    private static String city(int places) {
        var streets = IntStream.range(0, places)
                .boxed()
                .flatMap(from ->
                        IntStream.range(from + 1, places).mapToObj(to -> "(street p%d p%d)".formatted(from, to)))
                .collect(Collectors.joining());
        var names = IntStream.range(0, places).mapToObj(each -> "p" + each).collect(Collectors.joining(" "));
        return """
            (define (problem city)
              (:domain ways)
              (:objects %s - place)
              (:init (at p0) %s)
              (:goal (at p%d))
              (:metric minimize (total-cost)))
            """.formatted(names, streets, places - 1);
    }

    @Test
    void aPlanThatIsWrongIsTakenApart() throws IOException {
        var wrong = Small.file(folder, "wrong.txt", "(ride a b)\n(walk b c)\n");
        var dear = Small.file(folder, "dear.txt", "(walk a c)\n; cost = 4\n");
        var torn = Small.file(folder, "torn.txt", "(ride a");

        var said = Said.to("plan", "--validate", domain, problem, wrong).exits(Exit.NO);
        assertThat(said.out()).contains("wrong.txt:2:1", "step 2 (walk b c) cannot be done", "(street b c)");
        assertThat(Said.to("plan", "--validate", domain, problem, dear)
                        .exits(Exit.NO)
                        .out())
                .contains("the plan costs 5, but it states 4");
        Said.to("plan", "--validate", domain, problem, torn).refuses(Exit.INVALID, "torn.txt:1:1");
        var faults = Said.to("plan", "--validate", domain, problem, wrong, "--json")
                .exits(Exit.NO)
                .json(CHECK)
                .get("faults");
        assertThat(faults.get(0).get("line").asInt()).isEqualTo(2);
    }

    @Test
    void aTaskThatIsWrongIsRefusedWithEveryPlace() throws IOException {
        var typo = Small.file(folder, "typo.pddl", PROBLEM.replace("(street a c)", "(stret a c)"));

        Said.to("plan", "--pddl", domain, typo).refuses(Exit.INVALID, "typo.pddl:4:", "Maybe", "street");
        Said.to("plan", "--pddl", domain, folder.resolve("none.pddl")).refuses(Exit.NOT_FOUND, "is not there");
        Said.to("plan", "--pddl", domain, folder).refuses(Exit.INVALID, "is a folder");
    }

    @Test
    void aWrongCommandLineIsExplained() {
        Said.to("plan").refuses(Exit.USAGE, "one plan file, --pddl or --validate");
        Said.to("plan", "a.yaml", "--pddl", domain, problem).refuses(Exit.USAGE, "got 2");
        Said.to("plan", "--pddl", domain).refuses(Exit.USAGE);
        Said.to("plan", "--pddl", domain, problem, "--optimal", "--anytime").refuses(Exit.USAGE, "exclude");
        Said.to("plan", "--pddl", domain, problem, "--seconds", 0).refuses(Exit.USAGE, "--seconds must be");
        Said.to("plan", "a.yaml", "--anytime").refuses(Exit.USAGE, "belong to --pddl");
    }

    @Test
    void aPlanFileIsPlannedFromItsAuditAndEveryStepSaysWhatForItIsThere() throws IOException {
        var plan = plan(REMEDIES);
        Files.writeString(folder.resolve("NOTES.md"), "notes");

        var unknown = Said.to("plan", plan, "--json").exits(Exit.YES);
        Said.to("audit", folder).exits(Exit.NO);
        var known = Said.to("plan", "--plan", plan, "--json").exits(Exit.YES);

        assertThat(unknown.err()).contains("no audit of this plan is kept");
        assertThat(texts(unknown.json(SCHEMA).get("plan"))).containsExactlyInAnyOrder("take-notes", "list", "send");
        assertThat(known.err()).doesNotContain("no audit");
        var answer = known.json(SCHEMA);
        assertThat(texts(answer.get("plan"))).containsExactly("list", "send");
        assertThat(answer.get("result").asString()).isEqualTo("optimal");
        assertThat(answer.get("cost").asDouble()).isEqualTo(90 + 7);
        assertThat(answer.get("currency").asString()).isEqualTo("EUR");
        var first = answer.get("steps").get(0);
        assertThat(first.get("why").asString())
                .isEqualTo("list makes ready:packing true for send; send makes done:send true for the goal");
        assertThat(first.get("serves").get(0).get("consumer").asString()).isEqualTo("send");
        assertThat(texts(answer.get("steps").get(1).get("after"))).containsExactly("list");
    }

    @Test
    void peopleReadTheStepsInOrder() throws IOException {
        var said = Said.to("plan", plan(REMEDIES)).exits(Exit.YES);

        assertThat(said.out())
                .contains("3 steps, cost 157.00 EUR; no plan is cheaper", "after 1, 2", "     send makes");
    }

    @Test
    void aPlanThatNobodyCanCarryOutNamesWhatIsMissing() throws IOException {
        var plan = plan("");

        var said = Said.to("plan", plan).exits(Exit.NO);
        var answer = Said.to("plan", plan, "--json").exits(Exit.NO).json(SCHEMA);

        assertThat(said.out()).contains("no plan exists", "ready:packing, for send");
        assertThat(answer.get("missing")).hasSize(2);
        assertThat(texts(answer.get("missing").get(0).get("wanted_by"))).containsExactly("send");
    }

    @Test
    void theStepsAreDrawnWithWhatJoinsThem() throws IOException {
        var plan = plan(REMEDIES);
        var svg = folder.resolve("steps.svg");
        var dot = folder.resolve("steps.dot");

        Said.to("plan", plan, "--graph", svg).exits(Exit.YES);
        Said.to("plan", plan, "--graph", dot).exits(Exit.YES);

        assertThat(Files.readString(svg)).contains("Dependency graph of 3 steps to the goal.", "ready:packing");
        assertThat(Files.readString(dot))
                .contains(
                        "\"list\" -> \"send\" [label=\"ready:packing\"];",
                        "\"send\" -> \"goal/\" [label=\"done:send\"]");
        Said.to("plan", plan, "--graph", folder.resolve("steps.png")).refuses(Exit.USAGE, ".svg, .mmd or .dot");
    }

    @Test
    void wishesAreTakenByPriorityAndWhatIsLeftSaysWhy() throws IOException {
        var wishes = """
                planning:
                  budget: 100 EUR
                  facts: [{id: disk, amount: 2, unit: GiB}]
                  amounts: [{task: tell, fact: disk, takes: 5}]
                  wishes:
                    - {fact: "ready:notes", priority: 9}
                    - {fact: "done:tell", priority: 5}
                    - {fact: "done:rest", priority: 1}
                """;
        var tasks = """
                      - {id: tell, title: Tell it, owners: [ann], estimate: 1m}
                      - {id: rest, title: Rest, owners: [ann], estimate: 1m}
                """;
        var plan = Small.file(folder, "wishes.yaml", """
                muster: 1
                plan: {id: small, title: A small plan, start: "2026-01-05T09:00:00Z", goal: ["done:send"]}
                agents: [{id: ann, name: Ann, kind: human}]
                uncertainty: {hourly: 60 EUR}
                expectations:
                  - id: notes
                    title: Notes
                    probe: {file: NOTES.md}
                    remedies: [{id: take-notes, title: Take notes, owner: ann, estimate: 2h, action: {manual: x}}]
                phases:
                  - id: ship
                    title: Ship it
                    tasks:
                      - {id: send, title: Send it, owners: [ann], estimate: 1h}
                """ + tasks + wishes);

        var said = Said.to("plan", plan).exits(Exit.YES);
        var answer = Said.to("plan", plan, "--json").exits(Exit.YES).json(SCHEMA);

        assertThat(texts(answer.get("plan"))).containsExactlyInAnyOrder("send", "rest");
        assertThat(texts(answer.get("wishes_taken"))).containsExactly("done:rest");
        var left = answer.get("wishes_left");
        assertThat(left.get(0).get("fact").asString()).isEqualTo("ready:notes");
        assertThat(left.get(0).get("reason").asString()).contains("budget");
        assertThat(left.get(1).get("fact").asString()).isEqualTo("done:tell");
        assertThat(left.get(1).get("reason").asString()).contains("3 GiB of disk");
        assertThat(said.out()).contains("ready:notes", "3 GiB of disk");
    }

    @Test
    void costsInTwoCurrenciesAreRefused() throws IOException {
        var plan = plan(REMEDIES.replace("estimate: 8h", "estimate: 8h, cost: 5 USD"));

        Said.to("plan", plan).refuses(Exit.INVALID, "EUR and USD cannot be compared", "Maybe");
        Said.to("audit", folder, "--plan", plan).refuses(Exit.INVALID, "EUR and USD cannot be compared");
    }

    private static final String REMEDIES = """
              - id: notes
                title: Release notes
                probe: {file: NOTES.md}
                phases: [ship]
                remedies: [{id: take-notes, title: Write them, owner: ann, estimate: 1h, action: {manual: Write}}]
              - id: packing
                title: A packing list
                probe: {file: PACKING.md}
                phases: [ship]
                remedies:
                  - {id: list, title: List it, owner: ann, estimate: 30m, cost: 7 EUR, action: {manual: List}}
                  - {id: buy, title: Buy one, owner: ann, estimate: 8h, action: {manual: Buy}}
            """;

    private Path plan(String expectations) throws IOException {
        return Small.file(folder, "muster.yaml", """
                muster: 1
                plan: {id: small, title: A small plan, start: "2026-01-05T09:00:00Z", target: ship}
                agents:
                  - {id: ann, name: Ann, kind: human}
                expectations:
                %sphases:
                  - id: ship
                    title: Ship it
                    tasks:
                      - {id: send, title: Send it, owners: [ann], estimate: 1h}
                """.formatted(expectations.isEmpty() ? BARE : expectations));
    }

    private static final String BARE = """
              - {id: notes, title: Release notes, probe: {file: NOTES.md}, phases: [ship]}
              - {id: packing, title: A packing list, probe: {file: PACKING.md}, phases: [ship]}
            """;

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
