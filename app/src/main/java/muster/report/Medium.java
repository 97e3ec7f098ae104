package muster.report;

/// What a page is made for.
enum Medium {
    /// Everything, opened and closed by the reader.
    SCREEN("screen.css"),
    /// Without what only a screen can fold away: expectations and evidence in tables.
    PAPER("paper.css");

    private final String style;

    Medium(String style) {
        this.style = style;
    }

    /// Name of the style sheet.
    String style() {
        return style;
    }
}
