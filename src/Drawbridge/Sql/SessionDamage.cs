namespace Drawbridge.Sql;

/// <summary>What a statement would do to the session that the runner relies on, as far as its text shows.</summary>
public enum SessionDamage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Could give the runner's advisory lock away: <c>DISCARD ALL</c>, <c>pg_advisory_unlock(…)</c>.</summary>
    ReleasesLock,

    /// <summary>Changes how string literals end, so that the text is no longer read as the server reads it.</summary>
    ChangesQuoting,

    /// <summary>Changes the encoding of the connection away from UTF-8.</summary>
    ChangesEncoding,
}
