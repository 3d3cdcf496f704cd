using System.Text;

namespace Drawbridge.Chaos;

/// <summary>Counts rounds by what went wrong in them.</summary>
internal sealed class Tally(IReadOnlyList<Verdict> verdicts)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var kind in verdicts.GroupBy(verdict => verdict.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"{kind.Count(),5} × {kind.Key}{Missed(kind)}");
        }

        var failed = verdicts.Count(verdict => verdict.Charges.Count > 0);
        return text.Append($"{verdicts.Count} rounds, {verdicts.Sum(verdict => verdict.Kills)} kills, {failed} failed.").ToString();
    }

    private static string Missed(IEnumerable<Verdict> verdicts) =>
        verdicts.Count(verdict => !verdict.HasHit) is > 0 and var missed ? $" ({missed} came too late)" : "";
}
