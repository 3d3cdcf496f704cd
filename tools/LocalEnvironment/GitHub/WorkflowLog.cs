using System.Text.RegularExpressions;

namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>Reads a step's output as GitHub's runner does: obeys workflow commands, and shows the rest.</summary>
/// <remarks>See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.</remarks>
internal sealed partial class WorkflowLog
{
    private readonly Lock _gate = new();
    private readonly List<Annotation> _annotations = [];

    private string? _resumeToken;

    public IReadOnlyList<Annotation> Annotations => _annotations;

    /// <summary>What is shown for a line; null when it was only a command.</summary>
    public LogLine? Read(string line)
    {
        lock (_gate)
        {
            return _resumeToken is null ? Obey(line) : Quote(line);
        }
    }

    private LogLine? Quote(string line)
    {
        if (line != $"::{_resumeToken}::")
        {
            return new LogLine(line);
        }

        _resumeToken = null;
        return null;
    }

    private LogLine? Obey(string line)
    {
        if (Command().Match(line) is not { Success: true } command)
        {
            return new LogLine(line);
        }

        var (name, message) = (command.Groups["name"].Value, Decode(command.Groups["message"].Value));
        switch (name)
        {
            case "error" or "warning" or "notice":
                var annotation = Read(name, command.Groups["properties"].Value, message);
                _annotations.Add(annotation);
                return new LogLine(message, annotation);
            case "group":
                return new LogLine(message);
            case "stop-commands":
                _resumeToken = message;
                return null;
            default:
                return null;
        }
    }

    private static Annotation Read(string level, string properties, string message)
    {
        var values = properties.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(property => property.Split('=', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => DecodeProperty(pair[1]));
        return new Annotation(level, message)
        {
            File = values.GetValueOrDefault("file", ""),
            Line = int.TryParse(values.GetValueOrDefault("line"), out var line) ? line : 0,
            Column = int.TryParse(values.GetValueOrDefault("col"), out var column) ? column : 0,
            EndColumn = int.TryParse(values.GetValueOrDefault("endColumn"), out var endColumn) ? endColumn : 0,
            Title = values.GetValueOrDefault("title", ""),
        };
    }

    private static string DecodeProperty(string text) => Decode(text
        .Replace("%3A", ":", StringComparison.Ordinal)
        .Replace("%2C", ",", StringComparison.Ordinal));

    // The runner decodes '%' last, so that "%250A" stays the text "%0A".
    private static string Decode(string text) => text
        .Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%25", "%", StringComparison.Ordinal);

    [GeneratedRegex("^::(?<name>[a-z-]+)( (?<properties>.*?))?::(?<message>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
