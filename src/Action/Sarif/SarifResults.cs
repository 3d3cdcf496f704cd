using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Drawbridge.GitHubAction.GitHub;
using Drawbridge.GitHubAction.Validate;
using Drawbridge.Rules;
using Drawbridge.Rules.Fixes;
using Drawbridge.Sql;

namespace Drawbridge.GitHubAction.Sarif;

/// <summary>The findings of a validation as SARIF's results, the worst first.</summary>
internal sealed class SarifResults(Validation validation)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Each as it is asked for.</summary>
    public IEnumerable<JsonObject> Write() => validation.Findings.Select(Write);

    private JsonObject Write(Finding finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = RuleList.ById.Index().First(rule => rule.Item.Id == finding.Rule).Index,
            ["level"] = SarifLog.LevelOf(finding.Severity),
            ["message"] = SarifLog.Text(Plain($"{finding.Message} {finding.Remedy}")),
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = Place(finding) }),
            ["partialFingerprints"] = new JsonObject { ["drawbridgeFinding/v1"] = Fingerprint(finding) },
        };
        if (finding.Fix is { } fix)
        {
            result["fixes"] = new JsonArray(Write(finding, fix));
        }

        return result;
    }

    private static JsonObject Place(Finding finding)
    {
        var place = new JsonObject { ["artifactLocation"] = File(finding.Path) };
        if (finding.Line is { } line)
        {
            place["region"] = Region(line, finding);
        }

        return place;
    }

    private static JsonObject Region(int line, Finding finding)
    {
        var region = new JsonObject { ["startLine"] = line };
        if (finding.Column is { } column)
        {
            region["startColumn"] = column;
        }

        if (finding is { Column: not null, EndLine: { } endLine, EndColumn: { } endColumn })
        {
            region["endLine"] = endLine;
            region["endColumn"] = endColumn;
        }

        return region;
    }

    private static JsonObject File(string path) => new()
    {
        ["uri"] = RelativeAddress.Of(path),
        ["uriBaseId"] = SarifLog.Root,
    };

    private static JsonObject Write(Finding finding, Fix fix) => new()
    {
        ["description"] = SarifLog.Text(Plain(finding.Remedy)),
        ["artifactChanges"] = new JsonArray(new JsonObject
        {
            ["artifactLocation"] = File(finding.Path),
            ["replacements"] = new JsonArray([.. fix.Edits.Select(edit => Write(edit, fix.Script.Lines))]),
        }),
    };

    private static JsonObject Write(TextEdit edit, LineMap lines)
    {
        var (start, end) = (lines.Locate(edit.Span.Offset), lines.Locate(edit.Span.End));
        return new JsonObject
        {
            ["deletedRegion"] = new JsonObject
            {
                ["startLine"] = start.Line,
                ["startColumn"] = start.Column,
                ["endLine"] = end.Line,
                ["endColumn"] = end.Column,
            },
            ["insertedContent"] = SarifLog.Text(edit.Replacement),
        };
    }

    /// <summary>
    /// The same for the same finding in another commit, wherever its line has moved: the rule, the file, what it says,
    /// and which of several alike it is.
    /// </summary>
    private string Fingerprint(Finding finding)
    {
        var about = string.Join('\0', finding.Rule, finding.Path, finding.Message);
        var number = _seen[about] = _seen.GetValueOrDefault(about) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{about}\0{number}")));
    }

    /// <summary>A message can hold links; text from a pull request should not make one.</summary>
    private static string Plain(string text) =>
        PlainText.Of(text).Replace("](", "] (", StringComparison.Ordinal);
}
