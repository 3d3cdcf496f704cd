namespace Drawbridge.Rules;

/// <summary>
/// How people can accept what a rule finds. All but <see cref="Nothing"/> also let its severity be changed.
/// </summary>
public enum AcceptedBy
{
    /// <summary>It must be put right: what it finds can't be applied as it is meant.</summary>
    Nothing,

    /// <summary>Only by another severity in <c>drawbridge.yml</c>.</summary>
    Severity,

    /// <summary>By <c>-- drawbridge: ignore &lt;rule&gt; &lt;reason&gt;</c> in the script.</summary>
    Directive,

    /// <summary>By an entry under <c>acknowledged</c> in <c>drawbridge.yml</c>, because the script is gone.</summary>
    Entry,
}
