using Drawbridge.Sql;
using Npgsql;

namespace Drawbridge.Engine.PostgreSql;

/// <summary>The server refused a command of a pipeline.</summary>
public sealed class PipelineException : Exception
{
    internal PipelineException(PostgresException answer, PipelineStep failed, bool isCommitted, bool isCancelled)
        : base(answer.MessageText, answer)
    {
        Answer = answer;
        Statement = failed.Statement;
        Requirement = failed.Requirement;
        Command = failed.Command.CommandText;
        Script = failed.Script;
        IsCommitted = isCommitted;
        IsCancelled = isCancelled;
    }

    /// <summary>The server's own words.</summary>
    public PostgresException Answer { get; }

    /// <summary>The script's statement that failed; null when it was a command of ours.</summary>
    public SqlStatement? Statement { get; }

    /// <summary>The script's requirement that is not met, or can't be checked; null when it was something else.</summary>
    public Directive? Requirement { get; }

    /// <summary>The command that failed, as it was sent.</summary>
    public string Command { get; }

    /// <summary>Which of the scripts that travel together it belongs to, counted from 0.</summary>
    public int Script { get; }

    /// <summary>Whether its script's COMMIT, which stands before it, had been done already.</summary>
    public bool IsCommitted { get; }

    /// <summary>Whether it failed because the run was told to stop.</summary>
    public bool IsCancelled { get; }

    /// <summary>
    /// Whether the server itself goes on: it has taken back what failed. The driver hangs up all the same when the
    /// cause is the server's own, a full disk for one.
    /// </summary>
    public bool IsSurvived => Answer.InvariantSeverity == "ERROR";

    /// <summary>Whether a part of the script's statement may have taken effect although it, or the note of it, failed.</summary>
    public bool IsOutcomeUnknown { get; internal set; }
}
