package muster.cli;

import muster.wiring.ProjectScheduler.Solver;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a solver.
final class SolverConverter implements ITypeConverter<Solver> {
    @Override
    public Solver convert(String text) {
        return switch (text) {
            case "own" -> Solver.OWN;
            case "cp-sat" -> Solver.CP_SAT;
            case "both" -> Solver.BOTH;
            default -> throw new TypeConversionException("'" + text + "' is none of own, cp-sat, both");
        };
    }
}
