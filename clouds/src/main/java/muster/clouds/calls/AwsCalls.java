package muster.clouds.calls;

import java.util.function.Supplier;
import muster.clouds.calls.Unanswered.Why;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Calls of AWS's client, with its failures as ours.
public final class AwsCalls {
    private AwsCalls() {}

    /// The answer of one try.
    public static <T> T of(Supplier<T> call) throws Unanswered, InterruptedException {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw failure(e);
        } catch (AbortedException _) {
            throw new InterruptedException("the call was interrupted");
        } catch (SdkClientException e) {
            throw Unanswered.because(Why.BROKEN, e.getClass().getSimpleName());
        }
    }

    private static Unanswered failure(AwsServiceException e) {
        var details = e.awsErrorDetails();
        var code = details == null ? "" : String.valueOf(details.errorCode());
        var failure = e.isThrottlingException()
                ? Unanswered.because(Why.THROTTLED, e.statusCode() + " " + code)
                : Unanswered.ofStatus(e.statusCode(), code);
        return rejected(code) ? Unanswered.because(Why.UNAUTHENTICATED, e.statusCode() + " " + code) : failure;
    }

    /// AWS answers 403 to credentials that it does not know, too.
    private static boolean rejected(String code) {
        return switch (code) {
            case "InvalidAccessKeyId",
                    "SignatureDoesNotMatch",
                    "InvalidClientTokenId",
                    "ExpiredToken",
                    "ExpiredTokenException",
                    "InvalidToken" -> true;
            default -> false;
        };
    }
}
