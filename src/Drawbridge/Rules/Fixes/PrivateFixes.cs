using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql;

namespace Drawbridge.Rules.Fixes;

/// <summary>Takes from findings the fixes that would repeat what no report may show: a password, or rows.</summary>
internal sealed class PrivateFixes
{
    private readonly Dictionary<SqlScript, PrivateLines> _lines = new(ReferenceEqualityComparer.Instance);

    /// <summary>The finding, with its fix where that may be shown.</summary>
    public Finding Without(Finding finding) =>
        finding.Fix is { } fix && LinesOf(fix.Script).Meet(fix.FirstLine, fix.LastLine)
            ? finding with { Fix = null }
            : finding;

    private PrivateLines LinesOf(SqlScript script)
    {
        if (!_lines.TryGetValue(script, out var lines))
        {
            _lines[script] = lines = new PrivateLines(script);
        }

        return lines;
    }
}
