using System.Collections;

namespace Nuke.Common.Injection;

/// <summary>
/// The variables of the process, found whatever their case and underscores, with or without <c>NUKE_</c>.
/// </summary>
internal sealed class EnvironmentVariables(IDictionary variables)
{
    private const string Prefix = "NUKE_";

    public bool Has(string name) => variables[name] is string { Length: > 0 };

    public Argument? Find(string name) => FindOption(name) ?? Find(name, prefix: "");

    /// <summary>
    /// Finds one of the build's own options: only with the prefix, for names like HOST mean something else.
    /// </summary>
    public Argument? FindOption(string name) => Find(name, Prefix);

    private Argument? Find(string name, string prefix)
    {
        var found =
            from DictionaryEntry variable in variables
            let key = (string)variable.Key
            where key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && ParameterName.Same(key[prefix.Length..], name)
                && variable.Value is string { Length: > 0 }
            select new Argument(name, [(string)variable.Value!]);
        return found.FirstOrDefault();
    }
}
