namespace Drawbridge.Tests.Sql.PostgreSql.Generated;

/// <summary>Who must read a generated script right.</summary>
internal enum Reach
{
    /// <summary>
    /// psql too. It takes a column called <c>end</c> in the body of a function for its end, and the continuation of an
    /// escape string on a later line for a string of its own.
    /// </summary>
    Psql,

    /// <summary>Only the server.</summary>
    Server,
}
