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

    /// <summary>Whether the server said that it is done.</summary>
    public bool IsAnswered => Command.StatementType != StatementType.Unknown;

    /// <summary>Which of the scripts that travel together it belongs to, counted from 0.</summary>
    public int Script { get; init; }
}
