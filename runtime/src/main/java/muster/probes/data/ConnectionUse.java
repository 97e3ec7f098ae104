package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import muster.observation.Observation;

/// What is done with an open connection.
@FunctionalInterface
interface ConnectionUse {
    List<Observation> on(Connection connection) throws SQLException;
}
