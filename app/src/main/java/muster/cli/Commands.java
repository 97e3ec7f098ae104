package muster.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/// Every command under its name.
final class Commands {

    private Commands() {}

    static Map<String, Object> all(Console console) {
        var commands = new LinkedHashMap<String, Object>();
        commands.put("demo", new DemoCommand(console));
        commands.put("import", new ImportCommand(console));
        commands.put("validate", new ValidateCommand(console));
        commands.put("audit", new AuditCommand(console));
        commands.put("status", new StatusCommand(console));
        commands.put("log", group(new LogCommand(), "verify", new LogVerifyCommand(console)));
        commands.put("warehouse", group(new WarehouseCommand(), "inventory", new InventoryCommand(console)));
        commands.put("warm-up", new WarmUpCommand());
        return commands;
    }

    private static CommandLine group(Object parent, String name, Object child) {
        return new CommandLine(parent).addSubcommand(name, child);
    }
}
