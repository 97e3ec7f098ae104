package muster.packs.warehouse.change;

/// What is to become of one table.
///
/// @param batch from 1; 0 for what is in none
record RemediationLine(String table, RemediationStep step, String target, String reason, int batch) {
    static final String HEADER = "table_name,step,target,reason,batch";

    /// As a line of a CSV file.
    String csv() {
        return String.join(
                ",", cell(table), step.token(), cell(target), cell(reason), batch == 0 ? "" : Integer.toString(batch));
    }

    private static String cell(String text) {
        return text.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
