package muster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The map of the code, as a test: read [#STAGES] from left to right and you have read the architecture.
class ArchitectureTest {

    /// The pure stages in the order data passes through them; a stage may use only stages to its left.
    static final List<String> STAGES = List.of(
            "plan",
            "facts",
            "audit",
            "strips",
            "planning",
            "rcpsp",
            "schedule",
            "risk",
            "run",
            "replanning",
            "rehearsal",
            "coordination",
            "notices",
            "monitor",
            "experiment",
            "review",
            "pack");

    /// Everything that touches the world. May use every stage; no stage may use it.
    private static final List<String> EDGES = List.of(
            "json",
            "yaml",
            "markdown",
            "jsonplans",
            "psplib",
            "policy",
            "pddl",
            "storage",
            "sandbox",
            "targets",
            "versions",
            "matching",
            "observation",
            "claims",
            "probes",
            "discovery",
            "advisories",
            "clouds",
            "solver",
            "actions",
            "engines",
            "restate",
            "work",
            "notify",
            "gauging",
            "packs",
            "report",
            "charts",
            "desk",
            "http",
            "mcp",
            "wiring",
            "cli");

    /// The workloads; an outside author's pack could see no more than they do.
    private static final String PACKS = "muster.packs..";

    private static final JavaClasses MUSTER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("muster")
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("muster.report.templates..")));

    static Stream<Arguments> stages() {
        return IntStream.range(0, STAGES.size()).mapToObj(i -> Arguments.of(STAGES.get(i), STAGES.subList(0, i + 1)));
    }

    @ParameterizedTest(name = "{0} uses only {1}")
    @MethodSource("stages")
    void aStageUsesOnlyStagesToItsLeft(String stage, List<String> allowed) {
        var packages = Stream.concat(
                allowed.stream().map(name -> "muster." + name + ".."), Stream.of("java..", "org.jspecify.."));

        classes()
                .that()
                .resideInAPackage("muster." + stage + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(MUSTER);
    }

    @Test
    void noStageReadsTheClockTheNetworkOrTheDisk() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        STAGES.stream().map(name -> "muster." + name + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.sql..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(MUSTER);
    }

    @Test
    void everyPackageIsAStageOrAnEdge() {
        classes()
                .that()
                .resideInAPackage("muster..")
                .should()
                .resideInAnyPackage(Stream.concat(STAGES.stream(), EDGES.stream())
                        .map(name -> "muster." + name + "..")
                        .toArray(String[]::new))
                .check(MUSTER);
    }

    @Test
    void aPackUsesTheCoreAlone() {
        var edges = EDGES.stream()
                .filter(name -> !name.equals("packs"))
                .map(name -> "muster." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(PACKS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(edges)
                .allowEmptyShould(true)
                .check(MUSTER);
    }

    @Test
    void onlyTheSolverKnowsOrTools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("muster.solver..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.ortools..")
                .check(MUSTER);
    }

    @Test
    void onlyItsEngineKnowsRestate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("muster.restate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.restate..", "io.vertx..")
                .check(MUSTER);
    }

    @Test
    void onlyTheWiringAndTheCommandLineKnowTheWiring() {
        noClasses()
                .that()
                .resideOutsideOfPackages("muster.wiring..", "muster.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("muster.wiring..", "muster.cli..")
                .check(MUSTER);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("muster.(*)..").should().beFreeOfCycles().check(MUSTER);
    }

    @Test
    void noTypeHidesBehindAVagueName() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveNameMatching(
                        ".*\\.(\\w*(Utils|Helper|Manager|Impl|Service|Processor|Handler|Data|Info)|Abstract\\w*|Base\\w*)$")
                .check(MUSTER);
    }
}
