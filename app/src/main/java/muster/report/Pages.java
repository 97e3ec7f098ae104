package muster.report;

import java.time.Duration;
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
import muster.plan.Need;
import muster.plan.Severity;

/// The documents that consist of entries.
record Pages(Indexed report, ReportView.Document document) {
    private static final ReportView.Delay NO_DELAY = new ReportView.Delay(Duration.ZERO, Duration.ZERO, Duration.ZERO);

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
                .filter(reading -> reading.judged().need() == Need.REQUIRED)
                .toList();
        var plan = report.view().plan();
        var target = plan == null ? null : plan.target();
        var forTarget = required.stream()
                .filter(reading -> target != null && reading.judged().phases().contains(target))
                .toList();
        var capabilities = required.stream().filter(Pages::isCapability).toList();
        var chosen = forTarget.isEmpty() ? capabilities : forTarget;
        var overview = overview(chosen);
        overview.add(new Field("Time to create what is missing", timeToCreate(chosen), List.of()));
        return new Page(
                Headings.of(document),
                ReportKind.READINESS.level(),
                overview,
                sections(chosen, ReportKind.READINESS, Reading::title));
    }

    Page blockers() {
        var sections = new ArrayList<Section>();
        for (var severity : Severity.values()) {
            var entries = report.readings()
                    .flatMap(reading -> reading.blocker().stream()
                            .filter(blocker -> blocker.severity() == severity)
                            .map(blocker -> new BlockerFields(blocker, reading).entry(labels(ReportKind.BLOCKERS))))
                    .toList();
            sections.add(new Section(BlockerFields.word(severity) + ": " + entries.size(), entries));
        }
        var untested = report.readings()
                .filter(reading -> reading.readiness() == Readiness.UNKNOWN)
                .toList();
        sections.add(new Section("Not tested: " + untested.size(), List.of(listed(untested))));
        return new Page(Headings.of(document), ReportKind.BLOCKERS.level(), Headings.overview(report.view()), sections);
    }

    private static Entry listed(List<Reading> untested) {
        return new Entry(
                "These may still turn out to be blockers",
                List.of(),
                untested.stream()
                        .map(reading ->
                                reading.title() + ": " + reading.judged().reason())
                        .toList());
    }

    private List<Reading> readings(Set<Area> areas) {
        return report.readings()
                .filter(reading -> areas.contains(reading.judged().area()))
                .toList();
    }

    private Page byGroup(List<Reading> readings, ReportKind kind, Function<Reading, String> heading) {
        return new Page(Headings.of(document), kind.level(), overview(readings), sections(readings, kind, heading));
    }

    private List<Section> sections(List<Reading> readings, ReportKind kind, Function<Reading, String> heading) {
        var groups = readings.stream()
                .collect(Collectors.groupingBy(
                        reading -> reading.judged().group(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                reading -> new EntryFields(reading).entry(heading.apply(reading), labels(kind)),
                                Collectors.toList())));
        return groups.entrySet().stream()
                .map(group -> new Section(group.getKey(), group.getValue()))
                .toList();
    }

    private List<String> labels(ReportKind kind) {
        return document.fields().isEmpty() ? kind.fields() : document.fields();
    }

    private List<Field> overview(List<Reading> readings) {
        var overview = Headings.overview(report.view());
        Arrays.stream(Readiness.values())
                .map(readiness -> new Field(
                        Status.of(readiness),
                        Show.number(readings.stream()
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
                .reduce(NO_DELAY, Pages::sum);
        var unknown =
                missing.stream().filter(blocker -> blocker.delay() == null).count();
        return Show.delay(known) + " of work" + (unknown == 0 ? "" : ", and " + unknown + " without an estimate");
    }

    private static ReportView.Delay sum(ReportView.Delay one, ReportView.Delay other) {
        return new ReportView.Delay(
                one.min().plus(other.min()),
                one.likely().plus(other.likely()),
                one.max().plus(other.max()));
    }

    private static boolean isCapability(Reading reading) {
        return reading.judged().kind().equals("capability");
    }

    private static String fileName(Reading reading) {
        var target = reading.judged().path();
        return isCapability(reading) ? reading.title() : target.substring(target.lastIndexOf('/') + 1);
    }
}
