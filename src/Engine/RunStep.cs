using Drawbridge.Sql;

namespace Drawbridge.Engine;

/// <summary>What a script without a transaction does at once, and history counts.</summary>
/// <param name="Start">Where it stands in the script.</param>
/// <param name="CanBeJudged">
/// Whether the catalog can tell if it took effect when it ran outside a transaction, or it may run twice.
/// </param>
/// <param name="EndsWithSession">Whether what it made is gone with its session, so that another can't go on behind it.</param>
public sealed record RunStep(TextPosition Start, bool CanBeJudged, bool EndsWithSession);
