using Drawbridge.Rules.Fixes;
using Drawbridge.Sql;

namespace Drawbridge.Rules;

/// <summary>One problem that the validation found.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Message">One sentence that names the thing in 'quotes'.</param>
/// <param name="Remedy">What to do, in one or two sentences.</param>
public sealed record Finding(string Rule, Severity Severity, string Path, string Message, string Remedy)
{
    /// <summary>In the file, from 1; null when the finding concerns the file as a whole.</summary>
    public int? Line { get; init; }

    /// <summary>In characters, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>The line in which the part that it is about ends; null when only its beginning is known.</summary>
    public int? EndLine { get; init; }

    /// <summary>The column just behind that part, in characters, from 1.</summary>
    public int? EndColumn { get; init; }

    /// <summary>
    /// The statement that it stands on, whose <c>ignore</c> directives concern it; null for the script as a whole.
    /// </summary>
    public SqlStatement? Statement { get; init; }

    /// <summary>
    /// The merged script that it is about, from the migrations folder, as <c>acknowledged</c> names it.
    /// </summary>
    public string? MergedPath { get; init; }

    /// <summary>
    /// The suggestion of a rule about names: where the file should be moved to, and its undo script with it.
    /// </summary>
    public IReadOnlyList<FileMove> Moves { get; init; } = [];

    /// <summary>The suggestion of a rule about statements: what the script should say instead.</summary>
    public Fix? Fix { get; init; }
}
