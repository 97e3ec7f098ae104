package muster.yaml;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Action;
import muster.plan.Branch;
import muster.plan.GitStep;
import muster.plan.HttpMethod;
import org.jspecify.annotations.Nullable;

/// How tasks, remedies and compensations are carried out.
final class ActionForms {
    static final Form<List<String>> ARGV = new ListForm<>(TextForm.WORD, 1);

    private static final Form<Branch> BRANCH =
            new PatternForm<>("a branch such as task/load-2", Branch.SHAPE, Branch::new, Branch::name);
    private static final String TIMEOUT = "timeout";
    private static final String WORKTREE = "worktree";

    static final Form<Action> ACTION =
            new ChoiceForm<>("action", List.of(command(), sql(), http(), git(), agent(), pack(), manual()));

    private ActionForms() {}

    private static ChoiceForm.Case<Action.Command> command() {
        Field<Action.Command, List<String>> argv =
                Field.required("command", ARGV, Action.Command::argv, "program and arguments; no shell reads them");
        Field<Action.Command, @Nullable Branch> worktree = Field.optional(
                WORKTREE, BRANCH, Action.Command::worktree, "branch in whose worktree it runs; else in the workspace");
        Field<Action.Command, @Nullable Duration> timeout = Field.optional(
                TIMEOUT, Durations.DURATION, Action.Command::timeout, "longest time of one attempt; 10m if left out");
        return new ChoiceForm.Case<>(
                Action.Command.class,
                new EntryForm<>(
                        "command action",
                        List.of(argv, worktree, timeout),
                        entry -> new Action.Command(entry.get(argv), entry.get(worktree), entry.get(timeout))));
    }

    private static ChoiceForm.Case<Action.Sql> sql() {
        Field<Action.Sql, List<String>> statements = Field.required(
                "sql", new ListForm<>(TextForm.SOME, 1), Action.Sql::statements, "statements, run in one transaction");
        Field<Action.Sql, String> database =
                Field.required("database", TextForm.SOME, Action.Sql::database, "name of the database");
        return new ChoiceForm.Case<>(
                Action.Sql.class,
                new EntryForm<>(
                        "sql action",
                        List.of(statements, database),
                        entry -> new Action.Sql(entry.get(database), entry.get(statements))));
    }

    private static ChoiceForm.Case<Action.Http> http() {
        Field<Action.Http, String> url = Field.required(
                "http", TextForm.SOME, Action.Http::url, "address that is asked, such as https://example.org/jobs");
        Field<Action.Http, HttpMethod> method = Field.<Action.Http, HttpMethod>required(
                        "method", WordForm.of(HttpMethod.class), Action.Http::method, "how it is asked")
                .or(HttpMethod.POST);
        Field<Action.Http, SortedMap<String, String>> headers = Field.<Action.Http, SortedMap<String, String>>required(
                        "headers", new TableForm(), Action.Http::headers, "headers of the request")
                .or(new TreeMap<>());
        Field<Action.Http, SortedMap<String, String>> secrets = Field.<Action.Http, SortedMap<String, String>>required(
                        "secret-headers",
                        new TableForm(),
                        Action.Http::secrets,
                        "headers whose values stand in environment variables, by the names of these")
                .or(new TreeMap<>());
        Field<Action.Http, @Nullable String> body =
                Field.optional("body", TextForm.ANY, Action.Http::body, "body of the request, in UTF-8");
        Field<Action.Http, List<Integer>> accepted = Field.<Action.Http, List<Integer>>required(
                        "accepted",
                        new ListForm<>(WholeForm.between(100, 599), 1),
                        Action.Http::accepted,
                        "codes of answers that mean that it is done; 200 to 299 if left out")
                .or(List.of());
        Field<Action.Http, @Nullable Duration> timeout = Field.optional(
                TIMEOUT, Durations.DURATION, Action.Http::timeout, "longest time of one attempt; 1m if left out");
        return new ChoiceForm.Case<>(
                Action.Http.class,
                new EntryForm<>(
                        "http action",
                        List.of(url, method, headers, secrets, body, accepted, timeout),
                        entry -> new Action.Http(
                                entry.get(method),
                                entry.get(url),
                                entry.get(headers),
                                entry.get(secrets),
                                entry.get(body),
                                entry.get(accepted),
                                entry.get(timeout))));
    }

    private static ChoiceForm.Case<Action.Git> git() {
        Field<Action.Git, GitStep> step = Field.required(
                "git",
                WordForm.of(GitStep.class),
                Action.Git::step,
                "begins a branch with a worktree of its own, commits what changed there, merges it into its base, or "
                        + "removes the worktree, and the branch if it is merged");
        Field<Action.Git, Branch> branch = Field.required("branch", BRANCH, Action.Git::branch, "the branch");
        Field<Action.Git, @Nullable Branch> base = Field.optional(
                "base",
                BRANCH,
                Action.Git::base,
                "where it begins and what it is merged into; the branch that is checked out if left out");
        Field<Action.Git, @Nullable String> message = Field.optional(
                "message", TextForm.SOME, Action.Git::message, "message of the commit; the task's title if left out");
        return new ChoiceForm.Case<>(
                Action.Git.class,
                new EntryForm<>(
                        "git action",
                        List.of(step, branch, base, message),
                        entry -> new Action.Git(
                                entry.get(step), entry.get(branch), entry.get(base), entry.get(message))));
    }

    private static ChoiceForm.Case<Action.Agent> agent() {
        Field<Action.Agent, List<String>> argv = Field.required(
                "agent", ARGV, Action.Agent::argv, "program that works by itself: one line of JSON in, one out");
        Field<Action.Agent, String> instruction =
                Field.required("instruction", TextForm.ANY, Action.Agent::instruction, "what it is to do");
        Field<Action.Agent, @Nullable Branch> worktree = Field.optional(
                WORKTREE, BRANCH, Action.Agent::worktree, "branch in whose worktree it works; else in the workspace");
        Field<Action.Agent, @Nullable Duration> timeout = Field.optional(
                TIMEOUT, Durations.DURATION, Action.Agent::timeout, "longest time of one attempt; 1h if left out");
        return new ChoiceForm.Case<>(
                Action.Agent.class,
                new EntryForm<>(
                        "agent action",
                        List.of(argv, instruction, worktree, timeout),
                        entry -> new Action.Agent(
                                entry.get(argv), entry.get(instruction), entry.get(worktree), entry.get(timeout))));
    }

    private static ChoiceForm.Case<Action.Pack> pack() {
        Field<Action.Pack, String> name = Field.required(
                "pack", TextForm.SOME, Action.Pack::name, "name of the action, such as warehouse.rename");
        Field<Action.Pack, SortedMap<String, String>> with = Field.<Action.Pack, SortedMap<String, String>>required(
                        "with", new TableForm(), Action.Pack::arguments, "arguments of the action, by name")
                .or(new TreeMap<>());
        return new ChoiceForm.Case<>(
                Action.Pack.class,
                new EntryForm<>(
                        "pack action",
                        List.of(name, with),
                        entry -> new Action.Pack(entry.get(name), entry.get(with))));
    }

    private static ChoiceForm.Case<Action.Manual> manual() {
        Field<Action.Manual, String> instruction =
                Field.required("manual", TextForm.ANY, Action.Manual::instruction, "what a person or an agent does");
        return new ChoiceForm.Case<>(
                Action.Manual.class,
                new EntryForm<>(
                        "manual action", List.of(instruction), entry -> new Action.Manual(entry.get(instruction))));
    }
}
