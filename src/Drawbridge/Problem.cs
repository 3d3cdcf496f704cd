namespace Drawbridge;

/// <summary>
/// One thing that is wrong and what to do about it. The type's name is the problem's stable code:
/// <c>DatabaseMissing</c> is <c>database-missing</c>, and its page is <c>docs/errors/database-missing.md</c>.
/// </summary>
/// <param name="Message">One sentence that names the thing in 'quotes'.</param>
/// <param name="Remedy">What the reader does next, in one or two sentences.</param>
public abstract record Problem(string Message, string Remedy)
{
    /// <summary>The stable kebab-case code.</summary>
    public string Code => KebabCase.Of(GetType().Name);

    /// <summary>Whether it may pass by itself, so that the same try later can help.</summary>
    public virtual bool MayPass => false;
}
