using Drawbridge.Engine;

namespace Drawbridge.GitHubAction.Apply;

/// <summary>What a local apply was asked to do.</summary>
/// <param name="Folder">The scripts, as typed.</param>
/// <param name="Server">Where to apply them.</param>
/// <param name="Database">The one database whose folder it is; null when its folders are the databases.</param>
/// <param name="RootDatabase">The database that goes first.</param>
internal sealed record ApplyRequest(string Folder, IDatabaseServer Server, string? Database, string RootDatabase);
