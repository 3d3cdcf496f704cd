using Drawbridge.LocalAws.S3;

namespace Drawbridge.LocalAws.Tests;

public sealed class VerifyingChecksums
{
    [Theory]
    [InlineData("CRC32", "y/Q5Jg==")]
    [InlineData("CRC32C", "4waSgw==")]
    [InlineData("CRC64NVME", "rosUhgp5mIg=")]
    public void Check_values_are_those_of_the_catalogue(string algorithm, string expected)
    {
        new Checksum(Checksum.HeaderPrefix + algorithm, expected).Matches("123456789"u8).ShouldBe(true);
        new Checksum(Checksum.HeaderPrefix + algorithm, expected).Matches("123456780"u8).ShouldBe(false);
    }
}
