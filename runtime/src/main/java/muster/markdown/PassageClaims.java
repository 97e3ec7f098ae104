package muster.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue;
import muster.plan.Origin;

/// The claims of running prose, of an item or of a cell.
final class PassageClaims {
    private static final Pattern LOCAL = Pattern.compile("(?!\\w+:|//|#|/|\\{|<|\\$)[^\\s#?]+");
    private static final Pattern CODE = Pattern.compile("`([^`]{1,200})`");
    /// Words by which a path is not said to be there.
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)\\b(?:creates?|created|creating|writes?|writing|written|generates?|generated|outputs?|produces?|produced|saves?|saved|adds?|new|would|will|should|must|could|can|may|might|if|e\\.g|for"
                    + " example|example|such as|like|missing|"
                    + "no|not|never|without|removed?|deleted?|was|were|instead|renamed?|moved|replaces?|replaced|replacing|old|copy|clone|put|place|ignored?|optional|your|you|downloads?|install\\w*|expects?|looks?"
                    + " for|deliverable\\w*|proposed|proposal|absent|gone|lost|to"
                    + " be|until|plan\\w*|former\\w*|upstream|user)\\b|[*{<]|→|->|❌");
    private static final Pattern ELSEWHERE_HEADING =
            Pattern.compile("(?i)\\b(?:deliverables?|outputs?|output format|future|roadmap|proposals?|todo|next"
                    + " steps?|changelog|change log|history|release notes|what is wrong|missing|defects?|not"
                    + " done|examples?|plans?|proposed|design)\\b");

    private PassageClaims() {}

    static void read(Passage passage, StatedClaims claims) {
        passage.links().forEach(link -> link(passage, link, claims));
        for (Sentence sentence : passage.sentences()) {
            new SentenceFigures(sentence, claims).read();
            StatusWords.read(sentence, claims);
            VersionWords.read(sentence, claims);
            DateWords.read(sentence, claims);
            ColumnWords.read(sentence, claims);
            LimitWords.read(sentence, claims);
            paths(sentence, claims);
        }
    }

    private static void link(Passage passage, Passage.Link link, StatedClaims claims) {
        Matcher local = LOCAL.matcher(link.to());
        if (local.lookingAt()) {
            String path = local.group().replace("%20", " ");
            claims.add(
                    new Stated(new ClaimValue.Existence(path), "link", Tense.ofSetting(passage.setting())),
                    new Sentence(passage.text(), link.line(), passage));
        }
    }

    /// A path with a folder in it, spoken of as if it were there.
    private static void paths(Sentence sentence, StatedClaims claims) {
        Passage passage = sentence.passage();
        if (ELSEWHERE.matcher(CODE.matcher(sentence.text()).replaceAll("#")).find()
                || ELSEWHERE_HEADING.matcher(passage.setting()).find()) {
            return;
        }
        Matcher code = CODE.matcher(sentence.text());
        while (code.find()) {
            String path = code.group(1).strip();
            if (path.indexOf('/') > 0 && Paths.isPath(path) && !path.startsWith(".")) {
                Origin origin = Tense.ofSetting(passage.setting());
                claims.add(new Stated(new ClaimValue.Existence(path), path, origin), sentence);
            }
        }
    }
}
