package muster.clouds.doubles;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What a double answers.
///
/// @param octets of the body, one in each character
public record Answer(int status, Map<String, String> headers, String octets) {

    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), new String(body, StandardCharsets.ISO_8859_1));
    }

    public static Answer json(int status, String body) {
        return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer ok(String json) {
        return json(200, json);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    public Answer with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, octets);
    }

    byte[] body() {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }
}
