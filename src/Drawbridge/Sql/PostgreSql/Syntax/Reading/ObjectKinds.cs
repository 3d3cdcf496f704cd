namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>The words for kinds of objects.</summary>
internal static class ObjectKinds
{
    private static readonly (string[] Words, ObjectKind Kind)[] All =
    [
        (["TABLE"], ObjectKind.Table),
        (["INDEX"], ObjectKind.Index),
        (["VIEW"], ObjectKind.View),
        (["MATERIALIZED", "VIEW"], ObjectKind.MaterializedView),
        (["SEQUENCE"], ObjectKind.Sequence),
        (["FUNCTION"], ObjectKind.Function),
        (["TRIGGER"], ObjectKind.Trigger),
        (["TYPE"], ObjectKind.Type),
        (["COLUMN"], ObjectKind.Column),
        (["CONSTRAINT"], ObjectKind.Constraint),
        (["SCHEMA"], ObjectKind.Schema),
        (["DOMAIN"], ObjectKind.Domain),
        (["PROCEDURE"], ObjectKind.Procedure),
        (["ROUTINE"], ObjectKind.Routine),
        (["AGGREGATE"], ObjectKind.Aggregate),
        (["EXTENSION"], ObjectKind.Extension),
        (["POLICY"], ObjectKind.Policy),
        (["RULE"], ObjectKind.Rule),
        (["EVENT", "TRIGGER"], ObjectKind.EventTrigger),
        (["FOREIGN", "TABLE"], ObjectKind.ForeignTable),
        (["FOREIGN", "DATA", "WRAPPER"], ObjectKind.ForeignDataWrapper),
        (["USER", "MAPPING"], ObjectKind.UserMapping),
        (["ROLE"], ObjectKind.Role),
        (["USER"], ObjectKind.Role),
        (["GROUP"], ObjectKind.Role),
        (["DATABASE"], ObjectKind.Database),
        (["TABLESPACE"], ObjectKind.Tablespace),
        (["PUBLICATION"], ObjectKind.Publication),
        (["SUBSCRIPTION"], ObjectKind.Subscription),
        (["SERVER"], ObjectKind.Server),
        (["COLLATION"], ObjectKind.Collation),
        (["STATISTICS"], ObjectKind.Statistics),
        (["LANGUAGE"], ObjectKind.Language),
        (["PROCEDURAL", "LANGUAGE"], ObjectKind.Language),
    ];

    public static ObjectKind? TakeObjectKind(this TokenReader reader)
    {
        foreach (var (words, kind) in All)
        {
            if (reader.Take(words))
            {
                return kind;
            }
        }

        return null;
    }
}
