using Drawbridge.Rules.Changes;

namespace Drawbridge.Rules.Proposals;

/// <summary>A script that gets another name.</summary>
/// <param name="From">Where it is.</param>
/// <param name="To">Where it goes: the same folder.</param>
public sealed record Renaming(MigrationPath From, MigrationPath To);
