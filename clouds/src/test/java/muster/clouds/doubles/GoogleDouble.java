package muster.clouds.doubles;

import static muster.clouds.doubles.Loopback.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.clouds.doubles.Loopback.Unlike;

/// Google's token introspection, permission tests, quotas, use of quotas and budgets.
public final class GoogleDouble implements Loopback.Api {
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+\\.[a-zA-Z.]+)\"");

    private final String token;
    private final List<String> budgets = new ArrayList<>();
    private final Set<String> granted = Set.of("storage.objects.get", "bigquery.jobs.create");
    private long expires = 4_102_444_800L;
    private String used = "30";

    public GoogleDouble(String token) {
        this.token = token;
    }

    public GoogleDouble expiring(long epochSecond) {
        expires = epochSecond;
        return this;
    }

    public GoogleDouble used(String points) {
        used = points;
        return this;
    }

    public GoogleDouble budget(String name, int units, int thresholds) {
        var rules = java.util.stream.IntStream.range(0, thresholds)
                .mapToObj(_ -> "{\"thresholdPercent\": 0.9}")
                .collect(Collectors.joining(","));
        budgets.add(("{\"displayName\": \"%s\", \"amount\": {\"specifiedAmount\": {\"currencyCode\": \"USD\","
                        + " \"units\": \"%d\"}}, \"thresholdRules\": [%s]}")
                .formatted(name, units, rules));
        return this;
    }

    @Override
    public Answer answer(Call call) throws Unlike {
        if (call.fits("POST", "/tokeninfo") != null) {
            return introspected(call);
        }
        require(call.header("Authorization").equals("Bearer " + token), "not authorised");
        if (call.fits("POST", "/v3/projects/acme:testIamPermissions") != null) {
            require(call.text().contains("\"permissions\":["), "no permissions asked for");
            return permissions(
                    QUOTED.matcher(call.text()).results().map(it -> it.group(1)).toList());
        }
        if (call.fits("GET", "/storage/v1/b/lake/iam/testPermissions") != null) {
            return permissions(List.of(call.parameter("permissions")));
        }
        if (call.fits("GET", "/v1/billingAccounts/0A-1B/budgets") != null) {
            return Paged.google(call, "budgets", budgets);
        }
        return quotas(call);
    }

    private Answer introspected(Call call) throws Unlike {
        require(call.query().isEmpty(), "a token must not stand in an address");
        require(call.header("Content-Type").startsWith("application/x-www-form-urlencoded"), "no form");
        return call.text().equals("access_token=" + token)
                ? Answer.ok(
                        "{\"email\": \"auditor@acme.example\", \"exp\": \"" + expires + "\", \"expires_in\": \"3599\"}")
                : Answer.json(400, "{\"error_description\": \"Invalid Value\"}");
    }

    private Answer permissions(List<String> wanted) {
        var found = wanted.stream().filter(granted::contains).map(it -> "\"" + it + "\"");
        return Answer.ok("{\"permissions\": [" + found.collect(Collectors.joining(",")) + "]}");
    }

    private Answer quotas(Call call) throws Unlike {
        if (call.fits(
                        "GET",
                        "/v1/projects/acme/locations/global/services/compute.googleapis.com/quotaInfos/CPUS-per-region")
                != null) {
            return Answer.ok("{\"metric\": \"compute.googleapis.com/cpus\", \"dimensionsInfos\": ["
                    + "{\"details\": {\"value\": \"100\"}}, {\"details\": {\"value\": \"72\"}}]}");
        }
        if (call.fits("GET", "/v3/projects/acme/timeSeries") != null) {
            require(call.parameter("filter").contains("metric.type="), "no metric");
            require(!call.parameter("interval.endTime").isEmpty(), "no interval");
            return Answer.ok(
                    used.isEmpty()
                            ? "{}"
                            : "{\"timeSeries\": [{\"points\": [{\"value\": {\"int64Value\": \"" + used
                                    + "\"}}, {\"value\": {\"int64Value\": \"99\"}}]}]}");
        }
        return Answer.json(404, "{\"error\": {\"message\": \"not found\"}}");
    }
}
