namespace Nuke.Common;

/// <summary>
/// A value that the command line, <c>.nuke/parameters.json</c> or the environment may set; the first that does wins.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ParameterAttribute(string description = null!) : Attribute
{
    /// <summary>One sentence for the help text.</summary>
    public virtual string Description { get; } = description;

    /// <summary>The parameter's name, when it is not the member's.</summary>
    public string? Name { get; set; }
}
