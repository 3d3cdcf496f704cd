namespace Drawbridge.Engine.PostgreSql.Failures;

/// <summary>The languages whose functions say where they are.</summary>
internal enum FrameLanguage
{
    /// <summary>Counts lines of the body, from 1 right behind the opening quote.</summary>
    PlPgSql,

    /// <summary>Counts statements of the body.</summary>
    Sql,
}
