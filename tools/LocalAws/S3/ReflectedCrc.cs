namespace Drawbridge.LocalAws.S3;

/// <summary>A cyclic redundancy check in the bit-reversed form that every checksum of S3 uses.</summary>
internal sealed class ReflectedCrc
{
    private readonly ulong[] _table = new ulong[256];
    private readonly ulong _ones;
    private readonly int _bytes;

    private ReflectedCrc(int bits, ulong polynomial)
    {
        _bytes = bits / 8;
        _ones = ulong.MaxValue >> (64 - bits);
        for (var value = 0; value < _table.Length; value++)
        {
            var remainder = (ulong)value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 1 ? (remainder >> 1) ^ polynomial : remainder >> 1;
            }

            _table[value] = remainder;
        }
    }

    public static ReflectedCrc Crc32 { get; } = new(32, 0xEDB88320);

    public static ReflectedCrc Crc32C { get; } = new(32, 0x82F63B78);

    public static ReflectedCrc Crc64Nvme { get; } = new(64, 0x9A6C9329AC4BC9B5);

    /// <summary>The check value, big-endian.</summary>
    public byte[] Hash(ReadOnlySpan<byte> content)
    {
        var crc = _ones;
        foreach (var value in content)
        {
            crc = _table[(byte)crc ^ value] ^ (crc >> 8);
        }

        crc ^= _ones;
        var hash = new byte[_bytes];
        for (var index = 0; index < _bytes; index++)
        {
            hash[index] = (byte)(crc >> (8 * (_bytes - 1 - index)));
        }

        return hash;
    }
}
