using Drawbridge.LocalAws.Faults;

namespace Drawbridge.Chaos;

/// <summary>Counts the pieces between the function and the server, and lets something happen at one of them.</summary>
public sealed class Traffic(FunctionMoments moments)
{
    private readonly Lock _gate = new();
    private Func<Task>? _strike;
    private Task _striking = Task.CompletedTask;
    private int _at;

    /// <summary>How often a piece came by, or went on, since the last <see cref="Watch"/>.</summary>
    public int Passed { get; private set; }

    /// <summary>Whether what was planned happened.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Counts from 0 again, with nothing planned.</summary>
    public void Watch()
    {
        lock (_gate)
        {
            (Passed, _strike, HasStruck) = (0, null, false);
        }
    }

    /// <summary>Plans something for the moment when a piece passes; the traffic doesn't wait for it.</summary>
    public void At(int piece, Func<Task> strike)
    {
        lock (_gate)
        {
            (_at, _strike) = (piece, strike);
        }
    }

    /// <summary>Plans nothing more, and ends when what has begun is over.</summary>
    public Task Rest()
    {
        lock (_gate)
        {
            _strike = null;
            return _striking;
        }
    }

    internal Task<bool> Pass(string way)
    {
        lock (_gate)
        {
            if (Passed++ >= _at && _strike is { } strike)
            {
                (_strike, HasStruck) = (null, true);
                _striking = Task.Run(strike);
            }
        }

        return moments.Pass(way);
    }
}
