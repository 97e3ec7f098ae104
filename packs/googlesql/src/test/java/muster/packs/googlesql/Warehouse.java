package muster.packs.googlesql;

import com.google.zetasql.Analyzer;
import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleColumn;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import com.google.zetasql.ZetaSQLType.TypeKind;
import java.util.List;
import java.util.stream.Stream;

/// The data set `acme.raw` of the double, as the analyzer knows it.
final class Warehouse {
    private static final List<String> PAIR = List.of("interval_time TIMESTAMP", "val1 INT64");

    private final LanguageOptions language = new LanguageOptions();
    private final SimpleCatalog catalog = new SimpleCatalog("root");
    private final AnalyzerOptions options = new AnalyzerOptions();

    Warehouse() {
        language.enableMaximumLanguageFeatures();
        language.setSupportsAllStatementKinds();
        language.setProductMode(ProductMode.PRODUCT_EXTERNAL);
        options.setLanguageOptions(language);
        catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(language));
        var raw = catalog.addNewSimpleCatalog("acme").addNewSimpleCatalog("raw");
        Stream.of(
                        "cov_lag_audcad_audchf",
                        "cov_lag_idx_audcad_audchf",
                        "cov_agg_audcad_audchf",
                        "cov_agg_bqx_audcad_audchf")
                .forEach(name -> {
                    table(catalog, name, PAIR);
                    table(raw, name, PAIR);
                });
        journal();
        table(
                raw,
                "__TABLES__",
                List.of("table_id STRING", "creation_time INT64", "row_count INT64", "size_bytes INT64", "type INT64"));
        var schema = raw.addNewSimpleCatalog("INFORMATION_SCHEMA");
        table(schema, "TABLES", List.of("table_name STRING", "table_type STRING"));
        table(schema, "VIEWS", List.of("table_name STRING", "view_definition STRING"));
        table(
                schema,
                "COLUMNS",
                List.of("table_name STRING", "column_name STRING", "data_type STRING", "ordinal_position INT64"));
        table(
                catalog.addNewSimpleCatalog("region-EU").addNewSimpleCatalog("INFORMATION_SCHEMA"),
                "JOBS_BY_PROJECT",
                List.of("creation_time TIMESTAMP", "query STRING"));
    }

    private void journal() {
        table(
                catalog,
                "_muster_reverse",
                List.of(
                        "key STRING",
                        "seq INT64",
                        "kind STRING",
                        "old STRING",
                        "new STRING",
                        "row_count INT64",
                        "columns STRING",
                        "state STRING"));
        table(
                catalog,
                "_muster_grace",
                List.of(
                        "key STRING",
                        "view_name STRING",
                        "table_name STRING",
                        "created TIMESTAMP",
                        "expires TIMESTAMP"));
        table(catalog, "_muster_decision", List.of("key STRING", "table_name STRING", "question STRING"));
        table(
                catalog,
                "_muster_variant",
                List.of("table_name STRING", "variant STRING", "median DOUBLE", "row_count INT64", "history STRING"));
        table(
                catalog,
                "_muster_cost",
                List.of(
                        "key STRING",
                        "what STRING",
                        "day STRING",
                        "bytes INT64",
                        "billed INT64",
                        "usd NUMERIC",
                        "price STRING"));
        table(
                catalog,
                "_muster_before",
                List.of(
                        "key STRING",
                        "taken TIMESTAMP",
                        "tables INT64",
                        "r1 INT64",
                        "r2 INT64",
                        "r3 INT64",
                        "r4 INT64",
                        "r5 INT64"));
    }

    /// @param columns name and type of each
    private static void table(SimpleCatalog catalog, String name, List<String> columns) {
        catalog.addSimpleTable(new SimpleTable(
                name, columns.stream().map(each -> column(name, each)).toList()));
    }

    private static SimpleColumn column(String table, String words) {
        var type = TypeKind.valueOf("TYPE_" + words.substring(words.indexOf(' ') + 1));
        return new SimpleColumn(table, words.substring(0, words.indexOf(' ')), TypeFactory.createSimpleType(type));
    }

    /// Fails if the statement is not understood, or names what is not there.
    void analyze(String statement) {
        Analyzer.analyzeStatement(statement, options, catalog);
    }
}
