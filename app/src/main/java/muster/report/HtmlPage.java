package muster.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.ProbeResult;
import muster.audit.Readiness;
import muster.plan.Need;
import muster.plan.Severity;

/// What the templates of the one-page report ask for. All texts are raw; the templates escape them.
public final class HtmlPage {
    /// Groups of more expectations begin closed.
    private static final int FEW = 40;

    private final Indexed report;
    private final Summary summary;
    private final Medium medium;

    HtmlPage(Indexed report, Summary summary, Medium medium) {
        this.report = report;
        this.summary = summary;
        this.medium = medium;
    }

    /// An entry of the navigation.
    ///
    /// @param count of what it holds, -1 for none
    public record Part(String id, String title, int count) {}

    /// A status with how many have it.
    public record Count(String word, String style, long required, long count) {}

    /// Expectations under one heading.
    public record Group(String title, List<ReportView.Judged> items, List<Count> tallies, boolean opened) {
        public Group {
            items = List.copyOf(items);
            tallies = List.copyOf(tallies);
        }
    }

    /// The report itself.
    public ReportView view() {
        return report.view();
    }

    /// What stands at the beginning.
    public Summary summary() {
        return summary;
    }

    /// Whether ids of evidence lead to it.
    public boolean links() {
        return medium == Medium.SCREEN;
    }

    /// Of the plan, or the path without one.
    public String title() {
        var plan = view().plan();
        return Show.line(plan == null ? view().path() : plan.title());
    }

    /// Name and version of the program.
    public String tool() {
        return view().tool().name() + " " + view().tool().version();
    }

    /// The style sheet.
    public String style() {
        try (var in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(medium.style()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The class of style of the decision.
    public String verdictClass() {
        return Styles.of(view().decision());
    }

    /// Why a partial report is one.
    public String partial() {
        return Headings.partial(view());
    }

    /// What the report is about.
    public List<Field> facts() {
        var plan = view().plan();
        var facts = new ArrayList<Field>();
        facts.add(plain("Path", view().path()));
        if (plan != null && plan.source() != null) {
            facts.add(plain("Plan", plan.source()));
        }
        facts.add(plain("As of", view().at().toString()));
        facts.add(plain(
                "Probed",
                Show.number(view().complete().probed()) + " of "
                        + Show.number(view().complete().expected())));
        if (medium == Medium.PAPER) {
            facts.add(plain("Policy", view().policySha256()));
        }
        return facts;
    }

    /// The navigation.
    public List<Part> parts() {
        var view = view();
        var head = Stream.of(
                new Part("decision", "Decision", -1),
                new Part("questions", "Questions", summary.answers().size()),
                new Part("blockers", "Blockers", view.blockers().size()),
                new Part("readiness", "Expectations", view.readiness().size()));
        var evidence =
                Stream.of(new Part("evidence", "Evidence", view.evidence().size()));
        return Stream.of(head, tables().stream().map(HtmlPage::part), evidence)
                .flatMap(each -> each)
                .filter(part -> part.count() != 0)
                .toList();
    }

    /// The bookmarks of a printed report after its summary.
    public List<Part> paperParts() {
        var blockers = new Part("blockers", "Blockers", view().blockers().size());
        return Stream.concat(Stream.of(blockers), tables().stream().map(HtmlPage::part))
                .filter(part -> part.count() != 0)
                .toList();
    }

    private static Part part(HtmlTable table) {
        return new Part(table.id(), table.title(), table.rows().size());
    }

    /// How many expectations have each status.
    public List<Count> statuses() {
        return counts(view().readiness());
    }

    private static List<Count> counts(List<ReportView.Judged> items) {
        return Arrays.stream(Readiness.values())
                .map(readiness -> {
                    var these = items.stream()
                            .filter(each -> each.status() == readiness)
                            .toList();
                    var required = these.stream()
                            .filter(each -> each.need() == Need.REQUIRED)
                            .count();
                    return new Count(readiness.name(), Styles.of(readiness), required, these.size());
                })
                .toList();
    }

    /// The expectations, by the heading they stand under.
    public List<Group> groups() {
        var groups = view().readiness().stream()
                .collect(Collectors.groupingBy(ReportView.Judged::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey().isBlank() ? "Expectations" : group.getKey(),
                        group.getValue(),
                        counts(group.getValue()).stream()
                                .filter(each -> each.count() > 0)
                                .toList(),
                        group.getValue().size() <= FEW))
                .toList();
    }

    /// The parts that are tables.
    public List<HtmlTable> tables() {
        return new HtmlTables(report, medium).all();
    }

    /// The blockers that are shown; on paper the worst.
    public List<ReportView.Blocker> blockers() {
        return switch (medium) {
            case SCREEN -> view().blockers();
            case PAPER ->
                view().blockers().stream().limit(HtmlTables.MOST_ON_PAPER).toList();
        };
    }

    /// How many more there are, empty if all are shown.
    public String moreBlockers() {
        var more = view().blockers().size() - blockers().size();
        return more == 0 ? "" : Brevity.beyond(more);
    }

    /// Whether a blocker begins unfolded; paper has no folds.
    public boolean opens(ReportView.Blocker blocker) {
        return medium == Medium.SCREEN
                && blocker.severity() == Severity.P0
                && view().figures().getOrDefault("open_p0", 0L) <= FEW;
    }

    /// What is known of a blocker.
    public List<Field> fields(ReportView.Blocker blocker) {
        return HtmlFields.of(blocker, report);
    }

    /// What is known of an expectation.
    public List<Field> fields(ReportView.Judged judged) {
        return HtmlFields.of(judged, report);
    }

    /// The class of style of a status.
    public static String style(Readiness readiness) {
        return Styles.of(readiness);
    }

    /// The class of style of a severity.
    public static String style(Severity severity) {
        return Styles.of(severity);
    }

    /// The class of style of a result.
    public static String style(ProbeResult result) {
        return Styles.of(result);
    }

    /// A constant as people read it.
    public static String word(Enum<?> constant) {
        return Words.of(constant).replace('-', ' ');
    }

    /// Such as `0.012 s`.
    public static String seconds(Duration time) {
        return java.math.BigDecimal.valueOf(time.toMillis(), 3).toPlainString() + " s";
    }

    static Field plain(String label, String value) {
        return new Field(label, value, List.of());
    }
}
