package muster.packs.warehouse.naming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import muster.plan.Parsed;
import org.jspecify.annotations.Nullable;

/// A naming standard as data. Read one with [NamingFile].
///
/// @param shapes the form that the names of each category must have
/// @param ungoverned the form that names of a category without a rule would have
/// @param words all words that may occur in names
/// @param readings the definitions of "violation" that are applied side by side
/// @param products forms whose every filling is a table that is expected, beside those of the families that can be
/// listed
/// @param columns the rules for columns
public record NamingStandard(
        String name,
        String version,
        Map<String, Shape> shapes,
        Map<String, Shape> ungoverned,
        Set<String> words,
        Set<String> windows,
        VariantHistory history,
        List<Copy> copies,
        List<NameException> exceptions,
        Set<Reading> readings,
        List<Shape> products,
        ColumnRules columns) {

    /// Tables named by `copy` are supposed to hold the same rows as the tables named by `of`.
    record Copy(NamePattern copy, NamePattern of) {}

    public NamingStandard {
        shapes = Map.copyOf(shapes);
        ungoverned = Map.copyOf(ungoverned);
        words = Set.copyOf(words);
        windows = Set.copyOf(windows);
        copies = List.copyOf(copies);
        exceptions = List.copyOf(exceptions);
        readings = Set.copyOf(readings);
        products = List.copyOf(products);
    }

    /// The standard of the m008 warehouse, which comes with the pack.
    public static NamingStandard m008() {
        return switch (NamingFile.read("naming.txt", bundled())) {
            case Parsed.Ok<NamingStandard>(var standard) -> standard;
            case Parsed.Failed<NamingStandard>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /// The standard as it holds on a day: without the exceptions that are over or not yet in force.
    public NamingStandard on(LocalDate day) {
        var holding = exceptions.stream().filter(each -> each.holdsOn(day)).toList();
        return new NamingStandard(
                name,
                version,
                shapes,
                ungoverned,
                words,
                windows,
                history,
                copies,
                holding,
                readings,
                products,
                columns);
    }

    /// One verdict per table, in the given order.
    ///
    /// @param tables every table of the warehouse, since a target may be occupied by any of them
    public List<Verdict> judge(Collection<String> tables) {
        var judge = new Judge(this, TakenNames.of(tables));
        return tables.stream().map(judge::verdict).toList();
    }

    /// One verdict per column, in the order of the list.
    public List<ColumnVerdict> judgeColumns(NameList list) {
        var taken = list.texts().stream().collect(Collectors.groupingBy(ColumnJudge::written));
        var judge = new ColumnJudge(columns, taken);
        return list.names().stream().map(judge::verdict).toList();
    }

    /// Whether a name keeps the grammar: the same as [Verdict#compliant()], without the rest of the verdict.
    public boolean allows(String table) {
        return Reduced.of(table, this).codes().isEmpty();
    }

    /// Why a name does not keep the grammar, with the form that it would have to have; null if it does.
    public @Nullable String objection(String table) {
        if (allows(table)) {
            return null;
        }
        var verdict = judge(List.of(table)).getFirst();
        var shape = shapes.get(verdict.category());
        return verdict.flaws().stream()
                .map(flaw -> flaw.code() + (flaw.text().isEmpty() ? "" : " '" + flaw.text() + "'"))
                .collect(Collectors.joining(
                        ", ",
                        "",
                        shape == null
                                ? "; the standard has no form for the family " + verdict.category()
                                : "; the form is " + shape.pattern().text()));
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String bundled() {
        try (var stream = Objects.requireNonNull(NamingStandard.class.getResourceAsStream("naming.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
