package muster.packs.training.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.validate-training`: looks for defects of a training file. The session is an engine in memory. All defects
/// are told, not the first.
///
/// @param folder files lie below it
public record ValidateTraining(Path folder) implements SessionAction {
    private static final int MOST = 1_000_000;

    /// A weekend and a holiday, in minutes.
    private static final int GAP = 5 * 24 * 60;

    private static final String SHARE = "0?\\.[0-9]+|[01](\\.0+)?";

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, IOException {
        var arguments = Arguments.of(call);
        arguments.required("file");
        var path = Objects.requireNonNull(arguments.file("file", folder));
        if (!Files.exists(path)) {
            throw new WrongArgument(path + " is not there");
        }
        var file = TrainingFile.of(Footer.read(path), arguments.text("key", "interval_time"));
        var defects = new ArrayList<>(footer(arguments).of(file));
        if (file.columns().stream().noneMatch(column -> column.name().equals(file.key()))) {
            defects.add(new Defect(Defect.Kind.COLUMNS, file.key(), "is missing, and it is the key"));
            return outcome(file, defects);
        }
        call.progress().accept(0.2, "key");
        defects.addAll(keys(arguments).of(session, file));
        call.progress().accept(0.4, "targets");
        var expected = arguments.text("targets", "");
        defects.addAll(
                new TargetCheck(expected.isEmpty() ? 0 : arguments.number("targets", 1, MOST)).of(session, file));
        call.progress().accept(0.6, "leakage");
        defects.addAll(LeakageCheck.of(session, file));
        return outcome(file, defects);
    }

    private FooterCheck footer(Arguments arguments) throws IOException {
        var contract = arguments.file("contract", folder);
        var share = arguments.text("nulls", "0.5");
        if (!share.matches(SHARE)) {
            throw new WrongArgument("nulls must be a share from 0 to 1, such as 0.2, got '%s'".formatted(share));
        }
        return new FooterCheck(contract == null ? null : Contract.read(contract), Double.parseDouble(share));
    }

    private static KeyCheck keys(Arguments arguments) {
        return new KeyCheck(
                new KeyCheck.Span(day(arguments, "from"), day(arguments, "until"), arguments.number("gap", GAP, MOST)));
    }

    private static String day(Arguments arguments, String name) {
        var text = arguments.text(name, "");
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text).toString();
        } catch (DateTimeException e) {
            throw new WrongArgument("%s must be a day such as 2025-01-31, got '%s'".formatted(name, text));
        }
    }

    private static ActionResult outcome(TrainingFile file, List<Defect> defects) {
        if (!defects.isEmpty()) {
            return new ActionResult.Failed(
                    "%d defects of %s\n".formatted(defects.size(), file.file().getFileName())
                            + defects.stream().map(Defect::toString).collect(Collectors.joining("\n")));
        }
        return new Outputs()
                .put("rows", file.rows())
                .put("columns", file.columns().size())
                .put("targets", file.targets().size())
                .put("features", file.features().size())
                .put("defects", 0)
                .succeeded();
    }
}
