package muster.http;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import muster.desk.Call;
import muster.desk.Counter;
import muster.desk.Desk;
import muster.desk.Ending;
import muster.desk.Form;
import muster.desk.Shown;

/// A server's own desk, at which a token allows what it allows over HTTP.
record TokenDesk(Token token, Counter counter) implements Desk {

    @Override
    public Shown ask(Call call, Form form) throws IOException, InterruptedException {
        try {
            return counter.answer(settled(call)).shown(form);
        } catch (Halt halt) {
            return Received.usage(String.valueOf(halt.getMessage()));
        }
    }

    @Override
    public Shown lines(Call call, Form form, Consumer<String> line) {
        try {
            var refused = counter.lines(settled(call), form, line);
            return refused == null ? new Shown(Ending.YES.exit(), List.of(), List.of()) : refused.shown(form);
        } catch (Halt halt) {
            return Received.usage(String.valueOf(halt.getMessage()));
        }
    }

    private Call settled(Call call) {
        new Speaker(token).settle(call.route(), call.tree());
        return new Call(call.route(), call.tree(), token.key(call.key()));
    }
}
