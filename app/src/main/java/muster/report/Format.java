package muster.report;

/// The forms in which a report can be written.
public enum Format {
    JSON("json", "application/json"),
    MARKDOWN("md", "text/markdown"),
    HTML("html", "text/html"),
    PDF("pdf", "application/pdf"),
    SARIF("sarif", "application/sarif+json"),
    JUNIT("xml", "application/xml"),
    TAP("tap", "text/plain"),
    CSV("csv", "text/csv"),
    PROMETHEUS("prom", "text/plain; version=0.0.4"),
    CYCLONEDX("cdx.json", "application/vnd.cyclonedx+json; version=1.6");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /// Of a file, without the dot.
    public String extension() {
        return extension;
    }

    /// As HTTP names it; texts are UTF-8.
    public String mediaType() {
        return mediaType;
    }
}
