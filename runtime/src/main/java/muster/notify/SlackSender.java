package muster.notify;

import java.net.URI;
import java.util.Map;
import muster.storage.Delivery;
import tools.jackson.databind.json.JsonMapper;

/// Posts notices to an incoming webhook of Slack, which knows no keys: what is told again after a lost answer is there
/// twice. Sources: Slack's references of incoming webhooks, of blocks (a section holds 3,000 characters, a context's
/// text likewise) and of formatting (`&`, `<` and `>` are escaped).
record SlackSender(Posting posting, URI to) implements Sender {
    private static final int LONGEST_TEXT = 3000;
    private static final int LONGEST_ESCAPE = "&amp;".length();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Sent send(Delivery delivery) throws InterruptedException {
        return posting.post(to, Map.of(), message(delivery));
    }

    private static String message(Delivery delivery) {
        var telling = Telling.of(delivery);
        var text = escaped(telling.text());
        var small = escaped(telling.origin());
        var message = JSON.createObjectNode().put("text", text);
        var blocks = message.putArray("blocks");
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", text);
        blocks.addObject()
                .put("type", "context")
                .putArray("elements")
                .addObject()
                .put("type", "mrkdwn")
                .put("text", small);
        return message.toString();
    }

    /// Cut before it is escaped, so that no escape is cut in two.
    private static String escaped(String text) {
        var whole = escapes(text);
        return whole.length() <= LONGEST_TEXT ? whole : escapes(text.substring(0, LONGEST_TEXT / LONGEST_ESCAPE));
    }

    private static String escapes(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
