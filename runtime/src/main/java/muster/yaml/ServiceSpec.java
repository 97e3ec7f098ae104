package muster.yaml;

import muster.plan.Location;
import org.jspecify.annotations.Nullable;

/// A service as the operator describes it; the file holds names of secrets, never secrets.
///
/// @param endpoint address other than the service's own, such as that of an S3-compatible store
/// @param project Google Cloud project, or `owner/name` of a GitHub repository
/// @param dataset of BigQuery, where tables without one stand
/// @param credential none if the service is open to everybody
public record ServiceSpec(
        String name,
        Kind kind,
        @Nullable String endpoint,
        @Nullable String project,
        @Nullable String region,
        @Nullable String dataset,
        @Nullable CredentialSource credential,
        Writing writing,
        Location at) {

    /// What the service speaks.
    public enum Kind {
        S3,
        GCS,
        BIGQUERY,
        CLOUD_RUN,
        GITHUB,
        GOOGLE_CLOUD
    }

    /// Whether probes may write scratch objects and tables, which they remove again.
    public enum Writing {
        REFUSED,
        ALLOWED
    }

    /// Where a credential comes from.
    public sealed interface CredentialSource {

        /// A token in an environment variable.
        record Variable(String variable) implements CredentialSource {}

        /// A file with a token, or with the key of a Google service account.
        record File(String path) implements CredentialSource {}

        /// An access key of AWS in environment variables.
        ///
        /// @param session variable of the session's token, for temporary keys
        record KeyPair(
                String keyId, String secretKey, @Nullable String session) implements CredentialSource {}
    }
}
