namespace Drawbridge.Manifests;

/// <summary>What the function answers to who asks it how it is. The question has the same schema and nothing else.</summary>
/// <param name="Schema"><see cref="SchemaName"/>.</param>
/// <param name="Function">Who answers.</param>
/// <param name="Checks">In the order in which one depends on another.</param>
public sealed record DoctorReport(string Schema, ResultFunction Function, IReadOnlyList<DoctorCheck> Checks)
{
    /// <summary>The contract's name and version.</summary>
    public const string SchemaName = "drawbridge/doctor/1";

    /// <summary>How many checks ended so.</summary>
    public int Count(CheckStatus status) => Checks.Count(check => check.Status == status);
}
