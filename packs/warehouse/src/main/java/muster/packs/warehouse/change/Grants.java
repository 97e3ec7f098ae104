package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Who may use a table may use the view under its old name: statements for the transaction that puts the views.
final class Grants {
    private Grants() {}

    /// What is given to whom.
    private record Grant(String privilege, String role) {}

    /// One statement for each grant, of all views that it is on.
    static List<String> statements(Session session, List<Renaming> views) throws SQLException {
        var query = views.isEmpty()
                ? null
                : session.dialect().grants(views.stream().map(Renaming::from).toList());
        if (query == null) {
            return List.of();
        }
        Map<Grant, List<String>> tables = new LinkedHashMap<>();
        session.query(query)
                .forEach(row -> tables.computeIfAbsent(new Grant(row.text(1), row.text(2)), _ -> new ArrayList<>())
                        .add(Sql.identifier(row.text(0))));
        return tables.entrySet().stream()
                .map(each -> "GRANT %s ON %s TO %s"
                        .formatted(
                                each.getKey().privilege(),
                                each.getValue().stream().collect(Collectors.joining(", ")),
                                each.getKey().role()))
                .toList();
    }
}
