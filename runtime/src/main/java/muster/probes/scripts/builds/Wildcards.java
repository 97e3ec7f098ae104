package muster.probes.scripts.builds;

/// Paths with `*` and `?`, neither of which stands for a `/`. Takes time in proportion to the product of the
/// lengths.
final class Wildcards {
    private Wildcards() {}

    /// True if the pattern matches the path or a folder that the path lies in.
    static boolean match(String pattern, String path) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int i = 0;
        while (i < path.length() && !(at == pattern.length() && path.charAt(i) == '/')) {
            char here = path.charAt(i);
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                retry = i;
            } else if (at < pattern.length()
                    && (pattern.charAt(at) == here || (pattern.charAt(at) == '?' && here != '/'))) {
                at++;
                i++;
            } else if (star >= 0 && path.charAt(retry) != '/') {
                at = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
