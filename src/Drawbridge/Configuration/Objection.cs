namespace Drawbridge.Configuration;

/// <summary>One thing in <c>drawbridge.yml</c> that says nothing known.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">One sentence that names the thing in 'quotes'.</param>
/// <param name="Remedy">What can be written instead.</param>
public sealed record Objection(FilePlace Place, string Message, string Remedy);
