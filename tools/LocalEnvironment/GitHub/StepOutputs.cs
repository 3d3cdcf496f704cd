namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>
/// Reads the file a step writes its outputs to: <c>name=value</c>, or <c>name&lt;&lt;END</c>, lines, <c>END</c>.
/// </summary>
internal static class StepOutputs
{
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var outputs = new Dictionary<string, string>();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            var (heredoc, equals) = (
                line.IndexOf("<<", StringComparison.Ordinal), line.IndexOf('=', StringComparison.Ordinal));
            if (heredoc > 0 && (equals < 0 || heredoc < equals))
            {
                outputs[line[..heredoc]] = ReadUntil(reader, line[(heredoc + 2)..]);
            }
            else if (equals > 0)
            {
                outputs[line[..equals]] = line[(equals + 1)..];
            }
            else if (line.Length > 0)
            {
                throw new FormatException($"GitHub would refuse this output: '{line}'.");
            }
        }

        return outputs;
    }

    private static string ReadUntil(StringReader reader, string end)
    {
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line == end)
            {
                return string.Join('\n', lines);
            }

            lines.Add(line);
        }

        throw new FormatException($"GitHub would refuse this output: '{end}' never comes.");
    }
}
