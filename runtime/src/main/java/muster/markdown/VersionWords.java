package muster.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue.Version;
import muster.plan.Origin;

/// Versions of the project, of a language and of packages.
final class VersionWords {
    private static final String V = "v?(\\d{1,4}(?:\\.\\d{1,5}){0,3}(?:[-.]?(?:rc|alpha|beta|a|b|SNAPSHOT)\\.?\\d*)?)";
    private static final Pattern PROJECT = Pattern.compile(
            "(?i)^(?:the\\s+)?(?:current\\s+|latest\\s+|project\\s+|package\\s+)?(?:stable\\s+)?(?:version|release)(?:\\s+is)?\\s*:?\\s*`?v?(\\d{1,4}\\.\\d{1,5}(?:\\.\\d{1,5})?(?:-[\\w.]+)?)`?\\.?$");
    private static final Pattern LANGUAGE = Pattern.compile(
            "\\b(Python|Java|JDK|Node(?:\\.js)?|Go|Rust|Ruby|PHP)\\s+(?:version\\s+)?(?:>=\\s*|≥\\s*)?" + V
                    + "(?=\\s*(?:\\+|or (?:later|newer|higher|above)|and (?:later|newer|above)|is (?:required|needed)|\\.?$|[,;)]))");
    private static final Pattern NEEDS = Pattern.compile(
            "(?i)\\b(?:requires?|required|needs?|prerequisites?|minimum|built (?:with|for|on)|runs on|targets|compiled with|written (?:in|for))\\b");
    private static final Pattern PINNED = Pattern.compile("`?([A-Za-z][\\w.-]{1,50}?)`?\\s*==\\s*" + V);
    private static final Pattern OF_PACKAGE = Pattern.compile(
            "(?i)\\b(?:uses?|using|pinned to|pins|depends on|built on|requires)\\s+`([a-z][\\w.@/-]{1,50})`\\s+(?:at\\s+|version\\s+|to\\s+)?v?(\\d{1,4}\\.\\d{1,5}(?:\\.\\d{1,5})?)(?![\\w.]*\\d|\\+| or )");
    private static final Pattern THREE_PARTS = Pattern.compile("[=^~v\\s`]*(\\d{1,4}\\.\\d{1,5}\\.\\d{1,5})`?");
    private static final Pattern PACKAGE = Pattern.compile("`?([a-z][a-z0-9]*(?:[-_.@/][a-z0-9]+)*)`?");
    private static final Set<String> NOT_PACKAGES = Set.of(
            "version", "total", "python", "node", "java", "date", "dataset", "spec", "schema", "api", "protocol");

    /// Where a document says what the whole needs.
    private static final Pattern AT_THE_DOOR = Pattern.compile(
            "(?i)\\b(?:readme|install\\w*|contributing|setup|getting started|quick ?start|prerequisites?|requirements?|environment|development|building|infrastructure|overview|status)\\b|^$");
    private static final Pattern PAST = Pattern.compile(
            "(?i)\\b(?:was|were|last version|until|before|older|formerly|previous\\w*|since|dropped|removed|no longer|upgrade|migrat\\w+)\\b");
    private static final int MOST_PINS = 3;

    private VersionWords() {}

    static void read(Sentence sentence, StatedClaims claims) {
        String text = sentence.text();
        String setting = sentence.passage().setting();
        Matcher project = PROJECT.matcher(text.strip());
        if (project.find() && setting.indexOf('/') < 0) {
            add("project version", project.group(1), sentence, claims);
        }
        Matcher language = LANGUAGE.matcher(text);
        while (language.find()) {
            if (NEEDS.matcher(text).find()
                    && AT_THE_DOOR.matcher(claims.path() + " / " + setting).find()) {
                add("language " + language.group(1).toLowerCase(Locale.ROOT), language.group(2), sentence, claims);
            }
        }
        if (PINNED.matcher(text).results().count() <= MOST_PINS) {
            packages(PINNED.matcher(text), sentence, claims);
        }
        packages(OF_PACKAGE.matcher(text), sentence, claims);
    }

    private static void packages(Matcher found, Sentence sentence, StatedClaims claims) {
        while (found.find()) {
            add("package " + found.group(1), found.group(2), sentence, claims);
        }
    }

    /// A row that begins with a package and has a cell that is a version.
    static void row(String first, Sentence cell, StatedClaims claims) {
        Matcher version = THREE_PARTS.matcher(cell.text().strip());
        Matcher name = PACKAGE.matcher(first.strip());
        if (version.matches() && name.matches() && !NOT_PACKAGES.contains(name.group(1))) {
            add("package " + name.group(1), version.group(1), cell, claims);
        }
    }

    private static void add(String subject, String version, Sentence sentence, StatedClaims claims) {
        String setting = sentence.passage().setting();
        Origin origin = PAST.matcher(sentence.text()).find() ? Origin.PAST : Tense.ofSetting(setting);
        claims.add(new Stated(new Version(version), subject, origin), sentence);
    }
}
