package muster.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.markdown.Headings.PhaseName;
import muster.plan.Estimate;
import muster.plan.Mode;
import muster.plan.PhaseId;
import org.jspecify.annotations.Nullable;

/// Gathers groups of work into phases: by the nearest heading of a phase, else by the nearest heading that is not about
/// days.
final class PhaseDrafts {
    private static final Pattern LOOP = Pattern.compile("(?i)\\b(?:loop|iterat\\w+|repeat\\w*|continuous)\\b");
    private static final Pattern PARALLEL = Pattern.compile("(?i)\\b(?:parallel|concurrent\\w*)\\b");
    private static final Pattern HYBRID = Pattern.compile("(?i)\\b(?:hybrid|mixed)\\b");
    private static final Pattern SEQUENTIAL = Pattern.compile("(?i)\\b(?:sequen\\w+|serial)\\b");

    private final Reading reading;
    private final Set<Integer> abovePhases;
    private final Map<Integer, List<Group>> groups = new LinkedHashMap<>();
    private final Map<Integer, Section> holders = new LinkedHashMap<>();

    private PhaseDrafts(Reading reading) {
        this.reading = reading;
        this.abovePhases = abovePhases(reading.document());
    }

    static List<PhaseDraft> of(Reading reading, List<Group> all) {
        PhaseDrafts drafts = new PhaseDrafts(reading);
        all.forEach(drafts::place);
        return drafts.holders.values().stream().flatMap(drafts::draft).toList();
    }

    private void place(Group group) {
        Section section = group.section();
        boolean isPhase = section.topic() == Topic.SCHEDULE && Headings.phase(section.title()) != null;
        if (group.isEmpty() && !isPhase) {
            return;
        }
        Section holder = holder(section);
        holders.putIfAbsent(holder.line(), holder);
        groups.computeIfAbsent(holder.line(), line -> new ArrayList<>()).add(group);
    }

    private static Section holder(Section section) {
        List<Section> upwards = new ArrayList<>(section.ancestors());
        upwards.add(section);
        List<Section> nearest = upwards.reversed();
        return Stream.concat(
                        nearest.stream().filter(heading -> Headings.phase(heading.title()) != null),
                        nearest.stream().filter(heading -> Headings.days(heading.title()) == null))
                .findFirst()
                .orElse(section);
    }

    private Stream<PhaseDraft> draft(Section holder) {
        List<Group> own = groups.getOrDefault(holder.line(), List.of());
        PhaseName name = Headings.phase(holder.title());
        boolean empty = own.stream().allMatch(Group::isEmpty);
        if (empty && abovePhases.contains(holder.line())) {
            return Stream.empty();
        }
        if (name != null && name.second() != null) {
            List<Mode> modes = modes(holder);
            return modes.size() == 2 ? split(holder, own, modes).stream() : Stream.of(one(holder, name, own));
        }
        return Stream.of(one(holder, name, own));
    }

    /// The lines of headings above a heading of a phase.
    private static Set<Integer> abovePhases(Document document) {
        return document.sections().stream()
                .filter(section -> Headings.phase(section.title()) != null)
                .flatMap(section -> section.ancestors().stream())
                .map(Section::line)
                .collect(Collectors.toSet());
    }

    private PhaseDraft one(Section holder, @Nullable PhaseName name, List<Group> own) {
        String number = name == null ? "" : name.number();
        String title = title(holder);
        String id = reading.names().unique(name == null ? title : name.kind() + "-" + number);
        List<Mode> modes = modes(holder);
        Mode mode = modes.isEmpty() ? Mode.HYBRID : modes.size() == 1 ? modes.getFirst() : Mode.HYBRID;
        return new PhaseDraft(
                new PhaseId(id), number, title, mode, estimate(holder), holder.line(), working(own), headed(own));
    }

    private String title(Section holder) {
        String bare = Headings.bare(holder.title())
                .replaceFirst("(?i)^(?:week|month)s?\\s+[\\d–-]+\\s*[:–—-]\\s*(?=phase|stage|sprint)", "");
        return bare.isEmpty() ? reading.document().title().plain() : bare;
    }

    /// Two phases under one heading, such as `Phase 4 & 5 (Parallel + Loop)`: what names a mode belongs to the phase of
    /// that mode, all else to the first.
    private List<PhaseDraft> split(Section holder, List<Group> own, List<Mode> modes) {
        PhaseName name = java.util.Objects.requireNonNull(Headings.phase(holder.title()));
        List<Group> second = own.stream()
                .filter(group -> modesIn(group.section().title()).contains(modes.get(1)))
                .toList();
        List<Group> first =
                own.stream().filter(group -> !second.contains(group)).toList();
        String subject = Headings.bare(name.rest());
        reading.notes()
                .ask(
                        holder.line(),
                        "Which work belongs to " + name.kind() + " " + name.number() + " and which to " + name.kind()
                                + " " + name.second() + "?",
                        "The heading '" + holder.title() + "' names both; headings that name the mode "
                                + modes.get(1).name().toLowerCase(Locale.ROOT)
                                + " were put into the second, all others into the first.");
        return List.of(
                half(holder, new Half(name.kind(), name.number(), subject, modes.get(0)), first),
                half(holder, new Half(name.kind(), String.valueOf(name.second()), subject, modes.get(1)), second));
    }

    private static List<Group> working(List<Group> own) {
        return own.stream().filter(group -> !group.isEmpty()).toList();
    }

    private static List<Group> headed(List<Group> own) {
        return own.stream().filter(Group::isEmpty).toList();
    }

    private record Half(String kind, String number, String subject, Mode mode) {}

    private PhaseDraft half(Section holder, Half half, List<Group> own) {
        PhaseId id = new PhaseId(reading.names().unique(half.kind() + "-" + half.number()));
        String title = half.kind() + " " + half.number() + " - " + half.subject();
        return new PhaseDraft(id, half.number(), title, half.mode(), null, holder.line(), working(own), headed(own));
    }

    private static @Nullable Estimate estimate(Section holder) {
        Estimate inHeading = Phrases.list(Headings.parenthesis(holder.title())).stream()
                .map(Durations::effortOnly)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return inHeading != null
                ? inHeading
                : fields(holder, Attribute.DURATION)
                        .map(Durations::effort)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static Stream<String> fields(Section holder, Attribute attribute) {
        return Stream.concat(holder.lines().stream(), holder.entries().stream().map(Entry::text))
                .map(Text::field)
                .filter(field -> field != null && Attribute.of(field.key()) == attribute)
                .map(Field::value);
    }

    private static List<Mode> modes(Section holder) {
        List<Mode> inHeading = modesIn(Headings.parenthesis(holder.title()));
        return inHeading.isEmpty()
                ? fields(holder, Attribute.MODE)
                        .flatMap(value -> modesIn(value).stream())
                        .toList()
                : inHeading;
    }

    /// The modes that the text names, parallel first and loop last.
    private static List<Mode> modesIn(String text) {
        List<Mode> modes = new ArrayList<>();
        if (PARALLEL.matcher(text).find()) {
            modes.add(Mode.PARALLEL);
        }
        if (SEQUENTIAL.matcher(text).find()) {
            modes.add(Mode.SEQUENTIAL);
        }
        if (HYBRID.matcher(text).find()) {
            modes.add(Mode.HYBRID);
        }
        if (LOOP.matcher(text).find()) {
            modes.add(Mode.LOOP);
        }
        return modes;
    }
}
