using System.Collections;

namespace Drawbridge.Engine;

/// <summary>
/// The scripts of a run, all of them proved. There may be thousands, so only the bytes of all are kept: a script's text and
/// statements are read again when its turn comes, and forgotten behind it.
/// </summary>
/// <param name="server">Reads their SQL.</param>
/// <param name="scripts">In the order of the run.</param>
internal sealed class LoadedScripts(IDatabaseServer server, IReadOnlyList<ProvedScript> scripts) : IReadOnlyList<LoadedScript>
{
    /// <summary>How many are remembered as they were read: more than ever travel together.</summary>
    public const int Remembered = 64;

    private readonly (int Index, LoadedScript? Script)[] _remembered =
        [.. scripts.Take(Remembered).Select((script, index) => (index, script.Loaded))];

    /// <inheritdoc/>
    public int Count => scripts.Count;

    /// <inheritdoc/>
    public LoadedScript this[int index]
    {
        get
        {
            ref var place = ref _remembered[index % Remembered];
            if (place.Script is null || place.Index != index)
            {
                place = (index, scripts[index].Read(server));
            }

            return place.Script;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<LoadedScript> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
