package muster.discovery;

import muster.plan.Language;
import muster.plan.Need;

/// A file that can be audited.
///
/// @param need optional if it is material of tests, somebody else's, or made to be imported rather than run
record Found(Kind kind, String path, Language language, Need need) {

    /// What it is in the repository.
    enum Kind {
        SCRIPT("script", "Scripts"),
        MODULE("module", "Modules"),
        WORKFLOW("workflow", "Workflows"),
        BUILD("build", "Builds"),
        IMAGE("image", "Images"),
        QUERY("query", "Queries"),
        CONFIGURATION("configuration", "Configuration");

        private final String word;
        private final String heading;

        Kind(String word, String heading) {
            this.word = word;
            this.heading = heading;
        }

        String word() {
            return word;
        }

        String heading() {
            return heading;
        }
    }
}
