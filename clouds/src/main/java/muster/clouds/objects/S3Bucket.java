package muster.clouds.objects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import muster.clouds.calls.AwsCalls;
import muster.clouds.calls.Retries;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/// A bucket of S3 or of a store that speaks like it.
public record S3Bucket(S3Client client, Retries retries, String name) implements Bucket {

    @Override
    public void put(String key, byte[] bytes) throws Unanswered, InterruptedException {
        retries.of(() -> AwsCalls.of(
                () -> client.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(bytes))));
    }

    @Override
    public byte[] get(String key) throws Unanswered, InterruptedException {
        return retries.of(() -> AwsCalls.of(
                () -> client.getObjectAsBytes(request -> request.bucket(name).key(key))
                        .asByteArray()));
    }

    @Override
    public List<Stored> list(String prefix) throws Unanswered, InterruptedException {
        var found = new ArrayList<Stored>();
        var tokens = new HashSet<String>();
        var request = ListObjectsV2Request.builder().bucket(name).prefix(prefix).build();
        var page = page(request);
        add(page, found);
        while (Boolean.TRUE.equals(page.isTruncated())) {
            var token = page.nextContinuationToken();
            // The client's own paginator ends here without a word, and the list would be too short.
            if (token == null || !tokens.add(token)) {
                throw Unanswered.because(Why.BROKEN, "the list is cut off and does not tell where to go on");
            }
            page = page(request.toBuilder().continuationToken(token).build());
            add(page, found);
        }
        return found;
    }

    private ListObjectsV2Response page(ListObjectsV2Request request) throws Unanswered, InterruptedException {
        return retries.of(() -> AwsCalls.of(() -> client.listObjectsV2(request)));
    }

    private static void add(ListObjectsV2Response page, List<Stored> found) {
        page.contents().forEach(each -> found.add(new Stored(each.key(), each.lastModified())));
    }

    @Override
    public void delete(String key) throws Unanswered, InterruptedException {
        retries.of(() -> AwsCalls.of(
                () -> client.deleteObject(request -> request.bucket(name).key(key))));
    }
}
