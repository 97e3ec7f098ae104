package muster.claims;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.claims.PublishedLimit.Kind;
import muster.claims.PublishedLimit.Naming;
import muster.plan.ClaimValue.Limit;
import org.jspecify.annotations.Nullable;

/// Limits and default quotas that publishers of services state. Publishers change them: each has the address of its
/// page as of 2026, and a quota probe outranks it.
final class PublishedLimits {
    private static final Map<String, Pattern> SERVICES = services();
    private static final String BIGQUERY = "https://cloud.google.com/bigquery/quotas";
    private static final String ACTIONS = "https://docs.github.com/en/actions/reference/limits";
    private static final String GITHUB =
            "https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api";
    private static final String S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html";
    private static final String GCS = "https://cloud.google.com/storage/quotas";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// The page that a group of limits stands on.
    private record Page(String service, String source) {
        PublishedLimit quota(String about, Limit limit, String metric) {
            return new PublishedLimit(
                    service, words(about), limit, Kind.DEFAULT, Naming.ANYWHERE, metric, "MiB", source);
        }

        PublishedLimit fixed(String about, Limit limit) {
            return new PublishedLimit(service, words(about), limit, Kind.FIXED, Naming.ANYWHERE, "", "", source);
        }

        /// One whose words are said of many services.
        PublishedLimit beside(String about, Limit limit, Kind kind) {
            return new PublishedLimit(service, words(about), limit, kind, Naming.BESIDE, "", "", source);
        }
    }

    private static final Page BQ = new Page("BigQuery", BIGQUERY);
    private static final Page GH = new Page("GitHub", GITHUB);
    private static final Page GA = new Page("GitHub", ACTIONS);
    private static final Page AWS = new Page("Amazon S3", S3);
    private static final Page STORE = new Page("Cloud Storage", GCS);

    static final List<PublishedLimit> ALL = List.of(
            BQ.quota("query|scan|scanned|processed quota|usage|daily|day", most("200", "TiB", DAY), "QueryUsagePerDay"),
            BQ.quota("query|scan|scanned|processed free", most("1", "TiB", Duration.ofDays(30)), ""),
            BQ.quota("copy job", most("100000", "jobs", DAY), ""),
            BQ.fixed(
                    "table metadata|schema change|update|changed|operation|rename",
                    most("5", "updates", Duration.ofSeconds(10))),
            BQ.fixed("dataset metadata|update change|update|operation", most("5", "updates", Duration.ofSeconds(10))),
            BQ.fixed("table modification|operation", most("1500", "modifications", DAY)),
            BQ.fixed("interactive query queue|queued", most("1000", "queries", null)),
            BQ.fixed("table|resource per|a|each|one|single|referenced query", most("1000", "tables", null)),
            BQ.fixed("column table|view|result|schema", most("10000", "columns", null)),
            BQ.fixed("column cluster|clustered|clustering table|by|in|a|per", most("4", "columns", null)),
            BQ.fixed("nested|nesting view level|depth|deep|nested", most("16", "levels", null)),
            BQ.fixed("authorized view", most("2500", "views", null)),
            BQ.fixed("copy source job|table", most("1200", "tables", null)),
            BQ.fixed("clone|snapshot base|table", most("1000", "clones", null)),
            BQ.beside("table dataset", none(), Kind.FIXED),
            BQ.beside("dataset project", none(), Kind.FIXED),
            GH.beside(
                    "api|rest request|call authenticated|user|token|personal",
                    most("5000", "requests", Duration.ofHours(1)),
                    Kind.FIXED),
            GH.beside(
                    "api|rest request|call unauthenticated|anonymous",
                    most("60", "requests", Duration.ofHours(1)),
                    Kind.FIXED),
            GA.fixed("matrix job|combination", most("256", "jobs", null)),
            GA.beside("job execution|run|time|long|duration", most("6", "hours", null), Kind.FIXED),
            GA.beside("workflow run time|duration|long", most("35", "days", null), Kind.FIXED),
            AWS.fixed("part multipart|upload", most("10000", "parts", null)),
            AWS.fixed("key length|long|name", most("1024", "bytes", null)),
            STORE.beside("object size|large|big", most("5", "TiB", null), Kind.FIXED),
            STORE.beside(
                    "object update|write|overwrite same|name|one|single", most("1", "writes", SECOND), Kind.FIXED));

    private PublishedLimits() {}

    private static Map<String, Pattern> services() {
        var services = new LinkedHashMap<String, Pattern>();
        services.put("BigQuery", Pattern.compile("(?i)\\bbig.?query\\b|\\bbq (?:query|mk|ls|load|cp|show|update)\\b"));
        services.put("Cloud Storage", Pattern.compile("\\b(?:(?:Google )?Cloud Storage|GCS)\\b|\\bgs://|\\bgsutil\\b"));
        services.put("Amazon S3", Pattern.compile("\\bS3\\b|\\bs3://"));
        services.put("GitHub", Pattern.compile("\\bGitHub\\b"));
        return services;
    }

    /// The services that a text names.
    static Set<String> named(String text) {
        return SERVICES.entrySet().stream()
                .filter(service -> service.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Limit most(String amount, String unit, @Nullable Duration per) {
        return new Limit(new BigDecimal(amount), unit, per);
    }

    private static Limit none() {
        return new Limit(null, "", null);
    }

    private static List<Set<String>> words(String about) {
        return Arrays.stream(about.split(" ", -1))
                .map(any -> Set.of(any.split("\\|", -1)))
                .toList();
    }
}
