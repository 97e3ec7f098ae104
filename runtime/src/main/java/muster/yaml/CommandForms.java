package muster.yaml;

import java.util.List;
import java.util.function.Function;
import muster.plan.Invocation;
import muster.plan.Matcher;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// Commands that end and print as expected.
final class CommandForms {
    private static final Field<Probe.Command, List<String>> ARGV = Field.required(
            "command",
            ActionForms.ARGV,
            command -> command.invocation().argv(),
            "program and arguments; no shell reads them");
    private static final Field<Probe.Command, String> SHELL = Field.required(
            "shell", TextForm.SOME, command -> command.invocation().toString(), "line that /bin/sh -c reads");
    private static final Field<Probe.Command, Matcher> EXIT = Field.<Probe.Command, Matcher>required(
                    "exit", status(), Probe.Command::exit, "exit status that counts as met")
            .or(new Matcher.Equal("0"));
    private static final Field<Probe.Command, List<Matcher>> STDOUT =
            matchers("stdout", Probe.Command::stdout, "what it prints on standard output is like; all must hold");
    private static final Field<Probe.Command, List<Matcher>> STDERR =
            matchers("stderr", Probe.Command::stderr, "what it prints on standard error is like; all must hold");
    private static final Field<Probe.Command, @Nullable String> PRINTS = Field.optional(
            "prints", TextForm.SOME, Probe.Command::prints, "pattern (RE2) that something it prints contains");

    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of(
            new ChoiceForm.Case<>(
                    Probe.Command.class,
                    command -> command.invocation() instanceof Invocation.Argv,
                    form("command probe", ARGV, Invocation.Argv::new)),
            new ChoiceForm.Case<>(
                    Probe.Command.class,
                    command -> command.invocation() instanceof Invocation.Shell,
                    form("shell probe", SHELL, Invocation.Shell::new)));

    private CommandForms() {}

    /// A bare number is a status that exists.
    private static Form<Matcher> status() {
        Form<Matcher> number = new OrderedForm<>(
                WholeForm.between(0, 255),
                status -> new Matcher.Equal(status.toString()),
                matcher -> Integer.valueOf(((Matcher.Equal) matcher).value()));
        return new EitherForm<>(
                number, MatcherForms.MAPPING, MappingNode.class, matcher -> matcher instanceof Matcher.Equal);
    }

    private static <T> EntryForm<Probe.Command> form(
            String name, Field<Probe.Command, T> what, Function<T, Invocation> make) {
        return new EntryForm<>(
                name,
                List.of(what, EXIT, STDOUT, STDERR, PRINTS),
                entry -> new Probe.Command(
                        make.apply(entry.get(what)),
                        entry.get(EXIT),
                        entry.get(STDOUT),
                        entry.get(STDERR),
                        entry.get(PRINTS)));
    }

    private static Field<Probe.Command, List<Matcher>> matchers(
            String key, Function<Probe.Command, List<Matcher>> from, String says) {
        return Field.required(key, new ListForm<>(MatcherForms.MATCHER, 1), from, says)
                .or(List.of());
    }
}
