namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type becomes bytes.</summary>
public enum Format
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>By the runtime.</summary>
    Native,

    /// <summary>By itself.</summary>
    UserDefined,
}
