package muster.markdown;

/// Warns of links that leave the folder of the document: against what they resolve is not known.
final class Links {
    private Links() {}

    static void check(Reading reading) {
        reading.document()
                .prose()
                .forEach(line -> line.pieces().stream()
                        .map(Piece::link)
                        .filter(link -> link != null && Paths.climbs(link))
                        .distinct()
                        .forEach(link -> reading.notes()
                                .warn(
                                        line.line(),
                                        "the link '" + link + "' leaves the document's folder; it was not followed")));
    }
}
