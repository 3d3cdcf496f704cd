namespace Drawbridge.GitHubAction.GitHub;

/// <summary>
/// How many annotations GitHub still keeps: of each level ten for a step, and a composite action is one step, however
/// often it has something to say.
/// </summary>
internal sealed class AnnotationRoom
{
    private const int MaximumOfLevel = 10;

    private readonly Dictionary<AnnotationLevel, int> _taken = [];

    /// <summary>Takes room for as many as there is; where not all have some, one place is for saying so.</summary>
    /// <returns>How many are shown, and whether there is a place to say that there are more.</returns>
    public (int Shown, bool SaysMore) Take(AnnotationLevel level, int wanted)
    {
        var taken = _taken.GetValueOrDefault(level);
        var room = MaximumOfLevel - taken;
        var kept = level == AnnotationLevel.Notice && wanted > 1 ? 1 : 0; // for a remark at the end of the run
        var (shown, saysMore) = wanted <= room - kept ? (wanted, false) : (Math.Max(room - kept - 1, 0), room > kept);
        _taken[level] = taken + shown + (saysMore ? 1 : 0);
        return (shown, saysMore);
    }
}
