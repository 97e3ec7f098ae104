package muster.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// What a database's exceptions mean for the one who operates it.
final class Trouble {
    private Trouble() {}

    /// One line, and where something can be done about it a second that begins with "Maybe".
    static String words(Throwable cause) {
        var words = switch (cause) {
            case SQLiteException sqlite -> sqlite(sqlite);
            case SQLException other -> state(other.getSQLState());
            default -> null;
        };
        return words == null ? String.valueOf(cause.getMessage()) : words;
    }

    private static @Nullable String sqlite(SQLiteException e) {
        return switch (e.getResultCode().code & 0xff) {
            case 13 -> "the disk is full; nothing was written\nMaybe free some space and say it again";
            case 8 -> "the file or its disk can only be read\nMaybe make it writable and say it again";
            case 11, 26 ->
                "the file is damaged\nMaybe see how far it holds (muster log verify) and put a copy of it in its place";
            case 10 -> "the disk failed: " + e.getMessage();
            case 14 -> "the file cannot be opened\nMaybe its folder is missing, is not yours or can only be read";
            case 5, 6 -> "another process kept the file to itself for too long\nMaybe say it again";
            default -> null;
        };
    }

    /// Source: PostgreSQL's manual, appendix A, "Error Codes".
    private static @Nullable String state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "53100" -> "the database's disk is full; nothing was written\nMaybe free some space and say it again";
            case "25006" -> "the database can only be read\nMaybe the address is that of a standby";
            case "28P01", "28000" ->
                "the database refused the user or the password\nMaybe set PGPASSFILE, PGPASSWORD or ?password-env=NAME";
            case "42P01", "3F000" -> "the database holds no journal\nMaybe begin a run in it: muster run";
            case "3D000" -> "there is no such database\nMaybe create it";
            default ->
                away(state) ? "the database does not answer\nMaybe it is not running, or the address is wrong" : null;
        };
    }

    /// True if SQLite has a row already of which there may be one.
    static boolean isThereAlready(SQLException trouble) {
        return trouble instanceof SQLiteException e && (e.getResultCode().code & 0xff) == 19;
    }

    /// True if the database may answer again in a moment: it restarts, or a connection broke.
    static boolean passes(Throwable trouble) {
        return trouble instanceof SQLException e && e.getSQLState() != null && away(e.getSQLState());
    }

    /// 25P03: this process was held up within a transaction for so long that the database took it for cut off.
    private static boolean away(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }
}
