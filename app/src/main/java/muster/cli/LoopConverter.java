package muster.cli;

import muster.plan.Ids;
import muster.plan.PhaseId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a loop, which is that of its phase.
final class LoopConverter implements ITypeConverter<PhaseId> {
    @Override
    public PhaseId convert(String text) {
        if (!Ids.isId(text)) {
            throw new TypeConversionException("'" + text + "' is no id of a phase");
        }
        return new PhaseId(text);
    }
}
