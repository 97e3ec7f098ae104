package muster.clouds.access;

import java.time.Instant;
import java.util.List;
import muster.clouds.calls.Ability;
import muster.clouds.calls.AwsCalls;
import muster.clouds.calls.Retries;
import muster.clouds.calls.Unanswered;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import software.amazon.awssdk.services.sts.StsClient;

/// Whether AWS accepts the credential: its Security Token Service is asked whose it is, which needs no permission. When
/// it expires AWS does not tell.
public record AwsCredential(StsClient client, Retries retries) implements Ability<CloudProbe.Credential> {

    @Override
    public List<Observation> of(CloudProbe.Credential probe, Instant now) throws Unanswered, InterruptedException {
        var identity = retries.of(() -> AwsCalls.of(client::getCallerIdentity));
        return new Validity(String.valueOf(identity.arn()), null).judged(probe, now);
    }
}
