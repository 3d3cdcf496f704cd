namespace Microsoft.SqlServer.Server;

/// <summary>Marks a type that a database has, too.</summary>
/// <param name="format">How it becomes bytes.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it becomes bytes.</summary>
    public Format Format { get; } = format;

    /// <summary>Whether its bytes are in the order of its values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>Whether all its values are as long.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>The most bytes that it becomes.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>What it is called in the database.</summary>
    public string? Name { get; set; }

    /// <summary>The method that says whether a value is one.</summary>
    public string? ValidationMethodName { get; set; }
}
