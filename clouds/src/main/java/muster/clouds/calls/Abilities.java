package muster.clouds.calls;

import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import muster.probes.cloud.CloudProbes;
import muster.probes.cloud.Connection;

/// A connected service, put together from what it can answer.
public record Abilities(
        Ability<CloudProbe.ObjectStore> objects,
        Ability<CloudProbe.DeployedJob> jobs,
        Ability<CloudProbe.Permission> permissions,
        Ability<CloudProbe.Quota> quotas,
        Ability<CloudProbe.CostMonitor> budgets,
        Ability<CloudProbe.Credential> credentials)
        implements Connection {

    @Override
    public List<Observation> of(CloudProbe probe, Instant now) throws InterruptedException {
        try {
            return switch (probe) {
                case CloudProbe.ObjectStore store -> objects.of(store, now);
                case CloudProbe.DeployedJob job -> jobs.of(job, now);
                case CloudProbe.Permission permission -> permissions.of(permission, now);
                case CloudProbe.Quota quota -> quotas.of(quota, now);
                case CloudProbe.CostMonitor monitor -> budgets.of(monitor, now);
                case CloudProbe.Credential credential -> credentials.of(credential, now);
            };
        } catch (Unanswered e) {
            return List.of(e.observed(CloudProbes.kind(probe), probe.target()));
        }
    }

    /// A service of which nothing can be asked.
    public static Abilities none(String why) {
        return new Abilities(
                Ability.none(why),
                Ability.none(why),
                Ability.none(why),
                Ability.none(why),
                Ability.none(why),
                Ability.none(why));
    }

    public Abilities storing(Ability<CloudProbe.ObjectStore> other) {
        return new Abilities(other, jobs, permissions, quotas, budgets, credentials);
    }

    public Abilities running(Ability<CloudProbe.DeployedJob> other) {
        return new Abilities(objects, other, permissions, quotas, budgets, credentials);
    }

    public Abilities permitting(Ability<CloudProbe.Permission> other) {
        return new Abilities(objects, jobs, other, quotas, budgets, credentials);
    }

    public Abilities metering(Ability<CloudProbe.Quota> other) {
        return new Abilities(objects, jobs, permissions, other, budgets, credentials);
    }

    public Abilities budgeting(Ability<CloudProbe.CostMonitor> other) {
        return new Abilities(objects, jobs, permissions, quotas, other, credentials);
    }

    public Abilities trusting(Ability<CloudProbe.Credential> other) {
        return new Abilities(objects, jobs, permissions, quotas, budgets, other);
    }
}
