package muster.gauging;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An instant query. Source: Prometheus, "HTTP API", `GET /api/v1/query`: a scalar, or a vector of series each with a
/// time and a value as text.
///
/// @param token null if it asks for none
record PrometheusQuery(
        HttpClient client,
        URI server,
        String query,
        @Nullable String token) {

    Gauged answer() throws InterruptedException {
        var base = server.toString().replaceFirst("/+$", "");
        var address = base + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(GaugeReader.LONGEST);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        try {
            return read(client.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return new Gauged.Unknown(server + " cannot be reached: " + e.getMessage());
        }
    }

    private Gauged read(String body) {
        JsonNode answer;
        try {
            answer = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return new Gauged.Unknown(server + " does not answer as Prometheus does");
        }
        if (!answer.path("status").asString("").equals("success")) {
            return new Gauged.Unknown(server + " says: " + answer.path("error").asString("no reason"));
        }
        var result = answer.at("/data/result");
        return switch (answer.at("/data/resultType").asString("")) {
            case "scalar" -> GaugeReader.number(result.path(1).asString(""));
            case "vector" ->
                result.size() == 1
                        ? GaugeReader.number(result.at("/0/value/1").asString(""))
                        : new Gauged.Unknown("the query gives " + result.size() + " series\nMaybe aggregate: sum(...)");
            default -> new Gauged.Unknown("the query gives no number");
        };
    }
}
