namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// Lines that hold text from a pull request or a server. On GitHub they stand between <c>stop-commands</c> and a token
/// that nobody can guess, so that no file name or message can speak to the runner (it obeys <c>::…::</c> at a line's
/// start and <c>##[…]</c> anywhere).
/// </summary>
internal sealed class QuotedLog(TextWriter output, GitHubEnvironment environment)
{
    /// <summary>Shows the lines, each made visible by <see cref="PlainText"/>.</summary>
    public Task Write(params IEnumerable<string> lines) => WriteVisible(lines.Select(PlainText.Of));

    /// <summary>Shows lines of which every character is visible already; tabs stay. All at once: there may be thousands.</summary>
    public async Task WriteVisible(IEnumerable<string> lines)
    {
        var token = environment.IsActions ? Guid.NewGuid().ToString("N") : null;
        var all = token is null ? lines : [$"::stop-commands::{token}", .. lines, $"::{token}::"];
        await output.WriteAsync(string.Concat(all.Select(line => line + output.NewLine)));
    }
}
