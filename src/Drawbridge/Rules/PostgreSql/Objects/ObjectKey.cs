using System.Globalization;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>An object as the server tells it from others.</summary>
/// <param name="Kind">What it is, see <see cref="KindOf"/>.</param>
/// <param name="Database">The database.</param>
/// <param name="Schema">Its schema; empty for what lies in none.</param>
/// <param name="Name">Its name in there.</param>
internal readonly record struct ObjectKey(ObjectKind Kind, string Database, string Schema, string Name)
{
    public const string TemporarySchema = "pg_temp";

    public ObjectKey(ObjectKind kind, string database, Identifier name)
        : this(KindOf(kind), database, "", name.Value)
    {
    }

    /// <summary>Where a script's temporary objects lie: no other script meets them.</summary>
    public static string TemporarySchemaOf(int script) =>
        TemporarySchema + script.ToString(CultureInfo.InvariantCulture);

    /// <summary>By the name alone, which tells most objects apart.</summary>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Kinds whose names can't be told apart are one.</summary>
    public static ObjectKind KindOf(ObjectKind kind) => kind switch
    {
        ObjectKind.ForeignTable => ObjectKind.Table,
        ObjectKind.Domain => ObjectKind.Type,
        ObjectKind.Procedure or ObjectKind.Routine or ObjectKind.Aggregate => ObjectKind.Function,
        _ => kind,
    };
}
