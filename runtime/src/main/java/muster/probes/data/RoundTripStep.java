package muster.probes.data;

import java.sql.SQLException;

/// A verb has worked if the catalogue says afterwards what it should.
@FunctionalInterface
interface RoundTripStep {
    boolean works() throws SQLException;
}
