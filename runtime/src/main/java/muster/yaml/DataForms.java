package muster.yaml;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.DataProbe;
import muster.plan.Matcher;
import muster.plan.Probe;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;

/// Probes of databases.
final class DataForms {
    private static final String NAME_OF_DATABASE = "name of its database";
    private static final Form<Long> COUNT = new WholeForm<>(0, Long.MAX_VALUE, Long::valueOf);

    private static final Field<DataProbe.Answers, String> ANSWERS =
            Field.required("answers", TextForm.SOME, DataProbe.Answers::database, "database that can be connected to");
    private static final Field<DataProbe.Answers, @Nullable Matcher> VERSION =
            Field.optional("version", MatcherForms.MATCHER, DataProbe.Answers::version, "what its version is like");

    private static final Field<DataProbe.Query, String> QUERY = Field.required(
            "query",
            TextForm.SOME,
            DataProbe.Query::sql,
            "one statement of SQL that reads, without a semicolon inside");
    private static final Field<DataProbe.Query, String> QUERIED =
            Field.required("database", TextForm.SOME, DataProbe.Query::database, NAME_OF_DATABASE);
    private static final Field<DataProbe.Query, Matcher> VALUES =
            Field.required("values", MatcherForms.MATCHER, DataProbe.Query::values, "what its first column is like");

    private static final Field<DataProbe.Freshness, String> TIME =
            Field.required("column", TextForm.SOME, DataProbe.Freshness::column, "column of a time");
    private static final Field<DataProbe.Freshness, Duration> OLDEST =
            Field.required("oldest", Durations.DURATION, DataProbe.Freshness::oldest, "how old the newest row may be");
    private static final Field<DataProbe.Freshness, @Nullable ZoneId> ZONE = Field.optional(
            "zone", Times.ZONE, DataProbe.Freshness::zone, "time zone of times that the column holds without one");
    private static final Form<DataProbe.Freshness> FRESHNESS = new EntryForm<>(
            "freshness",
            List.of(TIME, OLDEST, ZONE),
            entry -> new DataProbe.Freshness(entry.get(TIME), entry.get(OLDEST), entry.get(ZONE)));

    private static final Field<DataProbe.TableState, String> TABLE = Field.required(
            "table-state", TextForm.SOME, DataProbe.TableState::table, "name of a table that is as described");
    private static final Field<DataProbe.TableState, String> DATABASE =
            Field.required("database", TextForm.SOME, DataProbe.TableState::database, NAME_OF_DATABASE);
    private static final Field<DataProbe.TableState, @Nullable Matcher> ROWS =
            Field.optional("rows", MatcherForms.MATCHER, DataProbe.TableState::rows, "how many rows it has");
    private static final Field<DataProbe.TableState, SortedMap<String, String>> TYPES =
            Field.<DataProbe.TableState, SortedMap<String, String>>required(
                            "types",
                            new TableForm(),
                            DataProbe.TableState::types,
                            "types by column, in the database's own words")
                    .or(new TreeMap<>());
    private static final Field<DataProbe.TableState, SortedMap<String, Share>> NULL_SHARE =
            Field.<DataProbe.TableState, SortedMap<String, Share>>required(
                            "null-share",
                            new ByNameForm<>(NumberForm.SHARE),
                            DataProbe.TableState::nullShare,
                            "largest share of nulls by column, from 0 to 1")
                    .or(new TreeMap<>());
    private static final Field<DataProbe.TableState, List<String>> UNIQUE =
            Field.<DataProbe.TableState, List<String>>required(
                            "unique",
                            ListForm.of(TextForm.SOME),
                            DataProbe.TableState::unique,
                            "columns that together are a key")
                    .or(List.of());
    private static final Field<DataProbe.TableState, DataProbe.@Nullable Freshness> FRESH =
            Field.optional("freshness", FRESHNESS, DataProbe.TableState::freshness, "how old the newest row may be");

    private static final Field<DataProbe.Conserved, String> CONSERVED = Field.required(
            "conserved", TextForm.SOME, DataProbe.Conserved::database, "database that has lost no table");
    private static final Field<DataProbe.Conserved, Long> PREVIOUS =
            Field.required("previous", COUNT, DataProbe.Conserved::before, "how many tables it had");
    private static final Field<DataProbe.Conserved, Long> DROPPED = Field.<DataProbe.Conserved, Long>required(
                    "dropped", COUNT, DataProbe.Conserved::dropped, "how many of them were dropped")
            .or(0L);
    private static final Field<DataProbe.Conserved, Long> CREATED = Field.<DataProbe.Conserved, Long>required(
                    "created", COUNT, DataProbe.Conserved::created, "how many were created")
            .or(0L);

    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of(
            ProbeForms.one(
                    DataProbe.Answers.class,
                    List.of(ANSWERS, VERSION),
                    entry -> new DataProbe.Answers(entry.get(ANSWERS), entry.get(VERSION))),
            ProbeForms.one(
                    DataProbe.Query.class,
                    List.of(QUERY, QUERIED, VALUES),
                    entry -> new DataProbe.Query(entry.get(QUERIED), entry.get(QUERY), entry.get(VALUES))),
            ProbeForms.one(
                    DataProbe.TableState.class,
                    List.of(TABLE, DATABASE, ROWS, TYPES, NULL_SHARE, UNIQUE, FRESH),
                    entry -> new DataProbe.TableState(
                            entry.get(DATABASE),
                            entry.get(TABLE),
                            entry.get(ROWS),
                            entry.get(TYPES),
                            entry.get(NULL_SHARE),
                            entry.get(UNIQUE),
                            entry.get(FRESH))),
            ProbeForms.one(
                    DataProbe.Conserved.class,
                    List.of(CONSERVED, PREVIOUS, DROPPED, CREATED),
                    entry -> new DataProbe.Conserved(
                            entry.get(CONSERVED), entry.get(PREVIOUS), entry.get(DROPPED), entry.get(CREATED))));

    private DataForms() {}
}
