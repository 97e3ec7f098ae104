package muster.discovery;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import muster.json.Sha256;
import muster.plan.ExpectationId;

/// Makes ids of paths: readable where the path allows it, with a part of its hash where it does not.
final class ExpectationIds {
    private static final int LONGEST = 100;
    private static final int HASH = 8;

    private final Set<String> given = new HashSet<>();

    ExpectationId of(String kind, String path) {
        var plain = path.toLowerCase(Locale.ROOT).replace('/', ':').replaceAll("[^a-z0-9._:-]", "-");
        var id = kind + ":" + plain;
        var exact = plain.equals(path.replace('/', ':')) && id.length() <= LONGEST;
        if (!exact || !given.add(id)) {
            id = id.substring(0, Math.min(id.length(), LONGEST)) + "-"
                    + Sha256.of(path).substring(0, HASH);
            given.add(id);
        }
        return new ExpectationId(id);
    }
}
