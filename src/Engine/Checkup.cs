using System.Diagnostics.CodeAnalysis;
using Drawbridge.Manifests;

namespace Drawbridge.Engine;

/// <summary>A check of a doctor before its outcome is known.</summary>
/// <param name="Name">Which.</param>
/// <param name="Subject">What it is about, where there are several.</param>
public sealed record Checkup(string Name, string? Subject = null)
{
    /// <summary>It is as it should be.</summary>
    public DoctorCheck Fine(string message) => Of(CheckStatus.Fine, message);

    /// <summary>It works, but deserves a look.</summary>
    public DoctorCheck Warning(string message, string remedy) => Of(CheckStatus.Warning, message) with { Remedy = remedy };

    /// <summary>It does not work.</summary>
    public DoctorCheck Broken(Problem problem) =>
        Of(CheckStatus.Broken, problem.Message) with { Code = problem.Code, Remedy = problem.Remedy };

    /// <summary>Nobody can look.</summary>
    /// <param name="cause">The check that is broken.</param>
    public DoctorCheck Skipped(string cause) => Of(CheckStatus.Skipped, $"Not looked at, because of '{cause}'.");

    /// <summary>Looks, with a time limit of its own; whatever goes wrong is this check's outcome and no other's.</summary>
    /// <param name="limit">After that, it is silent.</param>
    /// <param name="ifSilent">What silence means.</param>
    /// <param name="look">Fails with a <see cref="DrawbridgeException"/> when it is broken.</param>
    /// <param name="cancellationToken">Ends the look early, as silence does.</param>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A bug in one check must not hide what the others found.")]
    public async Task<DoctorCheck> Look(
        TimeSpan limit,
        Problem ifSilent,
        Func<CancellationToken, Task<DoctorCheck>> look,
        CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        DoctorCheck check;
        try
        {
            // Not everything can be cancelled: a name that is being resolved can't.
            check = await look(patience.Token).WaitAsync(patience.Token);
        }
        catch (DrawbridgeException exception)
        {
            check = Broken(exception.Problem);
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            check = Broken(ifSilent);
        }
        catch (Exception exception)
        {
            check = Of(CheckStatus.Broken, $"The check itself failed with a '{exception.GetType().FullName}'.");
        }

        return check with { DurationMs = (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds };
    }

    private DoctorCheck Of(CheckStatus status, string message) => new(Name, status, message, 0) { Subject = Subject };
}
