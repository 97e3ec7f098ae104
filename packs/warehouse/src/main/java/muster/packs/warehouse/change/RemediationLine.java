package muster.packs.warehouse.change;

import muster.packs.warehouse.csv.CsvText;

/// What is to become of one table.
///
/// @param batch from 1; 0 for what is in none
record RemediationLine(String table, RemediationStep step, String target, String reason, int batch) {
    static final String HEADER = "table_name,step,target,reason,batch";

    /// As a line of a CSV file.
    String csv() {
        return String.join(
                ",",
                CsvText.cell(table),
                step.token(),
                CsvText.cell(target),
                CsvText.cell(reason),
                batch == 0 ? "" : Integer.toString(batch));
    }
}
