namespace Drawbridge.LocalEnvironment.GitHub;

/// <summary>What GitHub's log shows for one line of a step's output.</summary>
/// <param name="Text">The text; the message when the line is an annotation.</param>
/// <param name="Annotation">The annotation, if it is one.</param>
public sealed record LogLine(string Text, Annotation? Annotation = null);
