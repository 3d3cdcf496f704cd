using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql.Objects;

/// <summary>
/// An object as the server tells it from others: a name without a schema is taken for one in <c>public</c>.
/// </summary>
/// <param name="Database">The database.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">Its name in there.</param>
internal readonly record struct ObjectKey(string Database, string Schema, string Name)
{
    private const string DefaultSchema = "public";
    private const string TemporarySchema = "pg_temp";

    /// <summary>Where names without a schema lie; a key without a name.</summary>
    public static ObjectKey DefaultOf(string database) => new(database, DefaultSchema, "");

    public static ObjectKey Of(string database, QualifiedName name) => DefaultOf(database).Sibling(name);

    /// <summary>A schema, database or extension, which lies in no schema.</summary>
    public static ObjectKey Of(string database, Identifier name) => new(database, "", name.Value);

    /// <summary>Another object, which lies in the same schema unless its name says otherwise.</summary>
    public ObjectKey Sibling(QualifiedName name) =>
        this with { Schema = name.Schema?.Value ?? Schema, Name = name.Name.Value };

    /// <summary>By the name alone, which tells most objects apart.</summary>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public ObjectKey AsTemporary() => this with { Schema = TemporarySchema };
}
