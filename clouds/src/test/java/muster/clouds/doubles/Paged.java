package muster.clouds.doubles;

import java.util.List;

/// A list given out in pages of two, in the ways of Google and of GitHub.
final class Paged {
    private static final int PAGE = 2;

    private Paged() {}

    /// With `nextPageToken`.
    static Answer google(Call call, String key, List<String> items) {
        int from = call.parameter("pageToken").isEmpty() ? 0 : Integer.parseInt(call.parameter("pageToken"));
        int to = Math.min(items.size(), from + PAGE);
        var next = to < items.size() ? ", \"nextPageToken\": \"" + to + "\"" : "";
        return Answer.ok("{\"%s\": [%s]%s}".formatted(key, String.join(",", items.subList(from, to)), next));
    }

    /// With `page` and `total_count`; however many are asked for, two come.
    static Answer github(Call call, String key, List<String> items) {
        int page = call.parameter("page").isEmpty() ? 1 : Integer.parseInt(call.parameter("page"));
        int from = Math.min(items.size(), (page - 1) * PAGE);
        int to = Math.min(items.size(), from + PAGE);
        return Answer.ok("{\"total_count\": %d, \"%s\": [%s]}"
                .formatted(items.size(), key, String.join(",", items.subList(from, to))));
    }
}
