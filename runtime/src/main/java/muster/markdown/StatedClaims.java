package muster.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import muster.json.Sha256;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Source;

/// The claims of one document while they are collected; each has an id that no other document's claim has.
final class StatedClaims {
    private static final int HASH = 10;
    private static final int LONGEST_SUBJECT = 160;
    /// No document that people read states so much; a generated list of figures ends here.
    private static final int MOST = 5_000;

    private final String path;
    private final String hash;
    private final List<Claim> all = new ArrayList<>();

    StatedClaims(String path) {
        this.path = path;
        this.hash = Sha256.of(path.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    }

    /// What is stated, and where.
    record Stated(ClaimValue value, String subject, Origin origin) {}

    void add(Stated stated, Passage.Sentence sentence) {
        if (all.size() < MOST) {
            all.add(new Claim(
                    new ItemId("c" + hash + "-" + sentence.line() + "-" + (all.size() + 1)),
                    Phrases.brief(stated.subject().strip(), LONGEST_SUBJECT),
                    stated.value(),
                    stated.origin(),
                    Phrases.brief(sentence.text(), Claim.LONGEST - 1),
                    new Source(path, sentence.line())));
        }
    }

    String path() {
        return path;
    }

    List<Claim> all() {
        return List.copyOf(all);
    }
}
