namespace Nuke.Common.Injection;

/// <summary>The words of the command line: first the targets, then parameters, each with its values.</summary>
internal sealed class CommandLine
{
    /// <summary>The name under which the words before the first parameter are kept.</summary>
    private const string Targets = "Target";

    private readonly List<(string Name, List<string> Values)> _arguments = [];

    public CommandLine(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (word.StartsWith('-') && word.Length > 1)
            {
                _arguments.Add((word.TrimStart('-'), []));
            }
            else
            {
                if (_arguments.Count == 0)
                {
                    _arguments.Add((Targets, []));
                }

                _arguments[^1].Values.Add(word);
            }
        }
    }

    public IEnumerable<string> Names => _arguments.Select(argument => argument.Name);

    public Argument? Find(string name)
    {
        var given = _arguments.Where(argument => ParameterName.Same(argument.Name, name)).ToList();
        return given.Count == 0 ? null : new(name, [.. given.SelectMany(argument => argument.Values)]);
    }
}
