package muster.clouds;

import com.google.auth.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A token that is sent as it is. Google's own class for one tries to refresh it once it is rejected, fails, and hides
/// the rejection.
final class HandedOverToken extends Credentials {
    private static final long serialVersionUID = 1;

    private final String token;

    HandedOverToken(String token) {
        this.token = token;
    }

    @Override
    public String getAuthenticationType() {
        return "OAuth2";
    }

    @Override
    public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) {
        return Map.of("Authorization", List.of("Bearer " + token));
    }

    @Override
    public boolean hasRequestMetadata() {
        return true;
    }

    @Override
    public boolean hasRequestMetadataOnly() {
        return true;
    }

    @Override
    public void refresh() {
        // There is nothing to refresh it with.
    }
}
