package muster.probes;

import java.util.List;
import muster.audit.Finding;
import muster.audit.Weight;

/// Makes findings.
final class Findings {
    private Findings() {}

    static Finding defect(String code, String place, String message) {
        return new Finding(code, Weight.DEFECT, message, place);
    }

    static Finding remark(String code, String place, String message) {
        return new Finding(code, Weight.REMARK, message, place);
    }

    static boolean anyDefect(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.DEFECT);
    }
}
