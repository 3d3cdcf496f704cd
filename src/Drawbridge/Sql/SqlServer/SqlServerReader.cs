namespace Drawbridge.Sql.SqlServer;

/// <summary>Reads a SQL Server script: any text, and never an exception.</summary>
public static class SqlServerReader
{
    /// <summary>The script's batches, statements, directives and errors.</summary>
    public static SqlScript Read(string text) => new ScriptReading(text).Run(keepsSyntax: false);

    /// <summary>The same, with what the statements say, which needs far more room than the text.</summary>
    internal static SqlScript ReadWithSyntax(string text) => new ScriptReading(text).Run(keepsSyntax: true);
}
