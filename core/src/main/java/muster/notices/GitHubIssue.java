package muster.notices;

/// An issue or a pull request of GitHub, which share their numbers.
///
/// @param repository as `owner/name`
/// @param number from 1
public record GitHubIssue(String repository, int number) {

    /// @param text `owner/name#number`
    public static GitHubIssue of(String text) {
        var hash = text.indexOf('#');
        return new GitHubIssue(text.substring(0, hash), Integer.parseInt(text.substring(hash + 1)));
    }

    /// As it is written.
    @Override
    public String toString() {
        return repository + "#" + number;
    }
}
