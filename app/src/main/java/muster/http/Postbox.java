package muster.http;

import com.sun.net.httpserver.Headers;
import muster.desk.Desk;
import tools.jackson.databind.node.ObjectNode;

/// Another face of the runs, whose messages are posted to one path.
@FunctionalInterface
public interface Postbox {
    /// What a message is answered.
    ///
    /// @param desk allows what the sender's token allows
    Posted answer(Message message, Desk desk) throws InterruptedException;

    /// A message as it came.
    ///
    /// @param settled fields of the query, which every call has: in whose name, which run
    record Message(Headers headers, ObjectNode settled, String body) {}

    /// An answer.
    ///
    /// @param body JSON; empty if there is none
    record Posted(int status, String body) {}
}
