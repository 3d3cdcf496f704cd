using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>The functions and procedures that a script had created when a statement of it failed.</summary>
internal sealed class ScriptRoutines
{
    private const string SearchPath = "search_path";
    private const string Public = "public";

    private readonly SqlScript _script;
    private readonly IReadOnlyList<(SqlStatement Statement, CreateFunctionStatement Routine)> _created;

    /// <summary>Reads them; all of the script when what failed came after its last statement.</summary>
    public ScriptRoutines(SqlScript script, SqlStatement? failed)
    {
        _script = script;
        _created =
        [
            .. from statement in script.Statements
               where failed is null || statement.Offset <= failed.Offset
               let routine = statement.Syntax as CreateFunctionStatement
               where routine is not null
               select (statement, routine),
        ];
    }

    /// <summary>The code that a call ran; null when it is not this script's, or could be another one.</summary>
    public CodeBody? Find(CallFrame frame)
    {
        var alike = _created.Where(created => IsNamed(frame, created.Statement, created.Routine)).ToList();
        var overloads = alike.ConvertAll(created => RoutineSignature.Of(created.Routine, _script.Text));
        return alike.Count > 0 && overloads.TrueForAll(overload => overload.TakesTheSame(overloads[0]))
            ? CodeBody.Of(_script, alike[^1].Statement)
            : null;
    }

    /// <summary>The only code with exactly this text.</summary>
    public CodeBody? WithText(string text)
    {
        var bodies = _created.Select(created => CodeBody.Of(_script, created.Statement));
        return bodies.Where(body => body?.Text == text).Take(2).ToList() is [var only] ? only : null;
    }

    private static bool IsOf(FrameLanguage language, CreateFunctionStatement routine) => language switch
    {
        FrameLanguage.Sql => routine.Language is "sql" or null,
        _ => routine.Language == "plpgsql",
    };

    private bool IsNamed(CallFrame frame, SqlStatement statement, CreateFunctionStatement routine)
    {
        if (!IsOf(frame.Language, routine))
        {
            return false;
        }

        return frame.Signature is { } signature
            ? signature.Name.Name == routine.Name.Name
                && IsIn(signature.Name.Schema?.Value, statement, routine)
                && signature.TakesTheSame(RoutineSignature.Of(routine, _script.Text))
            : frame.Name == routine.Name.Name.Value;
    }

    /// <summary>The server says the schema when the search path does not lead to the routine.</summary>
    private bool IsIn(string? schema, SqlStatement statement, CreateFunctionStatement routine)
    {
        var path = SearchPathAt(statement);
        return (schema, routine.Name.Schema?.Value) switch
        {
            (null, null) => true,
            ({ } told, { } written) => told == written,
            ({ } told, null) => told == path.FirstOrDefault(),
            (null, { } written) => path.Contains(written),
        };
    }

    private List<string> SearchPathAt(SqlStatement statement) => _script.Statements
        .TakeWhile(other => other.Offset < statement.Offset)
        .Select(other => (other.Syntax as SetSettingStatement)?.Setting)
        .LastOrDefault(setting => setting?.Name == SearchPath)?.Value is { } path
            ? [.. path.Split(',').Select(name => name.Trim().Trim('"', '\''))]
            : [Public];
}
