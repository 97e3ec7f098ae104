package muster.cli;

import muster.plan.GateId;
import muster.plan.Ids;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a gate from the command line; `gate:` before it is left out.
final class GateIdConverter implements ITypeConverter<GateId> {

    @Override
    public GateId convert(String text) {
        var id = text.startsWith("gate:") ? text.substring("gate:".length()) : text;
        if (!Ids.isId(id)) {
            throw new TypeConversionException("no id of a gate: '" + text + "'");
        }
        return new GateId(id);
    }
}
