namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A setting and its new value: of SET, of a function, or of <c>set_config(…)</c>.</summary>
/// <param name="Name">As the server knows it, in lower case: <c>search_path</c>, <c>role</c>, <c>session_authorization</c>, <c>timezone</c>, <c>app.user</c>.</param>
/// <param name="Value">The value as written; a single literal without its quotes; null for <c>DEFAULT</c> and <c>FROM CURRENT</c>.</param>
/// <param name="Span">All of it.</param>
public sealed record SettingChange(string Name, string? Value, TextSpan Span)
{
    /// <summary><c>LOCAL</c>, or the third argument of <c>set_config</c> is true: gone when the transaction ends.</summary>
    public bool IsLocal { get; init; }
}
