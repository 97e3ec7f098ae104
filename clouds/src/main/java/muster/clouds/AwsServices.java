package muster.clouds;

import java.net.URI;
import java.util.Objects;
import muster.clouds.access.AwsCredential;
import muster.clouds.calls.Abilities;
import muster.clouds.calls.Retries;
import muster.clouds.objects.ObjectStores;
import muster.clouds.objects.ObservedPermissions;
import muster.clouds.objects.S3Bucket;
import muster.probes.cloud.Connection;
import muster.yaml.ServiceSpec;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// Connections to S3, and to stores that speak like it, through AWS's client.
final class AwsServices {
    private AwsServices() {}

    static Connection connect(ServiceSpec spec, Key key, Retries retries) {
        // Other stores know nothing of the checksums and chunks that newer clients add of themselves.
        var s3 = configured(S3Client.builder(), spec, key, retries)
                .forcePathStyle(spec.endpoint() != null)
                .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        var sts = configured(StsClient.builder(), spec, key, retries)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        var stores = new ObjectStores(name -> new S3Bucket(s3, retries, name), retries, spec.writing());
        return Abilities.none("a store of objects has no such thing")
                .storing(stores)
                .permitting(new ObservedPermissions(stores))
                .trusting(new AwsCredential(sts, retries));
    }

    /// The client's own tries are switched off: ours hold one deadline for all services.
    private static <B extends AwsClientBuilder<B, ?>> B configured(
            B builder, ServiceSpec spec, Key key, Retries retries) {
        if (spec.endpoint() != null) {
            builder.endpointOverride(URI.create(spec.endpoint()));
        }
        return builder.region(Region.of(Objects.requireNonNull(spec.region())))
                .credentialsProvider(provider(key))
                .overrideConfiguration(it ->
                        it.retryStrategy(DefaultRetryStrategy.doNotRetry()).apiCallAttemptTimeout(retries.tries()));
    }

    private static AwsCredentialsProvider provider(Key key) {
        return switch (key) {
            case Key.AwsPair(var id, var secret, var session) ->
                StaticCredentialsProvider.create(
                        session == null
                                ? AwsBasicCredentials.create(id, secret)
                                : AwsSessionCredentials.create(id, secret, session));
            case Key.Open _, Key.Missing _, Key.Token _, Key.ServiceAccount _ -> AnonymousCredentialsProvider.create();
        };
    }
}
