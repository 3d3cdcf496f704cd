using System.Buffers.Binary;

namespace Drawbridge.Engine.SqlServer.Encryption;

/// <summary>
/// The first message of a conversation with SQL Server (MS-TDS, 2.2.6.5): whether it shall be encrypted.
/// </summary>
internal static class PreLogin
{
    private const byte VersionOption = 0x00;
    private const byte EncryptionOption = 0x01;
    private const byte End = 0xFF;
    private const int OptionLength = 5;
    private const int VersionLength = 6;
    private const byte EncryptOn = 0x01;
    private const byte EncryptNotSupported = 0x02;

    /// <summary>A client of no version in particular that wants encryption.</summary>
    public static byte[] Question()
    {
        const int Header = (2 * OptionLength) + 1;
        var message = new byte[Header + VersionLength + 1];
        Describe(message, VersionOption, Header, VersionLength);
        Describe(message.AsSpan(OptionLength), EncryptionOption, Header + VersionLength, 1);
        message[Header - 1] = End;
        message[^1] = EncryptOn;
        return message;
    }

    /// <summary>Whether a server's answer agrees; null when it is no such answer.</summary>
    public static bool? Agrees(ReadOnlySpan<byte> answer)
    {
        for (var at = 0; at + OptionLength <= answer.Length && answer[at] != End; at += OptionLength)
        {
            var offset = BinaryPrimitives.ReadUInt16BigEndian(answer[(at + 1)..]);
            if (answer[at] == EncryptionOption && offset < answer.Length)
            {
                return answer[offset] != EncryptNotSupported;
            }
        }

        return null;
    }

    private static void Describe(Span<byte> option, byte name, int offset, int length)
    {
        option[0] = name;
        BinaryPrimitives.WriteUInt16BigEndian(option[1..], (ushort)offset);
        BinaryPrimitives.WriteUInt16BigEndian(option[3..], (ushort)length);
    }
}
