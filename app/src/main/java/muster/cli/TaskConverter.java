package muster.cli;

import muster.plan.TaskId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a task.
final class TaskConverter implements ITypeConverter<TaskId> {
    @Override
    public TaskId convert(String text) {
        try {
            return new TaskId(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
