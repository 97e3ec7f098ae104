package muster.yaml;

import java.time.Duration;
import java.util.List;
import muster.plan.CloudProbe;
import muster.plan.Matcher;
import muster.plan.Money;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Probes of connected services.
final class CloudForms {
    /// Not `service`, which is the key of a probe of this machine.
    private static final String SERVICE = "at";
    private static final String SERVICE_SAYS = "name under which the operator has connected the service";

    private static final Field<CloudProbe.ObjectStore, String> BUCKET = Field.required(
            "object-store",
            TextForm.SOME,
            CloudProbe.ObjectStore::bucket,
            "bucket in which a scratch object can be put, got, listed and deleted");
    private static final Field<CloudProbe.ObjectStore, String> STORE =
            Field.required(SERVICE, TextForm.SOME, CloudProbe.ObjectStore::service, SERVICE_SAYS);
    private static final Field<CloudProbe.ObjectStore, @Nullable String> PREFIX = Field.optional(
            "prefix", TextForm.SOME, CloudProbe.ObjectStore::prefix, "what the scratch object's name begins with");

    private static final Field<CloudProbe.DeployedJob, String> JOB = Field.required(
            "job",
            TextForm.SOME,
            CloudProbe.DeployedJob::job,
            "deployed job whose last run ended well and left output");
    private static final Field<CloudProbe.DeployedJob, String> JOBS =
            Field.required(SERVICE, TextForm.SOME, CloudProbe.DeployedJob::service, SERVICE_SAYS);
    private static final Field<CloudProbe.DeployedJob, @Nullable String> OUTPUT = Field.optional(
            "output",
            TextForm.SOME,
            CloudProbe.DeployedJob::output,
            "what the run must have written: gs://bucket/object, table:data-set.table, an artifact, or step:name");
    private static final Field<CloudProbe.DeployedJob, @Nullable Duration> OLDEST = Field.optional(
            "oldest", Durations.DURATION, CloudProbe.DeployedJob::oldest, "how long ago the last run may have ended");

    private static final Field<CloudProbe.Permission, List<String>> PERMISSIONS = Field.required(
            "permissions",
            new ListForm<>(TextForm.SOME, 1),
            CloudProbe.Permission::permissions,
            "what the credential may do on the resource, in the service's own words");
    private static final Field<CloudProbe.Permission, String> GRANTER =
            Field.required(SERVICE, TextForm.SOME, CloudProbe.Permission::service, SERVICE_SAYS);
    private static final Field<CloudProbe.Permission, String> RESOURCE = Field.required(
            "resource", TextForm.SOME, CloudProbe.Permission::resource, "such as projects/p, buckets/b or owner/name");

    private static final Field<CloudProbe.Quota, String> METRIC = Field.required(
            "quota", TextForm.SOME, CloudProbe.Quota::metric, "name of the quota, in the service's own words");
    private static final Field<CloudProbe.Quota, String> METERED =
            Field.required(SERVICE, TextForm.SOME, CloudProbe.Quota::service, SERVICE_SAYS);
    private static final Field<CloudProbe.Quota, Matcher> LEFT =
            Field.required("left", MatcherForms.MATCHER, CloudProbe.Quota::left, "how much of it is left");

    private static final Field<CloudProbe.CostMonitor, String> ACCOUNT = Field.required(
            "cost-monitor",
            TextForm.SOME,
            CloudProbe.CostMonitor::account,
            "billing account that has a budget with an alert");
    private static final Field<CloudProbe.CostMonitor, String> BILLED =
            Field.required(SERVICE, TextForm.SOME, CloudProbe.CostMonitor::service, SERVICE_SAYS);
    private static final Field<CloudProbe.CostMonitor, @Nullable Money> AMOUNT =
            Field.optional("amount", Estimates.MONEY, CloudProbe.CostMonitor::budget, "what the budget is at most");

    private static final Field<CloudProbe.Credential, String> CREDENTIAL = Field.required(
            "credential",
            TextForm.SOME,
            CloudProbe.Credential::service,
            "connected service whose credential is there and valid");
    private static final Field<CloudProbe.Credential, @Nullable Matcher> DAYS = Field.optional(
            "days", MatcherForms.MATCHER, CloudProbe.Credential::days, "days until the credential expires");

    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of(
            ProbeForms.one(
                    CloudProbe.ObjectStore.class,
                    List.of(BUCKET, STORE, PREFIX),
                    entry -> new CloudProbe.ObjectStore(entry.get(STORE), entry.get(BUCKET), entry.get(PREFIX))),
            ProbeForms.one(
                    CloudProbe.DeployedJob.class,
                    List.of(JOB, JOBS, OUTPUT, OLDEST),
                    entry -> new CloudProbe.DeployedJob(
                            entry.get(JOBS), entry.get(JOB), entry.get(OUTPUT), entry.get(OLDEST))),
            ProbeForms.one(
                    CloudProbe.Permission.class,
                    List.of(PERMISSIONS, GRANTER, RESOURCE),
                    entry ->
                            new CloudProbe.Permission(entry.get(GRANTER), entry.get(RESOURCE), entry.get(PERMISSIONS))),
            ProbeForms.one(
                    CloudProbe.Quota.class,
                    List.of(METRIC, METERED, LEFT),
                    entry -> new CloudProbe.Quota(entry.get(METERED), entry.get(METRIC), entry.get(LEFT))),
            ProbeForms.one(
                    CloudProbe.CostMonitor.class,
                    List.of(ACCOUNT, BILLED, AMOUNT),
                    entry -> new CloudProbe.CostMonitor(entry.get(BILLED), entry.get(ACCOUNT), entry.get(AMOUNT))),
            ProbeForms.one(
                    CloudProbe.Credential.class,
                    List.of(CREDENTIAL, DAYS),
                    entry -> new CloudProbe.Credential(entry.get(CREDENTIAL), entry.get(DAYS))));

    private CloudForms() {}
}
