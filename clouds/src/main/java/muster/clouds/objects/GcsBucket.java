package muster.clouds.objects;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Pages;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;

/// A bucket of Google Cloud Storage, by its JSON API v1.
public record GcsBucket(Rest rest, String name) implements Bucket {

    @Override
    public void put(String key, byte[] bytes) throws Unanswered, InterruptedException {
        var path = "/upload/storage/v1/b/" + Asked.encoded(name) + "/o";
        rest.ask(Asked.post(path, bytes, "application/octet-stream")
                .with("uploadType", "media")
                .with("name", key));
    }

    @Override
    public byte[] get(String key) throws Unanswered, InterruptedException {
        return rest.ask(Asked.get(path(key)).with("alt", "media").accepting("*/*"))
                .bytes();
    }

    @Override
    public List<Stored> list(String prefix) throws Unanswered, InterruptedException {
        var asked = Asked.get("/storage/v1/b/" + Asked.encoded(name) + "/o").with("prefix", prefix);
        var found = new ArrayList<Stored>();
        for (var item : Pages.of(rest, asked, "items")) {
            found.add(new Stored(
                    item.path("name").asString(""), moment(item.path("updated").asString(""))));
        }
        return found;
    }

    @Override
    public void delete(String key) throws Unanswered, InterruptedException {
        try {
            rest.ask(Asked.delete(path(key)));
        } catch (Unanswered e) {
            if (e.why() != Why.ABSENT) {
                throw e;
            }
        }
    }

    private String path(String key) {
        return "/storage/v1/b/" + Asked.encoded(name) + "/o/" + Asked.encoded(key);
    }

    private static Instant moment(String text) throws Unanswered {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw Unanswered.because(Why.BROKEN, "the list has an object without a time");
        }
    }
}
