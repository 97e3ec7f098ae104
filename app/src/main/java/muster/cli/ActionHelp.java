package muster.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.sandbox.Bundled;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What `--help` says of an action of the warehouse pack besides its options.
///
/// @param does the sentence in the list of actions
/// @param arguments `name=default` or `name=WHAT`, and what it means
/// @param isLimited whether it takes limits as well
/// @param example a call
record ActionHelp(String does, Map<String, String> arguments, boolean isLimited, String example) {
    private static final int WIDTH = 80;
    private static final int LEFT = 25;
    private static final String LIMITS =
            "a limit of one batch (day-M: of a day); M is objects, rows, bytes, seconds or usd";

    /// Of each action, in the order of the list.
    static Map<String, ActionHelp> all() {
        var all = new LinkedHashMap<String, ActionHelp>();
        for (var block : Bundled.text(ActionHelp.class, "warehouse-help.txt").split("\n\n", -1)) {
            var lines = block.lines().map(line -> line.split("\t", 2)).toList();
            all.put(lines.getFirst()[0], of(lines));
        }
        return all;
    }

    private static ActionHelp of(List<String[]> lines) {
        var arguments = new LinkedHashMap<String, String>();
        lines.stream().filter(line -> line[0].contains("=")).forEach(line -> arguments.put(line[0], line[1]));
        var isLimited = lines.stream().anyMatch(line -> line[0].equals("limits"));
        return new ActionHelp(lines.getFirst()[1], arguments, isLimited, lines.getLast()[1]);
    }

    /// Puts it into the help of a command.
    void describe(CommandLine line) {
        line.getCommandSpec().usageMessage().description(does);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, this::after);
    }

    private String after(Help help) {
        var example = "%nExample: muster warehouse %s%n".formatted(this.example);
        if (arguments.isEmpty()) {
            return "%nIt takes no arguments.%n".formatted() + example;
        }
        var table = TextTable.forColumns(
                help.colorScheme(), new Column(LEFT, 2, Overflow.SPAN), new Column(WIDTH - LEFT, 2, Overflow.WRAP));
        arguments.forEach(table::addRowValues);
        if (isLimited) {
            table.addRowValues("batch-M=NUMBER", LIMITS);
            table.addRowValues("day-zone=UTC", "whose calendar's day it is");
        }
        return "%nArguments:%n".formatted() + table + example;
    }
}
