namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>The words between CREATE and the kind of object.</summary>
/// <param name="IsReplacing"><c>OR REPLACE</c></param>
/// <param name="IsTemporary"><c>TEMPORARY</c></param>
/// <param name="IsUnlogged"><c>UNLOGGED</c></param>
/// <param name="IsMarked"><c>UNIQUE</c> of an index, <c>CONSTRAINT</c> of a trigger.</param>
internal readonly record struct CreatePrefix(bool IsReplacing, bool IsTemporary, bool IsUnlogged, bool IsMarked);
