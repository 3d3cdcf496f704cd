using Microsoft.AspNetCore.Http;

namespace Drawbridge.LocalAws.Faults;

/// <summary>
/// The moments before and after each of the function's calls to the world, counted, and the one at which it is killed:
/// before a call nothing of it has happened, after it everything has, but the function never learns.
/// </summary>
public sealed class FunctionMoments
{
    private readonly Lock _gate = new();
    private readonly List<string> _passed = [];
    private readonly Func<Task> _kill;
    private Func<int, string, bool> _isKill = (_, _) => false;

    internal FunctionMoments(Func<Task> kill) => _kill = kill;

    /// <summary>The moments since the last <see cref="Watch"/>, in order; the one of the kill is the last.</summary>
    public IReadOnlyList<string> Passed
    {
        get
        {
            lock (_gate)
            {
                return [.. _passed];
            }
        }
    }

    /// <summary>The moment at which the function was killed; null as long as it has not been.</summary>
    public string? KilledAt { get; private set; }

    private bool IsWatching { get; set; }

    /// <summary>Counts from now on.</summary>
    /// <param name="killAt">The moment of the kill, from 0; null to count only.</param>
    public void Watch(int? killAt = null) => Begin((number, _) => number == killAt);

    /// <summary>Counts from now on.</summary>
    /// <param name="killAt">Whether a moment is the one of the kill.</param>
    public void WatchFor(Predicate<string> killAt) => Begin((_, moment) => killAt(moment));

    /// <summary>Passes a moment of a call that this server doesn't carry itself; false when the function died of it.</summary>
    public async Task<bool> Pass(string moment)
    {
        lock (_gate)
        {
            if (!IsWatching || KilledAt is not null)
            {
                return true;
            }

            _passed.Add(moment);
            if (!_isKill(_passed.Count - 1, moment))
            {
                return true;
            }

            KilledAt = moment;
        }

        await _kill();
        return false;
    }

    private void Begin(Func<int, string, bool> isKill)
    {
        lock (_gate)
        {
            _passed.Clear();
            (IsWatching, _isKill, KilledAt) = (true, isKill, null);
        }
    }

    internal async Task Carry(HttpContext http, RequestDelegate serve)
    {
        if (!IsWatching)
        {
            await serve(http);
            return;
        }

        var call = $"{http.Request.Method} {http.Request.Path}";
        if (!await Pass($"before {call}"))
        {
            http.Abort();
            return;
        }

        await using var held = new HeldAnswer(http);
        await serve(http);
        if (await Pass($"after {call}"))
        {
            await held.Send(held.Length);
        }
        else
        {
            http.Abort();
        }
    }
}
