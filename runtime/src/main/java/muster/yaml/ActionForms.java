package muster.yaml;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Action;

/// How tasks, remedies and compensations are carried out.
final class ActionForms {
    static final Form<List<String>> ARGV = new ListForm<>(TextForm.WORD, 1);

    private static final Field<Action.Command, List<String>> COMMAND =
            Field.required("command", ARGV, Action.Command::argv, "program and arguments; no shell reads them");

    private static final Field<Action.Sql, List<String>> SQL = Field.required(
            "sql", new ListForm<>(TextForm.SOME, 1), Action.Sql::statements, "statements, run in one transaction");
    private static final Field<Action.Sql, String> DATABASE =
            Field.required("database", TextForm.SOME, Action.Sql::database, "name of the database");

    private static final Field<Action.Pack, String> PACK =
            Field.required("pack", TextForm.SOME, Action.Pack::name, "name of the action, such as warehouse.rename");
    private static final Field<Action.Pack, SortedMap<String, String>> WITH = Field.required(
                    "with", new TableForm(), Action.Pack::arguments, "arguments of the action, by name")
            .or(new TreeMap<>());

    private static final Field<Action.Manual, String> MANUAL =
            Field.required("manual", TextForm.ANY, Action.Manual::instruction, "what a person or an agent does");

    static final Form<Action> ACTION = new ChoiceForm<>(
            "action",
            List.of(
                    new ChoiceForm.Case<>(
                            Action.Command.class,
                            new EntryForm<>(
                                    "command action",
                                    List.of(COMMAND),
                                    entry -> new Action.Command(entry.get(COMMAND)))),
                    new ChoiceForm.Case<>(
                            Action.Sql.class,
                            new EntryForm<>(
                                    "sql action",
                                    List.of(SQL, DATABASE),
                                    entry -> new Action.Sql(entry.get(DATABASE), entry.get(SQL)))),
                    new ChoiceForm.Case<>(
                            Action.Pack.class,
                            new EntryForm<>(
                                    "pack action",
                                    List.of(PACK, WITH),
                                    entry -> new Action.Pack(entry.get(PACK), entry.get(WITH)))),
                    new ChoiceForm.Case<>(
                            Action.Manual.class,
                            new EntryForm<>(
                                    "manual action", List.of(MANUAL), entry -> new Action.Manual(entry.get(MANUAL))))));

    private ActionForms() {}
}
