package muster.packs.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What differs between engines: guarantees, catalog, and how a few things are said. All pass one contract.
public interface Dialect {

    Capabilities capabilities();

    /// Statements for a new connection.
    List<String> beginning();

    /// Statements before many small ones, after which the engine does not share each among threads.
    default List<String> beforeSmall() {
        return List.of();
    }

    /// Statements after them.
    default List<String> afterSmall() {
        return List.of();
    }

    /// Statements before many simple ones in one transaction, whose order of work the engine need not look for.
    default List<String> beforeMany() {
        return List.of();
    }

    /// Statements after them, or after the transaction if it failed.
    default List<String> afterMany() {
        return List.of();
    }

    /// A query for name and `BASE TABLE` or `VIEW` of every relation of the schema, by way of the information schema.
    default String listing() {
        return Catalog.LISTING;
    }

    /// A query for the names of the views of the schema, which with the tables of [#identities()] are all relations;
    /// null where the listing is as quick.
    default @Nullable String viewNames() {
        return null;
    }

    /// A query for name and `BASE TABLE` or `VIEW` of every relation, not by way of the information schema.
    String secondListing();

    /// A query for relation and digest of its columns (names, types, order), for every relation of the schema.
    String columnDigests();

    /// A query for table and what tells its rows from those of another; a rename does not change it.
    String identities();

    /// A query for name and type of the columns of one relation, in order.
    String columns(String relation);

    /// A query for the place of each table in the list (from 0) and the number of its rows; an empty one
    /// may be left out. One aggregate over all tables: DuckDB takes 7 ms of processor time for 100 tables
    /// where one aggregate each takes 20, and Trino refuses the 200 stages of these.
    default String rowCounts(List<String> tables) {
        return IntStream.range(0, tables.size())
                .mapToObj(place -> "SELECT %d AS place FROM %s".formatted(place, Sql.identifier(tables.get(place))))
                .collect(Collectors.joining(
                        " UNION ALL ", "SELECT place, count(*) FROM (", ") AS listed GROUP BY place"));
    }

    /// A query for every table of the schema and its rows and bytes by the statistics of the engine, which
    /// reads no table; null if there are none of all tables.
    @Nullable
    String sizes();

    /// A query for the statistics of one table, where there are none of all: a row for each column (name, bytes or
    /// NULL, two more), and one whose name is NULL with the number of rows at the fifth place.
    default String statistics(String table) {
        throw new IllegalStateException("there are statistics of all tables");
    }

    /// A query for the tables that the engine refuses to rename, each with a text whose words may name
    /// further ones. Most engines have none.
    default String renameBlockers() {
        return "SELECT '', '' WHERE false";
    }

    /// A query for name and definition of every view of the schema.
    String views();

    /// What [#views()] may answer for a view of all columns, in order, of a table; compared word by word.
    List<String> bodiesOfAll(String table, List<String> columns);

    /// A query for table and column of these tables, in order, where such a view names each; else null.
    default @Nullable String spelled(List<String> tables) {
        return null;
    }

    /// Three expressions over the rows in which one of the columns is not NULL: count, XOR and sum of a hash
    /// of the key and all of them.
    String checksum(String key, List<String> columns);

    /// An expression for the median of the absolute values.
    String medianOfAbsolute(String expression);

    /// A statement that puts a view of all columns under an old name.
    ///
    /// @param expires when the pack will drop it; an engine that can drops it by itself, some time later
    default String graceView(String view, String table, Instant expires) {
        return "CREATE VIEW %s AS SELECT * FROM %s".formatted(Sql.identifier(view), Sql.identifier(table));
    }

    /// The statement under a name: an engine that can carries out what bears the same name once, however often it is
    /// told. Elsewhere it is the statement.
    ///
    /// @param name of letters and digits
    default String named(String statement, String name) {
        return statement;
    }

    /// A statement of the pack in the words of the engine.
    default String said(String statement) {
        return statement;
    }

    /// A query for table, column and type of every column of the schema.
    default String columnListing() {
        return "SELECT table_name, column_name, data_type FROM information_schema.columns"
                + " WHERE table_catalog = current_database() AND table_schema = current_schema()";
    }

    /// A statement whose one row begins with the bytes that a query would read, and which reads none; null if the
    /// engine knows no more than its statistics.
    default @Nullable String forecast(String query) {
        return null;
    }

    /// A statement after which no query of this session is billed for more bytes than so many; null if the engine
    /// keeps no such limit.
    default @Nullable String mostBilled(long bytes) {
        return null;
    }

    /// A query for the bytes that the statements of this session have read, and those they were billed for; null if
    /// the engine does not tell.
    default @Nullable String billed() {
        return null;
    }

    /// A query for the bytes that all statements of the project were billed for since an instant, as far as they
    /// are paid by the byte; null if the engine does not tell.
    default @Nullable String billedSince(Instant since) {
        return null;
    }

    /// How a relation is named where no schema is current, as in the body of a view.
    default String inFull(String relation) {
        return Sql.identifier(relation);
    }

    /// Statements that keep the rows of a table under another name until a time, without copying them; none if the
    /// engine does not.
    default List<String> snapshot(String table, String name, Instant until) {
        return List.of();
    }

    /// The statements that make a table of its snapshot, which goes.
    default List<String> fromSnapshot(String name, String table) {
        return List.of();
    }

    /// A query for the texts of the queries of the last 30 days, for which a view may be in the way; null if views are
    /// in nobody's way.
    default @Nullable String recentQueries() {
        return null;
    }

    /// Where the statements are that were carried out, for whether an old name is still used; null if the engine keeps
    /// none that outlive a connection.
    default @Nullable StatementLog statementLog() {
        return null;
    }

    /// Makes a schema the current one.
    default String use(String database, String schema) {
        return "USE %s.%s".formatted(Sql.identifier(database), Sql.identifier(schema));
    }

    /// Statements, for the beginning of a transaction, after which nobody else writes to the tables until it
    /// ends. None where a transaction fails at the commit if others wrote, or where there are no transactions.
    default List<String> freeze(List<String> tables) {
        return List.of();
    }

    /// Whether a statement failed only because somebody else holds a lock.
    default boolean isLocked(SQLException failure) {
        return false;
    }

    /// Whether a statement failed because of what it names, so that the same of other tables may go on.
    default boolean isRefusal(SQLException failure) {
        return isLocked(failure);
    }

    /// Whether it is not known if a statement took place, since its answer was lost.
    default boolean isUnknown(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /// A query after which nobody else works under a key in this schema until the session ends, and which fails as
    /// [#isLocked] has it if somebody does; null where several processes do not work at once.
    default @Nullable String turn(String key) {
        return null;
    }

    /// The same as [#identities()] of some tables, for a look before a transaction ends; null where a name that was
    /// given to something else meanwhile is refused anyway.
    default @Nullable String identities(List<String> tables) {
        return null;
    }

    /// A query for table and words on who holds it for long; null if nobody does, or it is not told.
    default @Nullable String holders(List<String> tables) {
        return null;
    }

    /// A query for table, privilege and role of those who may use a table besides this user, in an order in which
    /// equal ones follow each other; null where a view can be read by whoever reads its table.
    default @Nullable String grants(List<String> tables) {
        return null;
    }

    /// A query for relation and what keeps the engine from dropping it; null if nothing does.
    default @Nullable String dependants() {
        return null;
    }

    /// A query for table and what it has besides columns and rows, which the same rows in a new table would not have;
    /// null if nothing is known of that.
    default @Nullable String besides() {
        return null;
    }

    /// A query for `true` if the engine reads CSV and Parquet files of this machine by `read_csv` and `read_parquet`;
    /// null if it never does.
    default @Nullable String readsFiles() {
        return null;
    }

    /// A statement that writes the rows of a query to a Parquet file, in their order; null if the engine
    /// writes none.
    ///
    /// @param rowGroup rows per row group
    default @Nullable String writeParquet(String query, String file, int rowGroup) {
        return null;
    }

    /// What DuckDB calls the type of a column whose values are read as texts; null if they have none that it reads.
    default @Nullable String portable(String type) {
        return type;
    }

    /// A query for one text that every write to a table changes, from the catalog alone; null if only its values tell.
    default @Nullable String version(String table) {
        return null;
    }

    /// The dialect that an open connection speaks; fails if it is none of ours.
    static Dialect of(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "DuckDB" -> new DuckDbDialect();
            case "PostgreSQL" -> new PostgresDialect(connection.getMetaData().getDatabaseMajorVersion());
            case BigQueryDialect.PRODUCT -> BigQueryDialect.of(connection);
            case TrinoDialect.PRODUCT -> new TrinoDialect();
            default ->
                throw new SQLException(product + " is not spoken here, only DuckDB, PostgreSQL, BigQuery and Trino");
        };
    }
}
