package muster.clouds.doubles;

import static muster.clouds.doubles.Loopback.require;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import muster.clouds.doubles.Loopback.Unlike;

/// S3 with one bucket, addressed by path, and STS. Lists have two keys on a page.
public record S3Double(StoredObjects objects, String bucket, String keyId) implements Loopback.Api {
    private static final int PAGE = 2;

    @Override
    public Answer answer(Call call) throws Unlike {
        signed(call);
        if (call.path().equals("/") && call.method().equals("POST")) {
            return identity(call);
        }
        if (!call.path().startsWith("/" + bucket)) {
            return error(404, "NoSuchBucket");
        }
        var key = Call.decoded(call.path().substring(bucket.length() + 1).replaceFirst("^/", ""));
        return switch (call.method()) {
            case "PUT" -> put(key, call);
            case "GET" -> key.isEmpty() ? list(call) : get(key);
            case "DELETE" -> delete(key);
            default -> throw new Unlike("no such operation");
        };
    }

    /// Source: AWS, "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)".
    private void signed(Call call) throws Unlike {
        var shape = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + Pattern.quote(keyId)
                + "/\\d{8}/[a-z0-9-]+/(s3|sts)/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}");
        var matcher = shape.matcher(call.header("Authorization"));
        require(matcher.matches(), "no signature of version 4: " + call.header("Authorization"));
        require(matcher.group(2).contains("host") && matcher.group(2).contains("x-amz-date"), "host and date unsigned");
        require(call.header("x-amz-date").matches("\\d{8}T\\d{6}Z"), "no x-amz-date");
        require(
                matcher.group(1).equals("sts")
                        || !call.header("x-amz-content-sha256").isEmpty(),
                "no content hash");
    }

    private Answer put(String key, Call call) throws Unlike {
        require(!key.isEmpty(), "an object needs a key");
        require(call.header("Content-Length").equals(Integer.toString(call.body().length)), "no length");
        require(!call.header("Content-Encoding").contains("aws-chunked"), "chunks are not understood by every store");
        objects.put(key, call.body());
        return Answer.empty(200).with("ETag", "\"etag\"");
    }

    private Answer get(String key) {
        var found = objects.get(key);
        return found == null
                ? error(404, "NoSuchKey")
                : Answer.of(200, "binary/octet-stream", found.bytes()).with("ETag", "\"etag\"");
    }

    private Answer delete(String key) {
        objects.remove(key);
        return Answer.empty(204);
    }

    private Answer list(Call call) throws Unlike {
        require(call.parameter("list-type").equals("2"), "list-type must be 2");
        var found = new ArrayList<>(objects.list(call.parameter("prefix")).entrySet());
        int from = call.parameter("continuation-token").isEmpty()
                ? 0
                : Integer.parseInt(call.parameter("continuation-token"));
        int to = Math.min(found.size(), from + PAGE);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + bucket + "</Name>");
        xml.append("<IsTruncated>").append(to < found.size()).append("</IsTruncated>");
        if (to < found.size()) {
            xml.append("<NextContinuationToken>").append(to).append("</NextContinuationToken>");
        }
        found.subList(Math.min(from, to), to)
                .forEach(each -> xml.append("<Contents><Key>")
                        .append(each.getKey())
                        .append("</Key><LastModified>")
                        .append(each.getValue().modified())
                        .append("</LastModified><Size>")
                        .append(each.getValue().bytes().length)
                        .append("</Size></Contents>"));
        return xml(200, xml.append("</ListBucketResult>").toString());
    }

    private static Answer identity(Call call) throws Unlike {
        require(call.text().contains("Action=GetCallerIdentity"), "unknown action " + call.text());
        require(call.text().contains("Version=2011-06-15"), "no version");
        return xml(
                200,
                "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                        + "<Arn>arn:aws:iam::123456789012:user/auditor</Arn><UserId>U</UserId><Account>123456789012</Account>"
                        + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    /// A refusal as S3 words it.
    public static Answer error(int status, String code) {
        return xml(status, "<Error><Code>" + code + "</Code><Message>injected</Message></Error>");
    }

    /// A refusal as STS words it.
    public static Answer refusal(int status, String code) {
        return xml(
                status,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>injected</Message></Error>"
                        + "</ErrorResponse>");
    }

    private static Answer xml(int status, String body) {
        return Answer.of(status, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }
}
