using System.Diagnostics;

namespace Drawbridge.LocalAws.Lambda;

/// <summary>How to start one execution environment of the function.</summary>
/// <param name="FileName">The program, such as <c>dotnet</c>.</param>
/// <param name="Arguments">Its arguments, such as <c>exec</c> and the assembly.</param>
/// <param name="Environment">The function's own variables. They win over the ones Lambda sets.</param>
public sealed record FunctionCommand(
    string FileName, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>A command without variables of its own.</summary>
    public FunctionCommand(string fileName, params IReadOnlyList<string> arguments)
        : this(fileName, arguments, new Dictionary<string, string>())
    {
    }

    /// <summary>What starts a process, with the function's variables.</summary>
    public FunctionCommand(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
        : this(start.FileName, start.ArgumentList, environment)
    {
    }

    private string Code =>
        Arguments.FirstOrDefault(argument => argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) ?? FileName;

    /// <summary>What Lambda calls the handler of a program: its name.</summary>
    internal string Handler => Path.GetFileNameWithoutExtension(Code);

    /// <summary>The folder that holds the code.</summary>
    internal string TaskRoot => Path.GetDirectoryName(Path.GetFullPath(Code))!;
}
