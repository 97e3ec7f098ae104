package muster.observation;

import java.util.List;
import muster.audit.Finding;
import muster.audit.Weight;

/// Makes findings.
public final class Findings {
    private Findings() {}

    public static Finding defect(String code, String place, String message) {
        return new Finding(code, Weight.DEFECT, message, place);
    }

    public static Finding remark(String code, String place, String message) {
        return new Finding(code, Weight.REMARK, message, place);
    }

    public static boolean anyDefect(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.DEFECT);
    }
}
