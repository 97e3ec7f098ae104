package muster.cli;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import muster.coordination.MeetingKind;
import muster.desk.Route;
import picocli.CommandLine;

/// Every command under its name, made only when it is wanted: describing them all takes longer than most of them run.
final class Commands {

    private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();

    Commands(Console console) {
        makers.put("demo", () -> new DemoCommand(console));
        makers.put("import", () -> new ImportCommand(console));
        makers.put("validate", () -> new ValidateCommand(console));
        makers.put("audit", () -> group(new AuditCommand(console), "serve", new ServeCommand(console)));
        makers.put("schedule", () -> new ScheduleCommand(console));
        makers.put("check-schedule", () -> new CheckScheduleCommand(console));
        makers.put("answer", () -> new AnswerCommand(console));
        makers.put("explain", () -> new ExplainCommand(console));
        makers.put(
                "evidence",
                () -> CommandGroup.of("What the audits of a workspace saw.")
                        .addSubcommand("show", new EvidenceShowCommand(console))
                        .addSubcommand("replay", new EvidenceReplayCommand(console))
                        .addSubcommand("verify", new EvidenceVerifyCommand(console)));
        makers.put("report", () -> new ReportCommand(console));
        makers.put("run", () -> new RunCommand(console));
        makers.put("work", () -> new WorkCommand(console));
        makers.put("engine", () -> new EngineCommand(console));
        makers.put("next", () -> new NextCommand(console));
        makers.put("claim", () -> new ClaimCommand(console));
        makers.put("heartbeat", () -> new HeartbeatCommand(console));
        makers.put("done", () -> new DoneCommand(console));
        makers.put("ask", () -> new AskCommand(console));
        makers.put("reply", () -> new ReplyCommand(console));
        makers.put("check", () -> new CheckCommand(console));
        makers.put("steer", () -> new SteerCommand(console));
        makers.put("release", () -> new ReleaseCommand(console));
        makers.put("status", () -> new StatusCommand(console));
        makers.put(
                "log",
                () -> CommandGroup.of("The journal of a workspace.")
                        .addSubcommand("verify", new LogVerifyCommand(console))
                        .addSubcommand("show", new LogShowCommand(console))
                        .addSubcommand("export", new LogExportCommand(console)));
        makers.put("warehouse", () -> warehouse(console, InstantSource.system()));
        makers.put("plan", () -> new PlanCommand(console));
        makers.put("simulate", () -> new SimulateCommand(console));
        addTeam(console);
        makers.put("serve", () -> new ServeRunsCommand(console));
        makers.put("token", () -> TokenCommands.group(console));
        makers.put("mcp", () -> new McpCommand(console, System.in));
        makers.put("rehearse", () -> new RehearseCommand(console));
        makers.put("warm-up", WarmUpCommand::new);
    }

    private void addTeam(Console console) {
        makers.put("notify", () -> new NotifyCommand(console));
        makers.put("replan", () -> new ReplanCommand(console));
        makers.put("standup", () -> new MeetingCommand(console, MeetingKind.STANDUP));
        makers.put("sync", () -> new MeetingCommand(console, MeetingKind.SYNC));
        makers.put("eod", () -> new MeetingCommand(console, MeetingKind.EOD));
        makers.put(
                "handoff",
                () -> CommandGroup.of("Passes work from one agent to another.")
                        .addSubcommand("offer", new HandOffOfferCommand(console))
                        .addSubcommand("draft", new HandOffDraftCommand(console))
                        .addSubcommand("accept", new HandOffAnswerCommand(console, HandOffAnswerCommand.Answer.ACCEPT))
                        .addSubcommand("reject", new HandOffAnswerCommand(console, HandOffAnswerCommand.Answer.REJECT))
                        .addSubcommand("list", new HandOffListCommand(console))
                        .addSubcommand("show", new HandOffShowCommand(console)));
        makers.put(
                "gate",
                () -> CommandGroup.of("What a run stops at until people, policies, clocks or metrics let it pass.")
                        .addSubcommand("list", new TeamListCommand(console, Route.GATE_LIST))
                        .addSubcommand("approve", new GateVoteCommand(console, GateVoteCommand.Vote.APPROVE))
                        .addSubcommand("reject", new GateVoteCommand(console, GateVoteCommand.Vote.REJECT))
                        .addSubcommand("reopen", new GateVoteCommand(console, GateVoteCommand.Vote.REOPEN))
                        .addSubcommand("delegate", new GateVoteCommand(console, GateVoteCommand.Vote.DELEGATE))
                        .addSubcommand("measure", new GateMeasureCommand(console))
                        .addSubcommand("tell", new GateTellCommand(console)));
        makers.put(
                "blocker",
                () -> CommandGroup.of("What keeps tasks from beginning until it is resolved.")
                        .addSubcommand("raise", new BlockerRaiseCommand(console))
                        .addSubcommand("resolve", new MatterResolveCommand(console, Route.BLOCKER_RESOLVE))
                        .addSubcommand("list", new TeamListCommand(console, Route.BLOCKER_LIST)));
        makers.put(
                "conflict",
                () -> CommandGroup.of("Conflicts over priorities, resources and technical questions.")
                        .addSubcommand("raise", new ConflictRaiseCommand(console))
                        .addSubcommand("rank", new ConflictRankCommand(console))
                        .addSubcommand("evidence", new ConflictEvidenceCommand(console))
                        .addSubcommand("decide", new ConflictDecideCommand(console))
                        .addSubcommand("resolve", new MatterResolveCommand(console, Route.CONFLICT_RESOLVE))
                        .addSubcommand("list", new TeamListCommand(console, Route.CONFLICT_LIST)));
    }

    /// Adds the one command that is asked for, or all if that is none of them.
    void addTo(CommandLine root, String asked) {
        makers.forEach((name, maker) -> {
            if (name.equals(asked) || !makers.containsKey(asked)) {
                root.addSubcommand(name, maker.get());
            }
        });
    }

    private static CommandLine warehouse(Console console, InstantSource clock) {
        var line = CommandGroup.of("The warehouse of a workspace.")
                .addSubcommand("inventory", new InventoryCommand(console))
                .addSubcommand("audit", new NamingAuditCommand(console, clock));
        ActionHelp.all().forEach((action, help) -> {
            var command = new CommandLine(new WarehouseActionCommand(console, clock, action));
            help.describe(command);
            line.addSubcommand(action, command);
        });
        return line;
    }

    private static CommandLine group(Object parent, String name, Object child) {
        return new CommandLine(parent).addSubcommand(name, child);
    }
}
