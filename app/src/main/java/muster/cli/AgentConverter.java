package muster.cli;

import muster.plan.AgentId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of an agent.
final class AgentConverter implements ITypeConverter<AgentId> {
    @Override
    public AgentId convert(String text) {
        try {
            return new AgentId(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
