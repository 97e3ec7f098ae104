package muster.clouds.doubles;

import static muster.clouds.doubles.Loopback.require;

import java.util.ArrayList;
import java.util.stream.Collectors;
import muster.clouds.doubles.Loopback.Unlike;

/// The JSON API of Google Cloud Storage with one bucket. Lists have two objects on a page.
public record GcsDouble(StoredObjects objects, String bucket, String token) implements Loopback.Api {
    private static final int PAGE = 2;

    @Override
    public Answer answer(Call call) throws Unlike {
        require(call.header("Authorization").equals("Bearer " + token), "not authorised");
        var path = call.path();
        var list = "/storage/v1/b/" + bucket + "/o";
        if (call.fits("POST", "/upload/storage/v1/b/" + bucket + "/o") != null) {
            return put(call);
        }
        if (call.fits("GET", list) != null) {
            return list(call);
        }
        if (!path.startsWith(list + "/")) {
            return Answer.json(404, "{\"error\": {\"code\": 404, \"message\": \"no such bucket\"}}");
        }
        var encoded = path.substring(list.length() + 1);
        require(!encoded.contains("/"), "a slash in the name of an object must be encoded");
        return one(call, Call.decoded(encoded));
    }

    private Answer put(Call call) throws Unlike {
        require(call.parameter("uploadType").equals("media"), "uploadType must be media");
        require(!call.parameter("name").isEmpty(), "an object needs a name");
        objects.put(call.parameter("name"), call.body());
        return Answer.ok(resource(call.parameter("name")));
    }

    private Answer one(Call call, String key) throws Unlike {
        var found = objects.get(key);
        if (found == null) {
            return Answer.json(404, "{\"error\": {\"code\": 404, \"message\": \"No such object\"}}");
        }
        return switch (call.method()) {
            case "GET" ->
                call.parameter("alt").equals("media")
                        ? Answer.of(200, "application/octet-stream", found.bytes())
                        : Answer.ok(resource(key));
            case "DELETE" -> {
                objects.remove(key);
                yield Answer.empty(204);
            }
            default -> throw new Unlike("no such operation");
        };
    }

    private String resource(String key) {
        var found = java.util.Objects.requireNonNull(objects.get(key));
        return "{\"kind\": \"storage#object\", \"name\": \"%s\", \"size\": \"%d\", \"updated\": \"%s\"}"
                .formatted(key, found.bytes().length, found.modified());
    }

    private Answer list(Call call) {
        var keys = new ArrayList<>(objects.list(call.parameter("prefix")).keySet());
        keys.removeIf(key -> objects.get(key) == null);
        int from = call.parameter("pageToken").isEmpty() ? 0 : Integer.parseInt(call.parameter("pageToken"));
        int to = Math.min(keys.size(), from + PAGE);
        var items = keys.subList(Math.min(from, to), to).stream()
                .map(this::resource)
                .collect(Collectors.joining(","));
        var next = to < keys.size() ? ", \"nextPageToken\": \"" + to + "\"" : "";
        return Answer.ok(
                items.isEmpty()
                        ? "{\"kind\": \"storage#objects\"}"
                        : "{\"kind\": \"storage#objects\", \"items\": [" + items + "]" + next + "}");
    }
}
