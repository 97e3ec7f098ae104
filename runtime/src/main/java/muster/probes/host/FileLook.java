package muster.probes.host;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What can be found out of what stands at a path. Nothing but the stamp is looked at before it is asked
/// for.
///
/// What is thrown: [FileContent.Unread] if nothing follows for what is in it, any other exception if it
/// cannot be looked at.
interface FileLook {
    FileStamp stamp();

    FileContent read(FileContent.Part part) throws IOException;

    /// How many entries a folder has.
    long entries() throws IOException;

    /// Where a link leads, as it stands in the link; null if it is none.
    @Nullable
    String linksTo() throws IOException;
}
