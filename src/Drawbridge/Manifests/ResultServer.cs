namespace Drawbridge.Manifests;

/// <summary>Which database server was reached.</summary>
/// <param name="Engine"><c>postgresql</c> or <c>sqlserver</c>.</param>
/// <param name="Version">As the server says it.</param>
public sealed record ResultServer(string Engine, string Version);
