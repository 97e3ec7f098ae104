package muster.wiring;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.Evidence;
import muster.json.EvidenceJson;
import muster.plan.ItemId;
import tools.jackson.databind.json.JsonMapper;

/// What an audit saw, as kept in a workspace: judged again, it gives the same report.
///
/// @param observations values measured for claims, by claim
record AuditRecord(Instant at, List<Evidence> evidence, SortedMap<ItemId, BigDecimal> observations) {

    private static final String SCHEMA = "muster.evidence/1";
    private static final JsonMapper JSON = new JsonMapper();

    AuditRecord {
        evidence = List.copyOf(evidence);
        observations = Collections.unmodifiableSortedMap(new TreeMap<>(observations));
    }

    void write(Path file) throws IOException {
        var document = JSON.createObjectNode().put("schema", SCHEMA).put("at", at.toString());
        var values = document.putObject("observations");
        observations.forEach((claim, value) -> values.put(claim.value(), value.toPlainString()));
        var list = document.putArray("evidence");
        evidence.forEach(each -> list.add(EvidenceJson.tree(each)));
        WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    static AuditRecord read(Path file) throws IOException {
        var document = JSON.readTree(Files.readString(file));
        var observations = new TreeMap<ItemId, BigDecimal>();
        for (var value : document.get("observations").properties()) {
            observations.put(
                    new ItemId(value.getKey()), new BigDecimal(value.getValue().asString()));
        }
        var evidence = new ArrayList<Evidence>();
        document.get("evidence").forEach(each -> evidence.add(EvidenceJson.read(each)));
        return new AuditRecord(Instant.parse(document.get("at").asString()), evidence, observations);
    }
}
