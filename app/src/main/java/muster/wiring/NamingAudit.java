package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.packs.warehouse.naming.ColumnVerdict;
import muster.packs.warehouse.naming.Gap;
import muster.packs.warehouse.naming.KnownTables;
import muster.packs.warehouse.naming.Mention;
import muster.packs.warehouse.naming.NameList;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;

/// A list of names, judged by a standard as it holds on a day.
public sealed interface NamingAudit {
    /// Lists whose words are the subjects of tables.
    Set<String> SUBJECTS = Set.of("PAIR", "CUR");

    NamingStandard standard();

    LocalDate day();

    /// Names that the list has more than once; each is judged once.
    List<String> repeated();

    /// Tables: a verdict each, what the standard promises and is not there, and names in documents that are none.
    record Tables(
            NamingStandard standard,
            LocalDate day,
            List<String> repeated,
            List<Verdict> verdicts,
            List<Gap> gaps,
            List<Mention> mentions)
            implements NamingAudit {
        public Tables {
            repeated = List.copyOf(repeated);
            verdicts = List.copyOf(verdicts);
            gaps = List.copyOf(gaps);
            mentions = List.copyOf(mentions);
        }
    }

    /// Columns: a verdict each.
    record Columns(NamingStandard standard, LocalDate day, List<String> repeated, List<ColumnVerdict> verdicts)
            implements NamingAudit {
        public Columns {
            repeated = List.copyOf(repeated);
            verdicts = List.copyOf(verdicts);
        }
    }

    /// @param standard the name of a standard, or a rule file
    /// @param documents texts in which names of tables are looked for
    /// @throws UnreadableInput if the list or the rule file has mistakes
    static Tables tables(Path names, String standard, LocalDate day, List<Path> documents) throws IOException {
        var list = NamingStandards.value(NameList.tables(names.toString(), NamingStandards.text(names)));
        var rules = NamingStandards.of(standard).on(day);
        var known = KnownTables.of(rules, list.texts(), SUBJECTS);
        var mentions = new ArrayList<Mention>();
        for (var document : documents) {
            mentions.addAll(Mention.in(document.toString(), NamingStandards.text(document), known));
        }
        return new Tables(
                rules, day, list.repeated(), rules.judge(list.texts()), Gap.analysis(rules, list.texts()), mentions);
    }

    /// @param standard the name of a standard, or a rule file
    /// @throws UnreadableInput if the list or the rule file has mistakes
    static Columns columns(Path names, String standard, LocalDate day) throws IOException {
        var list = NamingStandards.value(NameList.columns(names.toString(), NamingStandards.text(names)));
        var rules = NamingStandards.of(standard).on(day);
        return new Columns(rules, day, list.repeated(), rules.judgeColumns(list));
    }
}
