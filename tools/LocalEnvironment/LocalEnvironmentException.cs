namespace Drawbridge.LocalEnvironment;

/// <summary>
/// This machine can't provide a part of the local environment; the message says which and what to do.
/// </summary>
public sealed class LocalEnvironmentException(string message, Exception? cause = null) : Exception(message, cause);
