package muster.probes.cloud;

/// Opens a connection when it is first needed, so that an audit without its probes loads no client.
///
/// @param <C> what is opened
@FunctionalInterface
public interface Connector<C> {
    C open();
}
