package muster.packs.warehouse.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.series.Market;
import muster.packs.warehouse.series.SeriesFile;
import muster.packs.warehouse.series.SeriesTable;
import muster.packs.warehouse.sql.Session;

/// Where series come from.
sealed interface Origin {
    /// Pairs and assets whose series are to be made.
    List<String> subjects();

    /// Makes the series of a subject.
    Outcome make(Making making, Session session, String subject) throws SQLException, IOException;

    /// The tables that would be made.
    default List<String> tables() {
        return subjects().stream().map(Origin::table).toList();
    }

    static Origin of(Arguments arguments, GenerateArguments asked, Path folder) {
        var subjects = new ArrayList<>(asked.wanted().pairs());
        subjects.addAll(
                asked.wanted().families().contains("corr") ? asked.wanted().assets() : List.of());
        return switch (arguments.oneOf("series", List.of("synthetic", "files", "keep"))) {
            case "synthetic" -> new Synthetic(List.copyOf(subjects), Market.of(asked.market()));
            case "files" -> {
                arguments.required("files");
                var level =
                        arguments.oneOf("level", List.of("as-is", "rebased")).equals("as-is")
                                ? SeriesFile.Level.AS_IS
                                : SeriesFile.Level.REBASED;
                yield new Filed(List.copyOf(subjects), Objects.requireNonNull(arguments.file("files", folder)), level);
            }
            case String keep -> new Kept();
        };
    }

    private static String table(String subject) {
        return subject.length() == 6 ? Series.base(Variant.IDX, subject) : Assets.table(subject);
    }

    /// Made up.
    record Synthetic(List<String> subjects, Market market) implements Origin {
        @Override
        public Outcome make(Making making, Session session, String subject) throws SQLException {
            return making.make(
                    session,
                    new Making.Made(table(subject), subject + " " + market.shape(), 0),
                    own -> new SeriesTable(own, market).write(table(subject), subject));
        }
    }

    /// Read from files named after their subject.
    record Filed(List<String> subjects, Path folder, SeriesFile.Level level) implements Origin {
        @Override
        public Outcome make(Making making, Session session, String subject) throws SQLException, IOException {
            var file = file(subject);
            var from = "%s %d %s %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file), level);
            return making.make(
                    session,
                    new Making.Made(table(subject), from, 0),
                    own -> new SeriesFile(file, level).into(own, table(subject), subject));
        }

        private Path file(String subject) {
            for (var end : List.of(".csv", ".parquet")) {
                if (Files.exists(folder.resolve(subject + end))) {
                    return folder.resolve(subject + end);
                }
            }
            throw new WrongArgument("there is neither %s.csv nor %s.parquet in %s".formatted(subject, subject, folder));
        }
    }

    /// Those that the warehouse has.
    record Kept() implements Origin {
        @Override
        public List<String> subjects() {
            return List.of();
        }

        @Override
        public Outcome make(Making making, Session session, String subject) {
            throw new IllegalStateException("nothing is made");
        }
    }
}
