namespace Drawbridge.Sql.PostgreSql;

/// <summary>Reads a PostgreSQL script: any text, in linear time, and never an exception.</summary>
public static class PostgreSqlReader
{
    /// <summary>The script's statements, directives and errors.</summary>
    public static SqlScript Read(string text)
    {
        var splitter = new Splitter(text);
        return splitter.Run();
    }
}
