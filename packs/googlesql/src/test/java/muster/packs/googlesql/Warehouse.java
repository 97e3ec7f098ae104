package muster.packs.googlesql;

import com.google.zetasql.Analyzer;
import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleColumn;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.StructType;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions.LanguageFeature;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import com.google.zetasql.ZetaSQLType.TypeKind;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedCreateTableStmtBase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The data set `acme.raw` of the double, as the analyzer knows it: what BigQuery itself tells, and the tables that the
/// statements have made so far.
final class Warehouse {
    private static final Pattern COPIED = Pattern.compile(
            "^ALTER TABLE `([^`]+)` RENAME TO `([^`]+)`|^CREATE (?:SNAPSHOT )?TABLE `([^`]+)` CLONE `([^`]+)`");

    private final LanguageOptions language = new LanguageOptions();
    private final SimpleCatalog catalog = new SimpleCatalog("root");
    private final AnalyzerOptions options = new AnalyzerOptions();
    private final SimpleCatalog raw;

    Warehouse() {
        language.enableMaximumLanguageFeatures();
        language.enableLanguageFeature(LanguageFeature.FEATURE_CREATE_TABLE_CLONE);
        language.setSupportsAllStatementKinds();
        language.setProductMode(ProductMode.PRODUCT_EXTERNAL);
        options.setLanguageOptions(language);
        catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(language));
        raw = catalog.addNewSimpleCatalog("acme").addNewSimpleCatalog("raw");
        table(catalog, "cov_lag_audcad_audchf", List.of("interval_time TIMESTAMP", "val1 INT64"));
        table(
                raw,
                "__TABLES__",
                List.of(
                        "table_id STRING",
                        "creation_time INT64",
                        "last_modified_time INT64",
                        "row_count INT64",
                        "size_bytes INT64",
                        "type INT64"));
        var schema = raw.addNewSimpleCatalog("INFORMATION_SCHEMA");
        table(schema, "TABLES", List.of("table_name STRING", "table_type STRING"));
        table(schema, "VIEWS", List.of("table_name STRING", "view_definition STRING"));
        table(
                schema,
                "COLUMNS",
                List.of("table_name STRING", "column_name STRING", "data_type STRING", "ordinal_position INT64"));
        jobs(catalog.addNewSimpleCatalog("region-EU").addNewSimpleCatalog("INFORMATION_SCHEMA"));
    }

    private static void jobs(SimpleCatalog region) {
        var name = "JOBS";
        var columns = new ArrayList<>(Stream.of(
                        "creation_time TIMESTAMP",
                        "query STRING",
                        "user_email STRING",
                        "job_id STRING",
                        "job_type STRING",
                        "statement_type STRING",
                        "total_bytes_billed INT64",
                        "reservation_id STRING")
                .map(each -> column(name, each))
                .toList());
        var text = TypeFactory.createSimpleType(TypeKind.TYPE_STRING);
        var table = TypeFactory.createStructType(List.of(
                new StructType.StructField("project_id", text),
                new StructType.StructField("dataset_id", text),
                new StructType.StructField("table_id", text)));
        columns.add(new SimpleColumn(name, "referenced_tables", TypeFactory.createArrayType(table)));
        region.addSimpleTable(new SimpleTable(name, columns));
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

    /// Fails if the statement is not understood, or names what is not there. The table that it makes is there then.
    void analyze(String statement) {
        var resolved = Analyzer.analyzeStatement(statement, options, catalog);
        if (resolved instanceof ResolvedCreateTableStmtBase made) {
            var name = made.getNamePath().getLast();
            learn(
                    name,
                    made.getColumnDefinitionList().stream()
                            .map(each -> new SimpleColumn(name, each.getName(), each.getType()))
                            .toList());
        }
        var copied = COPIED.matcher(statement);
        if (copied.find()) {
            var from = copied.group(1) == null ? copied.group(4) : copied.group(1);
            var to = copied.group(2) == null ? copied.group(3) : copied.group(2);
            learn(to, raw.getTable(from, null).getColumnList());
        }
    }

    private void learn(String name, List<SimpleColumn> columns) {
        if (columns.isEmpty()) {
            return;
        }
        for (var each : List.of(catalog, raw)) {
            if (each.getTableNameList().stream().anyMatch(name::equalsIgnoreCase)) {
                each.removeSimpleTable(name);
            }
            each.addSimpleTable(new SimpleTable(name, columns));
        }
    }
}
