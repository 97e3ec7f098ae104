package muster.probes.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where another machine keeps its accounts.
record TheirBook(Inquiry inquiry) implements Accounts.Book {
    @Override
    public List<String> lines(Path file) throws IOException {
        var answer = inquiry.of("cat", "--", file.toString());
        if (answer.exit() != 0) {
            throw new IOException(answer.complaint());
        }
        return answer.stdout().lines().toList();
    }

    /// A machine without `getent` has no accounts but those in its files.
    @Override
    public @Nullable String entry(String table, String key) {
        try {
            var answer = inquiry.of("getent", "--", table, key);
            return answer.exit() == 0 ? answer.stdout() : null;
        } catch (Unanswered e) {
            if (e.isLacking()) {
                return null;
            }
            throw e;
        }
    }
}
