using System.Text.Json;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Validate;

namespace Drawbridge.GitHubAction.Sarif;

/// <summary>The file that another step uploads to code scanning.</summary>
internal sealed class SarifFile(Surroundings surroundings)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true };

    /// <summary>Writes it, and the output with its path.</summary>
    /// <param name="path">From the working directory.</param>
    /// <param name="validation">What was found.</param>
    /// <param name="folder">The migrations folder.</param>
    /// <exception cref="IOException">It can't be written there.</exception>
    public async Task Write(string path, Validation validation, string folder)
    {
        var full = Path.GetFullPath(path, surroundings.Directory);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await using (var file = File.Create(full))
        await using (var writer = new Utf8JsonWriter(file, Readable))
        {
            SarifLog.Of(validation, folder).WriteTo(writer);
        }

        await new StepOutputs(new GitHubEnvironment(surroundings)).Set("sarif-file", full);
    }
}
