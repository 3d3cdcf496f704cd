using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>The targets that succeeded in this attempt, kept for <c>--continue</c>.</summary>
internal sealed class BuildAttempt
{
    private readonly AbsolutePath _file = NukeBuild.TemporaryDirectory / "build-attempt.log";

    public BuildAttempt(bool continues)
    {
        Before = continues && _file.FileExists() ? _file.ReadAllLines() : [];
        File.WriteAllLines(_file, Before);
    }

    /// <summary>What the attempt before this one finished.</summary>
    public IReadOnlyList<string> Before { get; }

    public void Record(string target) => File.AppendAllLines(_file, [target]);
}
