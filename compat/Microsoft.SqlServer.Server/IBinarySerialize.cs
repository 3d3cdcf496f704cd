namespace Microsoft.SqlServer.Server;

/// <summary>A user-defined type that becomes bytes by itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Takes a value from bytes.</summary>
    void Read(BinaryReader r);

    /// <summary>Makes bytes of a value.</summary>
    void Write(BinaryWriter w);
}
