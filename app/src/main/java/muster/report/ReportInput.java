package muster.report;

import java.util.List;
import muster.audit.AuditReport;
import muster.plan.Plan;
import muster.review.Answer;

/// All that the documents are made of; the same input gives the same bytes.
public record ReportInput(Plan plan, AuditReport audit, List<Answer> answers) {
    public ReportInput {
        answers = List.copyOf(answers);
    }
}
