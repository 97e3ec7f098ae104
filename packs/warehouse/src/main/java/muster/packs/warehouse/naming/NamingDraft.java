package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A standard while its file is read, line by line.
final class NamingDraft {
    private String name = "";
    private String version = "";
    private final NamingLists lists;
    private final NamingFamilies families;
    private final NamingExceptions exceptions;
    private final List<VariantHistory.Written> written = new ArrayList<>();
    private VariantHistory.@Nullable Meaning legend;
    private final List<NamingStandard.Copy> copies = new ArrayList<>();
    private final List<Shape> products = new ArrayList<>();
    private final List<ColumnRules.Form> columnForms = new ArrayList<>();
    private final Set<String> reserved = new HashSet<>();
    private Set<Reading> readings = EnumSet.of(Reading.R4, Reading.R5);

    NamingDraft(NamingLists lists, NamingFamilies families, NamingExceptions exceptions) {
        this.lists = lists;
        this.families = families;
        this.exceptions = exceptions;
    }

    boolean isUnnamed() {
        return name.isEmpty();
    }

    void standard(NamingLine line) {
        if (!isUnnamed()) {
            line.complain(0, "the standard is named already: " + name + " " + version);
        } else if (line.isOf(3, "standard NAME VERSION")) {
            name = line.word(1);
            version = line.word(2);
        }
    }

    void readings(NamingLine line) {
        if (line.has(2, "readings R4 R5")) {
            var some = NamingExceptions.readings(String.join(",", line.from(1)));
            if (some == null) {
                line.complain(
                        1,
                        "expected some of " + Arrays.toString(Reading.values()) + ", got '" + line.textFrom(1) + "'");
            } else {
                readings = some;
            }
        }
    }

    void expect(NamingLine line) {
        var pattern = line.isOf(2, "expect FORM") ? lists.form(line, 1, "expect FORM") : null;
        if (pattern != null) {
            products.add(new Shape(pattern, 0, 0));
        }
    }

    void column(NamingLine line) {
        var form = "column READING KIND FORM";
        var pattern = line.isOf(4, form) ? lists.form(line, 3, form) : null;
        var reading = line.size() == 4 ? columnReading(line) : null;
        if (pattern != null && reading != null) {
            columnForms.add(new ColumnRules.Form(reading, line.word(2), pattern));
        }
    }

    void reserved(NamingLine line) {
        if (line.has(2, "reserved word ...")) {
            reserved.addAll(line.from(1));
        }
    }

    private static @Nullable ColumnReading columnReading(NamingLine line) {
        var reading = Arrays.stream(ColumnReading.values())
                .filter(each -> each.name().equals(line.word(1)))
                .findFirst()
                .orElse(null);
        if (reading == null) {
            line.complain(
                    1, "expected one of " + Arrays.toString(ColumnReading.values()) + ", got '" + line.word(1) + "'");
        }
        return reading;
    }

    void history(NamingLine line) {
        var form = "history FORM VARIANT why ...";
        var pattern = line.has(4, form) ? lists.form(line, 1, form) : null;
        var meaning = line.size() < 4 ? null : meaning(line, 2);
        if (pattern != null && meaning != null) {
            written.add(new VariantHistory.Written(pattern, meaning));
        }
    }

    void legend(NamingLine line) {
        if (legend != null) {
            line.complain(0, "there is a legend already: " + legend.variant().token());
        } else if (line.has(3, "legend VARIANT why ...")) {
            legend = meaning(line, 1);
        }
    }

    void copy(NamingLine line) {
        var form = "copy FORM FORM";
        var copy = line.isOf(3, form) ? lists.form(line, 1, form) : null;
        var of = copy == null ? null : lists.form(line, 2, form);
        if (copy == null || of == null) {
            return;
        }
        if (copy.symbols().equals(of.symbols())) {
            copies.add(new NamingStandard.Copy(copy, of));
        } else {
            line.complain(2, "names the lists " + of.symbols() + ", the copy names " + copy.symbols());
        }
    }

    NamingStandard toStandard() {
        var windows = lists.of(Shape.WINDOW).stream()
                .flatMap(window -> Stream.of(window, "w" + window))
                .collect(Collectors.toSet());
        var words = Stream.of(lists.known().stream(), families.words(), windows.stream())
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        return new NamingStandard(
                name,
                version,
                families.governed(),
                families.ungoverned(),
                words,
                windows,
                new VariantHistory(written, legend),
                copies,
                exceptions.all(),
                readings,
                products,
                new ColumnRules(columnForms, reserved, lists.of(Shape.WINDOW)));
    }

    private static VariantHistory.@Nullable Meaning meaning(NamingLine line, int index) {
        return Arrays.stream(Variant.values())
                .filter(variant -> variant.token().equals(line.word(index)))
                .findFirst()
                .map(variant -> new VariantHistory.Meaning(variant, line.textFrom(index + 1)))
                .orElseGet(() -> {
                    line.complain(index, "unknown variant '" + line.word(index) + "'");
                    return null;
                });
    }
}
