package muster.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.Area;
import muster.audit.Readiness;
import muster.plan.Deliverable;
import muster.plan.Estimate;
import muster.plan.Need;
import muster.plan.Probe;
import muster.plan.Severity;
import muster.review.Wording;

/// The documents that consist of entries.
record Pages(ReportInput input, Deliverable deliverable) {

    Page scripts() {
        return byGroup(
                readings(Set.of(Area.SCRIPT, Area.DELIVERABLE)),
                ReportKind.SCRIPTS,
                reading -> "Script: " + fileName(reading));
    }

    Page infrastructure() {
        return byGroup(readings(Set.of(Area.INFRASTRUCTURE)), ReportKind.INFRASTRUCTURE, Reading::title);
    }

    Page dependencies() {
        return byGroup(
                readings(Set.of(Area.DEPENDENCY, Area.HAND_OVER)),
                ReportKind.DEPENDENCIES,
                reading -> "Dependency: " + reading.title());
    }

    /// What the target phase requires; if nothing names the phase, every required capability.
    Page readiness() {
        var required = readings(Set.of(Area.SCRIPT)).stream()
                .filter(reading -> reading.assessment().expectation().need() == Need.REQUIRED)
                .toList();
        var target = input.plan().header().target();
        var forTarget = required.stream()
                .filter(reading -> target != null
                        && reading.assessment().expectation().phases().contains(target))
                .toList();
        var capabilities = required.stream()
                .filter(reading -> reading.assessment().expectation().probe() instanceof Probe.Capability)
                .toList();
        var chosen = forTarget.isEmpty() ? capabilities : forTarget;
        var overview = overview(chosen);
        overview.add(new Field("Time to create what is missing", timeToCreate(chosen), List.of()));
        return new Page(
                Headings.of(deliverable),
                ReportKind.READINESS.level(),
                overview,
                sections(chosen, ReportKind.READINESS, Reading::title));
    }

    Page blockers() {
        var sections = new ArrayList<Section>();
        for (var severity : Severity.values()) {
            var entries = Reading.all(input)
                    .flatMap(reading -> reading.blocker().stream()
                            .filter(blocker -> blocker.severity() == severity)
                            .map(blocker -> new BlockerFields(blocker, reading).entry(labels(ReportKind.BLOCKERS))))
                    .toList();
            sections.add(new Section(BlockerFields.word(severity) + ": " + entries.size(), entries));
        }
        var untested = Reading.all(input)
                .filter(reading -> reading.readiness() == Readiness.UNKNOWN)
                .toList();
        sections.add(new Section("Not tested: " + untested.size(), List.of(listed(untested))));
        return new Page(Headings.of(deliverable), ReportKind.BLOCKERS.level(), Headings.overview(input), sections);
    }

    private static Entry listed(List<Reading> untested) {
        return new Entry(
                "These may still turn out to be blockers",
                List.of(),
                untested.stream()
                        .map(reading ->
                                reading.title() + ": " + reading.assessment().reason())
                        .toList());
    }

    private List<Reading> readings(Set<Area> areas) {
        return Reading.all(input)
                .filter(reading -> areas.contains(Area.of(reading.assessment().expectation())))
                .toList();
    }

    private Page byGroup(List<Reading> readings, ReportKind kind, Function<Reading, String> heading) {
        return new Page(Headings.of(deliverable), kind.level(), overview(readings), sections(readings, kind, heading));
    }

    private List<Section> sections(List<Reading> readings, ReportKind kind, Function<Reading, String> heading) {
        var groups = readings.stream()
                .collect(Collectors.groupingBy(
                        reading -> reading.assessment().expectation().group(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                reading -> new EntryFields(reading).entry(heading.apply(reading), labels(kind)),
                                Collectors.toList())));
        return groups.entrySet().stream()
                .map(group -> new Section(group.getKey(), group.getValue()))
                .toList();
    }

    private List<String> labels(ReportKind kind) {
        return deliverable.fields().isEmpty() ? kind.fields() : deliverable.fields();
    }

    private List<Field> overview(List<Reading> readings) {
        var overview = Headings.overview(input);
        Arrays.stream(Readiness.values())
                .map(readiness -> new Field(
                        Status.of(readiness),
                        Headings.number(readings.stream()
                                .filter(reading -> reading.readiness() == readiness)
                                .count()),
                        List.of()))
                .forEach(overview::add);
        return overview;
    }

    private static String timeToCreate(List<Reading> readings) {
        var missing =
                readings.stream().flatMap(reading -> reading.blocker().stream()).toList();
        var known = missing.stream()
                .flatMap(blocker -> Stream.ofNullable(blocker.delay()))
                .reduce(Estimate.ZERO, Pages::sum);
        var unknown =
                missing.stream().filter(blocker -> blocker.delay() == null).count();
        return Wording.of(known) + " of work" + (unknown == 0 ? "" : ", and " + unknown + " without an estimate");
    }

    private static Estimate sum(Estimate one, Estimate other) {
        return new Estimate(
                one.min().plus(other.min()),
                one.likely().plus(other.likely()),
                one.max().plus(other.max()));
    }

    private static String fileName(Reading reading) {
        var target = reading.target();
        return reading.assessment().expectation().probe() instanceof Probe.Capability
                ? reading.title()
                : target.substring(target.lastIndexOf('/') + 1);
    }
}
