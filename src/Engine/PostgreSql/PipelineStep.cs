using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>A command of a pipeline.</summary>
/// <param name="Command">As it is sent.</param>
/// <param name="Statement">The script's statement that it is; null for a command of ours.</param>
internal sealed record PipelineStep(NpgsqlBatchCommand Command, SqlStatement? Statement)
{
    /// <summary>The script's requirement that it checks.</summary>
    public Directive? Requirement { get; init; }
}
