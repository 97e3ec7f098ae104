package muster.packs.warehouse.call;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Trouble with a file in words. The exceptions of the JDK often have only the name of the file as their message.
final class FileTrouble {

    private FileTrouble() {}

    static String told(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException e ->
                e.getFile() + ": there is no such file or folder\nMaybe make the folder first";
            case AccessDeniedException e ->
                e.getFile() + ": it may not be read or written\nMaybe look at its permissions";
            case FileSystemException e ->
                e.getFile() + ": " + (e.getReason() == null ? "it cannot be used so" : e.getReason());
            case IOException e -> String.valueOf(e.getMessage());
        };
    }
}
