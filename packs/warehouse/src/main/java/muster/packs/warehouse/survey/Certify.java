package muster.packs.warehouse.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.change.Journal;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Reading;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Digest;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.certify`: a certificate that the remediation is done, as JSON and Markdown. It is refused while
/// anything is open: a table that breaks the standard, a decision, a view beyond its time, or a journal that is not
/// true.
///
/// @param folder where the files of the certificate may lie
public record Certify(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {
    private static final int NAMED = 10;

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, IOException {
        var arguments = Arguments.of(call);
        var reading = Reading.valueOf(arguments.oneOf("reading", readings()));
        var json = arguments.file("json", folder);
        var markdown = arguments.file("markdown", folder);
        var now = clock.instant();
        var open = new ArrayList<String>();
        if (new Validate(standard, clock).perform(session, call) instanceof ActionResult.Failed(var why)) {
            open.add(why);
        }
        var catalog = Catalog.read(session);
        if (catalog.tables().isEmpty()) {
            open.add("there is no table to certify");
        }
        var claims = new Claims(session, standard.on(now.atZone(ZoneOffset.UTC).toLocalDate()), catalog);
        var violations = claims.violations(reading);
        if (!violations.isEmpty()) {
            open.add("%d tables break %s: %s"
                    .formatted(violations.size(), reading, violations.subList(0, Math.min(NAMED, violations.size()))));
        }
        open.addAll(matters(session, now));
        if (!open.isEmpty()) {
            return new ActionResult.Failed("not certified: " + String.join("; ", open));
        }
        var certificate = new Certificate(
                standard.name() + " " + standard.version(), reading, now, claims.all(reading, violations));
        if (json != null) {
            Files.writeString(json, certificate.json());
        }
        if (markdown != null) {
            Files.writeString(markdown, certificate.markdown());
        }
        return new Outputs()
                .put("claims", certificate.claims().size())
                .put("tables", catalog.tables().size())
                .put("reading", reading.name())
                .put("sha256", Digest.sha256(certificate.json()))
                .succeeded();
    }

    /// The definitions of the standard, the last first. Of others nothing could be certified.
    private List<String> readings() {
        return standard.readings().stream()
                .sorted(Comparator.reverseOrder())
                .map(Reading::name)
                .toList();
    }

    private static List<String> matters(Session session, Instant now) throws SQLException {
        var matters = new ArrayList<String>();
        long decisions = session.one("SELECT count(*) FROM _muster_decision").number(0);
        if (decisions > 0) {
            matters.add(decisions + " decisions are open");
        }
        long expired = session.one("SELECT count(*) FROM _muster_grace WHERE expires <= " + Journal.time(now))
                .number(0);
        if (expired > 0) {
            matters.add(expired + " views under old names are beyond their time");
        }
        return matters;
    }
}
