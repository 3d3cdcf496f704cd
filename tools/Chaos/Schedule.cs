using Drawbridge.Chaos.Faults;
using Drawbridge.Chaos.Fuzzing;
using Drawbridge.LocalAws.Faults;
using Drawbridge.LocalEnvironment;
using Drawbridge.LocalEnvironment.Network;

namespace Drawbridge.Chaos;

/// <summary>Chooses what goes wrong in each round: the same seed, the same choice.</summary>
/// <param name="seed">Of the whole campaign.</param>
/// <param name="pieces">How many pieces of traffic a release takes, more or less.</param>
/// <param name="duration">How long it takes a process that is warm, more or less.</param>
public sealed class Schedule(int seed, int pieces, TimeSpan duration)
{
    private static readonly TimeSpan Start = TimeSpan.FromMilliseconds(200);

    /// <summary>The seed of one round.</summary>
    public int SeedOf(int round) => unchecked((seed * 1_000_003) + round);

    /// <summary>What goes wrong in a round. A server that can't be restarted is spared.</summary>
    public Fault FaultOf(int round, bool maySpoilServer)
    {
        var random = new Random(SeedOf(round));
        Func<Random, Fault>[] faults =
        [
            Killed, Killed, Killed, Moment, Moment, Cut, Silenced, Storage, Storage, Events, Race, Damaged,
            random => new BackendTerminated(Piece(random)),
            .. maySpoilServer ? (Func<Random, Fault>[])[Restarted] : [],
        ];
        return faults[random.Next(faults.Length)](random);
    }

    private static T Any<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    private static TimeSpan Milliseconds(Random random, double most) => TimeSpan.FromMilliseconds(random.NextDouble() * most);

    private int Piece(Random random) => random.Next(pieces);

    /// <summary>The first process is warm, each further one has to start.</summary>
    private KilledAtRandom Killed(Random random) => new(
    [
        Milliseconds(random, duration.TotalMilliseconds),
        .. Enumerable.Range(0, random.Next(3)).Select(_ => Start + Milliseconds(random, 3 * duration.TotalMilliseconds)),
    ]);

    private KilledAtMoment Moment(Random random) => new(Piece(random));

    private NetworkCut Cut(Random random) => new(Piece(random), Any(random, NetworkSide.Client, NetworkSide.Server, NetworkSide.Both));

    private NetworkSilenced Silenced(Random random) =>
        new(Piece(random), Any(random, NetworkSide.Client, NetworkSide.Server, NetworkSide.Both), Milliseconds(random, 2000));

    private ServerRestarted Restarted(Random random) => new(Piece(random), Any(random, ServerStop.Fast, ServerStop.Immediate));

    private static StorageFails Storage(Random random) => new(new StorageFault(Any(random, Enum.GetValues<StorageFailure>()))
    {
        Method = Any(random, "GET", "PUT", null),
        KeyPrefix = Any(random, "results/", "releases/", "migrations/", ""),
        Skip = random.Next(4),
        Times = random.Next(1, 8),
        Delay = Milliseconds(random, 2000),
    });

    private static EventsFail Events(Random random) =>
        new(new EventFault(Any(random, Enum.GetValues<EventMishap>())) { Delay = Milliseconds(random, 500) });

    private static DamagedInput Damaged(Random random) => new(random.Next(), random.Next(5, 40));

    private static Fault Race(Random random) => random.Next(2) == 0 ? new ReleasesRace(random.Next(1, 4)) : new ReleaseReplayed();
}
