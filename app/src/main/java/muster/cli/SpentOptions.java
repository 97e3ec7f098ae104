package muster.cli;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Ids;
import muster.plan.Numeral;
import muster.plan.ResourceId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ObjectNode;

/// What an agent says that it used up.
final class SpentOptions {
    @Option(
            names = "--spent",
            paramLabel = "BUDGET=AMOUNT",
            converter = {Budget.class, Amount.class},
            description = "what was used up of a budget since it was last said, in the budget's unit")
    private SortedMap<ResourceId, BigDecimal> spent = new TreeMap<>();

    ObjectNode put(ObjectNode fields) {
        var amounts = fields.putObject("spent");
        spent.forEach((budget, amount) -> amounts.put(budget.value(), amount));
        return fields;
    }

    /// Reads the id of a budget.
    static final class Budget implements ITypeConverter<ResourceId> {
        @Override
        public ResourceId convert(String text) {
            if (!Ids.isId(text)) {
                throw new TypeConversionException("'" + text + "' is no id of a budget");
            }
            return new ResourceId(text);
        }
    }

    /// Reads an amount.
    static final class Amount implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            try {
                return Numeral.read(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
