package muster.packs.trino;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import muster.packs.warehouse.sql.WarehouseAccess;

/// A way into a schema of a catalog of Trino.
public final class TrinoAccess implements WarehouseAccess {
    private final TrinoAddress address;
    private final Properties properties;

    private TrinoAccess(TrinoAddress address, Properties properties) {
        this.address = address;
        this.properties = properties;
    }

    /// Whether an operator's words name a warehouse in Trino.
    public static boolean isNamedBy(String words) {
        return words.startsWith(TrinoAddress.SCHEME) || words.startsWith("jdbc:" + TrinoAddress.SCHEME);
    }

    /// The way that an operator named. The driver connects with the first statement only, so the schema is
    /// looked for.
    ///
    /// @param words `trino://user@host:port/catalog/schema?password-env=NAME`
    /// @param environment variables that may hold the password
    /// @throws SQLException if the words are no address, or lead to no schema
    public static TrinoAccess of(String words, Map<String, String> environment) throws SQLException {
        var address = TrinoAddress.of(words);
        var access = new TrinoAccess(address, address.properties(environment));
        try (var connection = access.open();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT 1 FROM information_schema.schemata WHERE schema_name = current_schema")) {
            if (found.next()) {
                return access;
            }
        } catch (SQLException e) {
            throw NoWayIn.at(address, e);
        }
        throw new SQLException("no warehouse at " + address + ": there is no such schema");
    }

    @Override
    public WarehouseAccess schema(String name) {
        return new TrinoAccess(address.in(name), properties);
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(address.url(), properties);
    }
}
