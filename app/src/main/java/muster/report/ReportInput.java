package muster.report;

import java.util.List;
import muster.audit.AuditReport;
import muster.plan.Plan;
import muster.review.Answer;
import org.jspecify.annotations.Nullable;

/// All that a report is made of; the same input gives the same bytes.
///
/// @param plan none for an audit without a plan
/// @param components the declared dependencies
public record ReportInput(
        @Nullable Plan plan, AuditReport audit, List<Answer> answers, Subject subject, List<Component> components) {
    public ReportInput {
        answers = List.copyOf(answers);
        components = List.copyOf(components);
    }

    /// What was audited and by which version.
    ///
    /// @param path of the folder, as the user gave it
    /// @param planFile as the user gave it, none if there is no plan file
    /// @param toolVersion such as `0.1.0`
    public record Subject(String path, @Nullable String planFile, String toolVersion) {}
}
