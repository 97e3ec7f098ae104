package muster.packs.warehouse.cost;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.call.WrongFile;
import muster.packs.warehouse.csv.CsvLine;
import muster.packs.warehouse.csv.CsvText;
import muster.plan.Money;
import muster.plan.Parsed;
import org.jspecify.annotations.Nullable;

/// A table of prices: CSV with the header `name,usd_per_tib,least_bytes_per_table,source,taken`, and perhaps a last
/// column `free_bytes_per_month`.
public record Prices(List<Price> prices) {
    private static final List<String> HEADER =
            List.of("name", "usd_per_tib", "least_bytes_per_table", "source", "taken");
    private static final String FREE = "free_bytes_per_month";

    public Prices {
        prices = List.copyOf(prices);
    }

    /// The price that the arguments `price` and `prices` name.
    ///
    /// @param folder where the table of prices may lie
    public static Price of(Arguments arguments, Path folder) throws IOException {
        return read(arguments.file("prices", folder)).named(arguments.text("price", "none"));
    }

    /// The table of a file, or the one that comes with the pack if there is no file.
    public static Prices read(@Nullable Path file) throws IOException {
        return file == null ? parse("prices.csv", bundled()) : parse(file.toString(), Arguments.read(file));
    }

    /// The price of a name.
    public Price named(String name) {
        return prices.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongArgument("price must be one of %s, got '%s'"
                        .formatted(prices.stream().map(Price::name).toList(), name)));
    }

    static Prices parse(String file, String text) {
        return switch (CsvText.read(file, text)) {
            case Parsed.Ok<List<CsvLine>>(var lines) -> of(file, lines);
            case Parsed.Failed<List<CsvLine>>(var problems) ->
                throw new WrongFile(problems.stream().map(Object::toString).toList());
        };
    }

    private static Prices of(String file, List<CsvLine> lines) {
        if (lines.isEmpty() || !isHeader(lines.getFirst().cells())) {
            throw new WrongFile(List.of("%s:1:1: the first line must be '%s', perhaps with '%s'"
                    .formatted(file, String.join(",", HEADER), FREE)));
        }
        var prices = new ArrayList<Price>();
        var problems = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            try {
                prices.add(price(line.cells()));
            } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
                problems.add("%s:%d:1: not a price: %s".formatted(file, line.number(), e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new WrongFile(problems);
        }
        return new Prices(prices);
    }

    private static boolean isHeader(List<String> cells) {
        return cells.equals(HEADER)
                || cells.equals(Stream.concat(HEADER.stream(), Stream.of(FREE)).toList());
    }

    private static Price price(List<String> cells) {
        var perTib = new BigDecimal(cells.get(1));
        if (perTib.signum() < 0 || cells.get(3).isBlank()) {
            throw new IllegalArgumentException("a price is not negative and has a source");
        }
        return new Price(
                cells.get(0),
                new Money(perTib, "USD"),
                Long.parseLong(cells.get(2)),
                cells.size() > HEADER.size() ? Long.parseLong(cells.getLast()) : 0,
                cells.get(3),
                LocalDate.parse(cells.get(4)));
    }

    private static String bundled() throws IOException {
        try (var stream = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
