package muster.packs.bigquery;

import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.TableResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of a query, of which one page is held; a page that does not come is asked for again.
final class Pages implements Coming {
    private final Jobs jobs;
    private final Schema schema;
    private TableResult page;
    private Iterator<FieldValueList> rows;

    Pages(Jobs jobs, TableResult first, Schema schema) {
        this.jobs = jobs;
        this.schema = schema;
        page = first;
        rows = first.getValues().iterator();
    }

    @Override
    public @Nullable List<@Nullable String> next() throws SQLException, InterruptedException {
        while (!rows.hasNext() && page.hasNextPage()) {
            var before = page;
            page = jobs.tried(before::getNextPage);
            rows = page.getValues().iterator();
        }
        return rows.hasNext() ? texts(rows.next()) : null;
    }

    private List<@Nullable String> texts(FieldValueList row) {
        var texts = new ArrayList<@Nullable String>();
        for (int i = 0; i < row.size(); i++) {
            var value = row.get(i);
            texts.add(
                    value.isNull()
                            ? null
                            : Values.text(value, schema.getFields().get(i)));
        }
        return texts;
    }
}
