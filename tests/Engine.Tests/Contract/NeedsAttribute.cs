namespace Drawbridge.Engine.Tests.Contract;

/// <summary>Says what the facts of a class need: without it they are skipped.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>Why the class is skipped; null when it is not.</summary>
    public abstract string? SkipReason { get; }
}
