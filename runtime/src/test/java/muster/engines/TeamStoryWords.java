package muster.engines;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.coordination.BlockerCommand;
import muster.coordination.BlockerNote;
import muster.coordination.Charter;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.ConflictCommand;
import muster.coordination.ConflictNote;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationState;
import muster.coordination.Delivered;
import muster.coordination.GateCommand;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.coordination.HandOffRules;
import muster.coordination.HandOffState;
import muster.coordination.MatterId;
import muster.coordination.MeetingKind;
import muster.coordination.Yardstick;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.GateId;
import muster.plan.ItemId;
import muster.plan.RiskLevel;
import muster.plan.Severity;
import muster.plan.TaskId;

/// A line of a story that begins with `team`, as a command to the run's team: who, verb, object, more.
record TeamStoryWords(Charter charter, CoordinationState state, Instant now, List<String> words) {

    /// Null if it is a command to the run that comes by way of its team.
    static CoordinationCommand command(Charter charter, CoordinationState state, Instant now, String line) {
        return new TeamStoryWords(charter, state, now, List.of(line.split("\\s+", -1))).command();
    }

    private CoordinationCommand command() {
        return switch (words.get(1)) {
            case "agrees" -> new CoordinationCommand.Agree(charter);
            case "approves" -> new GateCommand.Approve(gate(), who(), "fine");
            case "rejects" -> new GateCommand.Reject(gate(), who(), "not fine");
            case "reopens" -> new GateCommand.Reopen(gate(), who(), "seen to");
            case "delegates" -> new GateCommand.Delegate(gate(), who(), new AgentId(words.get(3)), "away");
            case "judges" -> new GateCommand.Judge(gate(), words.get(3).equals("well"), "as it is");
            case "signals" -> new GateCommand.Signal(words.get(2), who());
            case "measures" -> new GateCommand.Measure(words.get(2), new BigDecimal(words.get(3)), who());
            case "raises" -> new BlockerCommand.Raise(blocker(), who());
            case "resolves" -> new BlockerCommand.Resolve(MatterId.parse(words.get(2)), who(), "done");
            case "disputes" -> new ConflictCommand.Raise(conflict());
            case "ranks" -> new ConflictCommand.Rank(new TaskId(words.get(2)), new TaskId(words.get(3)), who());
            case "gives" -> new ConflictCommand.Give(MatterId.parse(words.get(2)), who(), figures());
            case "decides" -> new ConflictCommand.Decide(MatterId.parse(words.get(2)), who(), side(), "because");
            case "settles" -> new ConflictCommand.Resolve(MatterId.parse(words.get(2)), who(), "agreed");
            case "offers" -> new CoordinationCommand.Offer(note(), who());
            case "receives" -> new CoordinationCommand.Accept(offered(), who(), files());
            case "sends-back" -> new CoordinationCommand.SendBack(offered(), who(), "not enough");
            case "meets" -> new CoordinationCommand.Meet(meeting(), LocalDate.parse(words.get(3)));
            default -> null;
        };
    }

    private AgentId who() {
        return new AgentId(words.getFirst());
    }

    private GateId gate() {
        return new GateId(words.get(2));
    }

    private MeetingKind meeting() {
        return MeetingKind.valueOf(words.get(2).toUpperCase(Locale.ROOT));
    }

    private BlockerNote blocker() {
        var tasks = words.stream().skip(3).map(TaskId::new).toList();
        return new BlockerNote(Severity.valueOf(words.get(2)), "trouble", tasks, "", "", "", "", "");
    }

    private ConflictNote conflict() {
        var kind = ConflictKind.valueOf(words.get(2).toUpperCase(Locale.ROOT));
        var sides = words.stream()
                .filter(word -> word.contains(":"))
                .map(word -> word.split(":", -1))
                .map(word -> new ConflictNote.Side(new AgentId(word[0]), new TaskId(word[1]), flag(kind, word[0])))
                .toList();
        var yardsticks = kind == ConflictKind.TECHNICAL
                ? List.of(new Yardstick("speed", Yardstick.Better.HIGHER))
                : List.<Yardstick>of();
        return new ConflictNote(kind, "the runner", sides, yardsticks, who());
    }

    private static String flag(ConflictKind kind, String agent) {
        return kind == ConflictKind.TECHNICAL ? "way-of-" + agent : "";
    }

    private Integer side() {
        return words.size() < 4 ? null : Integer.valueOf(words.get(3));
    }

    /// The next hand-off of the sender; without a check if the line says so.
    private HandOffNote note() {
        var fulfils = words.get(2).equals("-") ? null : new ItemId(words.get(2));
        var to = new AgentId(words.get(4));
        var delivered = files().entrySet().stream()
                .map(each -> new Delivered(each.getKey(), each.getValue()))
                .toList();
        var status = words.contains("unchecked") ? CheckStatus.NOT_RUN : CheckStatus.PASSED;
        return new HandOffNote(
                HandOffRules.next(state, who(), now),
                who(),
                to,
                "1",
                delivered,
                List.of(),
                List.of(new CheckRun("tests", status)),
                RiskLevel.LOW,
                "go on",
                fulfils);
    }

    private HandOffId offered() {
        return state.handOffs().values().stream()
                .filter(HandOffState.Offered.class::isInstance)
                .map(each -> each.note().id())
                .findFirst()
                .orElse(HandOffId.parse("HD-2026-01-05-ANN-001"));
    }

    private TreeMap<String, String> files() {
        var files = new TreeMap<String, String>();
        pairs().forEach(pair -> files.put(pair.getKey(), pair.getValue()));
        return files;
    }

    private TreeMap<String, BigDecimal> figures() {
        var figures = new TreeMap<String, BigDecimal>();
        pairs().forEach(pair -> figures.put(pair.getKey(), new BigDecimal(pair.getValue())));
        return figures;
    }

    private Stream<Map.Entry<String, String>> pairs() {
        return words.stream()
                .filter(word -> word.contains("="))
                .map(word -> Map.entry(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
    }
}
