using Drawbridge.Manifests;
using Drawbridge.Problems;
using Drawbridge.Scripts;
using Drawbridge.Sql;

namespace Drawbridge.Engine;

/// <summary>Fetches pending scripts side by side and proves each before anything runs.</summary>
internal sealed class ScriptLoader(IDatabaseServer server, IScriptSource source, string database)
{
    private const int SideBySide = 16;

    /// <summary>All scripts in order, or the error of the first that can't be run.</summary>
    public async Task<(IReadOnlyList<LoadedScript> Scripts, ResultError? Error)> Load(
        IReadOnlyList<PendingScript> pending, CancellationToken cancellationToken)
    {
        var proved = new (ProvedScript? Script, ResultError? Error)[pending.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, pending.Count, options, async (index, cancellation) =>
            proved[index] = await Prove(pending[index], index < LoadedScripts.Remembered, cancellation));

        var error = Array.Find(proved, one => one.Error is not null).Error;
        return (new LoadedScripts(server, [.. proved.Select(one => one.Script).OfType<ProvedScript>()]), error);
    }

    private async Task<(ProvedScript? Script, ResultError? Error)> Prove(
        PendingScript pending, bool isRemembered, CancellationToken cancellationToken)
    {
        var entry = pending.Entry;
        var bytes = await source.Read(entry, cancellationToken);
        if (bytes.Length != entry.Size || Checksum.OfBytes(bytes) != entry.Sha256)
        {
            return (null, ErrorIn(entry, new HashMismatch(entry.Key)));
        }

        if (!ScriptContent.TryRead(entry.Key, bytes, out var content, out var flaw))
        {
            return (null, ErrorIn(entry, flaw));
        }

        if (content.Checksum != entry.Checksum)
        {
            return (null, ErrorIn(entry, new HashMismatch(entry.Key)));
        }

        var script = LoadedScript.Read(pending, content, server);
        return (new ProvedScript(pending, bytes, isRemembered ? script : null), Refusal(script));
    }

    /// <summary>What the text itself shows that must not be run.</summary>
    private ResultError? Refusal(LoadedScript script)
    {
        var key = script.Entry.Key;
        if (script.Sql.Errors is [var error, ..])
        {
            return ErrorIn(script.Entry, new SyntaxError(key, error.Message, error.Remedy), error.Position);
        }

        if (Interrupted(script) is { } interrupted)
        {
            return interrupted;
        }

        foreach (var statement in script.Sql.Statements)
        {
            Problem? problem = statement switch
            {
                { Kind: StatementKind.TransactionControl } => new TransactionControl(key, statement.Heading),
                { Kind: StatementKind.CopyToStdout } => new SyntaxError(key, "nobody reads the rows of COPY … TO STDOUT", "Remove the statement."),
                { Kind: StatementKind.CopyBinary } => new SyntaxError(
                    key, "a script is text, and COPY … BINARY needs data that is not", "Use the text or CSV format."),
                { Damage: not SessionDamage.None } => new SessionControl(key, statement.Heading),
                _ => null,
            };
            if (problem is not null)
            {
                return ErrorIn(script.Entry, problem, statement.Start);
            }
        }

        return null;
    }

    /// <summary>What can't be known is never repeated, and what steps mean without an earlier session's things is never tried out.</summary>
    private ResultError? Interrupted(LoadedScript script)
    {
        if (script.Begun is not { } begun)
        {
            return null;
        }

        var (steps, done) = (server.StepsOf(script.Sql).ToList(), begun.StatementsDone);
        if (!begun.HasEnded && steps.ElementAtOrDefault(done) is { CanBeJudged: false } next)
        {
            return ErrorIn(script.Entry, InterruptedScript.Unknown(script.Entry.Key, database, done), next.Start) with { Statement = done + 1 };
        }

        var made = steps.FindIndex(step => step.EndsWithSession);
        return done < steps.Count && made >= 0 && made < done
            ? ErrorIn(script.Entry, InterruptedScript.SessionEnded(script.Entry.Key, database, done, made + 1), steps[made].Start) with { Statement = made + 1 }
            : null;
    }

    private static ResultError ErrorIn(ReleaseScript entry, Problem problem, TextPosition? position = null) =>
        ResultError.Of(problem, entry.Key) with { Line = position?.Line, Column = position?.Column };
}
