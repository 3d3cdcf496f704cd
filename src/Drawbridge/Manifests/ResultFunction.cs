namespace Drawbridge.Manifests;

/// <summary>Who answered.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Version">Of Drawbridge, and whether published packages or stand-ins are inside.</param>
/// <param name="RequestId">The invocation.</param>
/// <param name="LogStream">Where its log is.</param>
/// <param name="Region">Where it runs.</param>
public sealed record ResultFunction(string Name, string Version, string RequestId, string LogStream, string Region);
