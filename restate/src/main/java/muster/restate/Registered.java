package muster.restate;

import java.net.URI;

/// A worker that Restate knows.
///
/// @param address as the nodes see it
/// @param service its name in Restate, which workers share
/// @param deployment id that Restate gave it
public record Registered(URI address, String service, String deployment) {

    /// Calls that another worker has which does not answer, as a query of Restate's tables. What a worker had under way
    /// when it ended fails with `RT0010` then, which says that it cannot be reached; for some tries it may only be
    /// starting anew. Calls are over in milliseconds, so nobody but [Takeover] pauses them.
    String strandedCalls() {
        return """
                select id, status, pinned_deployment_id from sys_invocation
                where target_service_name = '%s'
                and coalesce(pinned_deployment_id, last_attempt_deployment_id) <> '%s'
                and (status = 'paused'
                or (status = 'backing-off' and last_failure_error_code = 'RT0010' and retry_count > 5))
                limit 200""".formatted(service.replace("'", "''"), deployment).replace('\n', ' ');
    }
}
