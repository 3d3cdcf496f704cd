namespace Nuke.Common.Execution;

/// <summary>The build cannot start, and the message says what to do about it.</summary>
internal sealed class BuildFailedException(string message) : Exception(message);
