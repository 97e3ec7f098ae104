package muster.clouds.calls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Lists that Google's services give out in pages.
public final class Pages {
    /// More than any list read here could have; a service that goes round in circles is cut off.
    private static final int MOST = 10_000;

    private Pages() {}

    /// The items of all pages.
    ///
    /// @param items key of the list in each page; a page without it is empty
    public static List<JsonNode> of(Rest rest, Asked asked, String items) throws Unanswered, InterruptedException {
        var all = new ArrayList<JsonNode>();
        var tokens = new HashSet<String>();
        var next = asked;
        while (tokens.size() < MOST) {
            var page = rest.json(next);
            page.path(items).forEach(all::add);
            var token = page.path("nextPageToken").asString("");
            if (token.isEmpty()) {
                return List.copyOf(all);
            }
            if (!tokens.add(token)) {
                throw Unanswered.because(Unanswered.Why.BROKEN, "the list begins again with page " + tokens.size());
            }
            next = asked.with("pageToken", token);
        }
        throw Unanswered.because(Unanswered.Why.BROKEN, "the list has more than " + MOST + " pages");
    }
}
