package muster.markdown;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.Need;
import muster.plan.PhaseId;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// What must be there outside the workspace: items under a heading about infrastructure. The right to create,
/// rename and delete tables is tested with a scratch table; other services are remote.
final class InfrastructureExpectations {
    /// The name of the database that scratch tables are made in; the plan's user maps it to a real one.
    static final String DATABASE = "warehouse";

    private static final Pattern TABLE_RIGHTS =
            Pattern.compile("(?i)(?=.*\\btables?\\b)(?=.*\\b(?:create|rename|delete|drop|alter)\\b).*");
    private static final Pattern ADDRESS = Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s`)\\]?]+");
    private static final Pattern RESOURCE =
            Pattern.compile("(?<![\\w/:.-])[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+(?![\\w-]*[/:])");
    private static final Pattern PRODUCT = Pattern.compile(
            "\\b(?:BigQuery|Cloud Run|Cloud Build|Cloud Storage|GCS|S3|GKE|EKS|Kubernetes|Lambda|EC2|RDS|Redshift|Snowflake|Databricks|"
                    + "Pub/Sub|SQS|Kafka|Redis|PostgreSQL|Postgres|MySQL|Elasticsearch|Airflow|Jenkins|Azure [A-Z]\\w+|GitHub Actions)\\b");

    private final Reading reading;
    private final @Nullable Target target;

    InfrastructureExpectations(Reading reading, @Nullable Target target) {
        this.reading = reading;
        this.target = target;
    }

    /// Services by the words that documents use for them; the first that fits.
    private enum Service {
        QUOTA("quotas?|limits?", "quota"),
        COST("costs?|billing|budgets?", "cost-monitoring"),
        PERMISSION("permissions?|service accounts?|iam|roles?", "iam"),
        STORAGE("gcs|s3|buckets?|object stor\\w+|blob", "object-store"),
        JOB("jobs?|cloud run|deployed|functions?|services? deployed", "job"),
        DATABASE("bigquery|databases?|warehouse|postgres\\w*|mysql|snowflake|redshift|datasets?", "database"),
        MONITORING("monitoring|alerting|logging|dashboards?", "monitoring"),
        NETWORK("network|vpn|dns|firewall|ports?|endpoints?", "network"),
        SERVICE("", "service");

        private final Pattern words;
        private final String label;

        Service(String words, String label) {
            this.words = Pattern.compile("(?i).*\\b(?:" + words + ")\\b.*");
            this.label = label;
        }

        static Service of(String text) {
            return Stream.of(values())
                    .filter(service -> service.words.matcher(text).matches())
                    .findFirst()
                    .orElse(SERVICE);
        }
    }

    List<Expected> extract() {
        return reading.document().about(Topic.INFRASTRUCTURE).stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry ->
                        entry.item().tick() == Item.Tick.NONE && entry.text().lead() != null)
                .flatMap(this::expected)
                .toList();
    }

    private Stream<Expected> expected(Entry entry) {
        String lead = String.valueOf(entry.text().lead());
        String rest = entry.text().rest();
        if (TABLE_RIGHTS.matcher(rest).matches()) {
            return Stream.of(expected(
                    entry, lead + ": " + rest, AssuranceLevel.SCRATCH_ROUND_TRIP, new Probe.ScratchTable(DATABASE)));
        }
        Service named = Service.of(lead);
        Service service = named == Service.SERVICE ? Service.of(rest) : named;
        List<String> targets = targets(lead, rest);
        return targets.stream()
                .map(found -> expected(
                        entry,
                        targets.size() == 1 ? lead + ": " + rest : lead + ": " + found,
                        AssuranceLevel.EXISTS,
                        new Probe.Remote(service.label, found)));
    }

    private static List<String> targets(String lead, String rest) {
        return Stream.of(ADDRESS, RESOURCE, PRODUCT)
                .map(pattern -> pattern.matcher(rest)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of(lead.toLowerCase(Locale.ROOT)));
    }

    private Expected expected(Entry entry, String title, AssuranceLevel level, Probe probe) {
        List<PhaseId> phases =
                target == null ? List.of() : List.of(target.phase().id());
        return new Expected(
                title, title, entry.section().title(), Need.REQUIRED, level, probe, null, phases, entry.line());
    }
}
