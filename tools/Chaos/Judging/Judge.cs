using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Scripts;
using Drawbridge.Manifests;

namespace Drawbridge.Chaos.Judging;

/// <summary>
/// Compares what is in the database with what history, results and dead letters say of it. Each charge is a sentence.
/// </summary>
public sealed class Judge(Scene scene, Fault fault)
{
    /// <summary>The longest that a dead run may hold its session, and some slack for a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private Dictionary<string, string> _history = [];

    private ILookup<string, int> _steps = Array.Empty<string>().ToLookup(name => name, name => 0);

    /// <summary>What is wrong before anybody does something about it.</summary>
    public async Task<IReadOnlyList<string>> AfterThePlatform()
    {
        await Look();
        return [.. await Leftovers(), .. Effects(), .. Answers(), .. Letters(), .. fault.Charges(scene)];
    }

    /// <summary>What is wrong after somebody did what the last result asked for.</summary>
    public async Task<IReadOnlyList<string>> InTheEnd()
    {
        await Look();
        var newest = scene.NewestResult;
        return
        [
            .. await Leftovers(),
            .. Effects(),
            .. newest?.Status == ResultStatus.Succeeded ? [] : (string[])[$"The last result says '{newest?.Status.ToString() ?? "nothing"}': {newest?.Error?.Message}"],
            .. scene.Scripts.Where(script => !IsApplied(script)).Select(script => $"'{script.Path}' is not applied in the end."),
            .. await scene.Ask("SELECT format('Index %s is invalid.', indexrelid::regclass) FROM pg_index WHERE NOT indisvalid"),
            .. Secrets(),
        ];
    }

    /// <summary>Whether history says that a script is done.</summary>
    private bool IsApplied(GeneratedScript script) => _history.GetValueOrDefault(script.Path) == "applied";

    private async Task Look()
    {
        var hasHistory = await scene.Ask("SELECT 1 WHERE to_regclass('drawbridge.history') IS NOT NULL") is [_];
        var rows = hasHistory ? await scene.Ask("SELECT path, state FROM drawbridge.history WHERE state <> 'undone'") : [];
        _history = rows.Select(row => row.Split(' ')).GroupBy(row => row[0], row => row[1])
            .ToDictionary(states => states.Key, states => string.Join(" and ", states));
        _steps = (await scene.Ask("SELECT script, step FROM public.ledger")).Select(row => row.Split(' '))
            .ToLookup(row => row[0], row => int.Parse(row[1], provider: null));
    }

    private async Task<IReadOnlyList<string>> Leftovers()
    {
        var started = TimeProvider.System.GetTimestamp();
        IReadOnlyList<string> sessions;
        while ((sessions = await scene.Ask(
            """
            SELECT format('Process %s (''%s'', %s) is still there: %s', pid, application_name, state, left(query, 60)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
              AND (application_name LIKE 'drawbridge %' OR pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'))
            """)).Count > 0 && TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(50);
        }

        return sessions;
    }

    private IEnumerable<string> Effects()
    {
        foreach (var script in scene.Scripts)
        {
            var (state, steps) = (_history.GetValueOrDefault(script.Path), _steps[script.Name].Order().ToList());
            var whole = Enumerable.Range(1, script.Steps).ToList();
            var isRight = state switch
            {
                "applied" => steps.SequenceEqual(whole),
                "started" => !script.IsTransactional && whole.Take(steps.Count).SequenceEqual(steps),
                null => steps.Count == 0,
                _ => false,
            };
            if (!isRight)
            {
                yield return $"'{script.Path}' is '{state ?? "not there"}' in history, but in the ledger are its steps {string.Join(',', steps)} of {script.Steps}.";
            }
        }
    }

    private IEnumerable<string> Answers()
    {
        foreach (var release in scene.Releases.Distinct())
        {
            var result = scene.ResultOf(release);
            if (result?.Status.IsFinal() != true && !fault.MayHideResults && scene.DeadLetters.Count == 0)
            {
                yield return $"Nobody hears what became of release '{release.Id}': its result says '{result?.Status.ToString() ?? "nothing"}'.";
            }

            if (result is { Status: not (ResultStatus.Succeeded or ResultStatus.Running), Error: not { Message.Length: > 0, Remedy.Length: > 0 } })
            {
                yield return $"Release '{release.Id}' is '{result.Status}', but its result has no reason or no remedy.";
            }

            foreach (var lie in result?.Status.IsFinal() == true ? Lies(result) : [])
            {
                yield return $"The result of '{release.Id}' says of {lie}, which is not so.";
            }
        }

        if (fault.PassesByItself && Unexpected() is { } unexpected)
        {
            yield return unexpected;
        }
    }

    private IEnumerable<string> Lies(Result result)
    {
        foreach (var script in result.Scripts)
        {
            var isSaid = script.Status is ScriptStatus.Applied or ScriptStatus.Skipped;
            var isNewest = result.Id == scene.Releases.Max(release => release.Id);
            var state = _history.GetValueOrDefault(script.Key.Split('/')[^1]);
            // An older release could not know what a newer one did after it.
            if (isSaid != (state == "applied") && (isSaid || isNewest))
            {
                yield return $"'{script.Key}' that it is '{script.Status}'";
            }
        }
    }

    /// <summary>A fault that the platform's tries must get over leaves the newest release done, or one thing that nobody can know.</summary>
    private string? Unexpected()
    {
        var newest = scene.NewestResult;
        var isUnknowable = newest?.Error is { Code: "interrupted-script", Message: var message }
            && scene.Scripts.Any(script => script.IsUnknowable && message.Contains(script.Path, StringComparison.Ordinal));
        return newest?.Status == ResultStatus.Succeeded || isUnknowable
            ? null
            : $"The platform's tries don't get over it: '{newest?.Status.ToString() ?? "nothing"}' ({newest?.Error?.Code}): {newest?.Error?.Message}";
    }

    /// <summary>An event that was given up must be explained by the result, unless no try could write one.</summary>
    private IEnumerable<string> Letters() => scene.DeadLetters
        .Where(_ => !IsExplained() && !fault.MayHideResults)
        .Select(letter => $"An event was given up after {letter.Attempts} attempts ({letter.LastOutcome?.ErrorType}), and no result says why.");

    private bool IsExplained() => !fault.PassesByItself && scene.Releases.Any(release => scene.ResultOf(release) is { Error: not null });

    private IEnumerable<string> Secrets()
    {
        var texts = scene.ResultTexts().Concat(scene.Log.Select(line => line.Text)).ToList();
        return scene.Ground.Secrets.Where(secret => texts.Any(text => text.Contains(secret, StringComparison.Ordinal)))
            .Select(secret => $"A secret that begins with '{secret[..4]}' can be read.");
    }
}
